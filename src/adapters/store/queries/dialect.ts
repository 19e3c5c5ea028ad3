import {
  type AliasedRawBuilder,
  DummyDriver,
  type Expression,
  type InsertQueryBuilder,
  Kysely,
  type Dialect as KyselyDialect,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type RawBuilder,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  sql,
} from 'kysely';
import { place } from './statement.ts';
import type { Tables } from './tables.ts';

/** Whole numbers are all we keep besides texts. */
export type ColumnType = 'text' | 'bigint';

type Columns<Row> = { readonly [K in keyof Row & string]: ColumnType };

/** All in which the two databases' words differ. Nothing is run here: statements are described and compiled. */
export type Dialect = {
  readonly name: 'sqlite' | 'postgres';
  readonly db: Kysely<Tables>;
  greatest(a: Expression<number>, b: Expression<number>): RawBuilder<number>;
  /** Which of two rows of a table came first. */
  orderOf(table: keyof Tables): RawBuilder<number>;
  /** The rows a writing statement is given: one at a time in SQLite, any number as JSON in PostgreSQL. */
  given<Row>(columns: Columns<Row>): AliasedRawBuilder<Row, 'given'>;
  /** The row of the table that stands already, if there is one, as `old`; found by its key. */
  joinOld(table: RawBuilder<unknown>, key: RawBuilder<unknown>): RawBuilder<unknown>;
  /** Adds the rows it is given; `same` stands in each of them. */
  insert<Row>(
    table: keyof Tables,
    same: Readonly<Record<string, Expression<unknown>>>,
    columns: Columns<Row>,
  ): InsertQueryBuilder<Tables, keyof Tables, unknown>;
  /** Whether a reader can lock the rows it finds, and pass by those that others hold. */
  readonly locksRows: boolean;
};

/** A dialect that compiles and has nothing to run on. */
function describing(
  parts: Pick<KyselyDialect, 'createAdapter' | 'createIntrospector' | 'createQueryCompiler'>,
) {
  return new Kysely<Tables>({ dialect: { ...parts, createDriver: () => new DummyDriver() } });
}

const sqlite = describing({
  createAdapter: () => new SqliteAdapter(),
  createIntrospector: (db) => new SqliteIntrospector(db),
  createQueryCompiler: () => new SqliteQueryCompiler(),
});

export const sqliteDialect: Dialect = {
  name: 'sqlite',
  db: sqlite,
  greatest: (a, b) => sql`max(${a}, ${b})`,
  orderOf: (table) => sql.ref(`${table}.rowid`),
  given: (columns) => {
    const values = Object.keys(columns).map((name) => sql`${place(name)} as ${sql.ref(name)}`);
    return sql`(select ${sql.join(values)})`.as('given') as never;
  },
  insert: (table, same, columns) => {
    const values = Object.keys(columns).map((name) => [name, place(name)] as const);
    return sqlite.insertInto(table).values({ ...same, ...Object.fromEntries(values) } as never) as never;
  },
  joinOld: (table, key) => sql`left join ${table} as old on ${key}`,
  locksRows: false,
};

function rowsOfJson<Row>(columns: Columns<Row>): AliasedRawBuilder<Row, 'given'> {
  const types = Object.entries<ColumnType>(columns).map(
    ([name, type]) => sql`${sql.ref(name)} ${sql.raw(type)}`,
  );
  return sql`json_to_recordset(${place('rows')}::json)`.as(sql`given(${sql.join(types)})`) as never;
}

const postgres = describing({
  createAdapter: () => new PostgresAdapter(),
  createIntrospector: (db) => new PostgresIntrospector(db),
  createQueryCompiler: () => new PostgresQueryCompiler(),
});

export const postgresDialect: Dialect = {
  name: 'postgres',
  db: postgres,
  greatest: (a, b) => sql`greatest(${a}, ${b})`,
  orderOf: (table) => sql.ref(`${table}.place`),
  given: rowsOfJson,
  insert: (table, same, columns) => {
    const names = Object.keys(columns);
    const constants = Object.entries(same).map(([name, value]) => sql`${value}`.as(name));
    const rows = postgres.selectFrom(rowsOfJson(columns)).select([...constants, ...names] as never);
    return postgres
      .insertInto(table)
      .columns([...Object.keys(same), ...names] as never)
      .expression(rows) as never;
  },
  // A step into the index for each row, whatever the planner thinks of a table it has not counted yet.
  joinOld: (table, key) =>
    sql`left join lateral (select * from ${table} as old where ${key} offset 0) as old on true`,
  locksRows: true,
};
