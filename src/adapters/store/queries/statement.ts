import { type Compilable, type RawBuilder, sql } from 'kysely';

/** Where in a statement a value stands that is given when it is run. */
class Place {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

/** A text described once and compiled once: what it needs is `Needs`, what it finds are rows of `Row`. */
export type Statement<Needs, Row = unknown> = {
  readonly name: string;
  readonly text: string;
  /** The values in the order of their places in the text. */
  values(given: Needs): unknown[];
  /** Tells the type of its rows; never there. */
  readonly row?: Row;
};

export type Given<Needs> = { readonly [K in keyof Needs]: RawBuilder<Needs[K]> };

export function statement<Needs extends object, Row = unknown>(
  name: string,
  describe: (given: Given<Needs>) => Compilable<Row>,
): Statement<Needs, Row> {
  const { sql: text, parameters } = describe(places<Needs>()).compile();
  const values = (given: Needs) =>
    parameters.map((each) => (each instanceof Place ? (given as Record<string, unknown>)[each.name] : each));
  return { name, text, values };
}

/** The place of the value with that name. */
export function place<T>(name: string): RawBuilder<T> {
  return sql`${new Place(name)}`;
}

function places<Needs extends object>(): Given<Needs> {
  return new Proxy({} as Given<Needs>, { get: (_target, name) => place(String(name)) });
}
