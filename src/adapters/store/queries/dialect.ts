import {
  type AliasedRawBuilder,
  DummyDriver,
  type Expression,
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

/** All in which the two databases' words differ. Nothing is run here: statements are described and compiled. */
export type Dialect = {
  readonly name: 'sqlite' | 'postgres';
  readonly db: Kysely<Tables>;
  greatest(a: Expression<number>, b: Expression<number>): RawBuilder<number>;
  /** Which of two rows of a table came first. */
  orderOf(table: keyof Tables): RawBuilder<number>;
  /** The rows a writing statement is given: one at a time in SQLite, any number as JSON in PostgreSQL. */
  given<Row>(columns: { readonly [K in keyof Row & string]: ColumnType }): AliasedRawBuilder<Row, 'given'>;
  /** Whether a reader can lock the rows it finds, and pass by those that others hold. */
  readonly locksRows: boolean;
};

/** A dialect that compiles and has nothing to run on. */
function describing(
  parts: Pick<KyselyDialect, 'createAdapter' | 'createIntrospector' | 'createQueryCompiler'>,
) {
  return new Kysely<Tables>({ dialect: { ...parts, createDriver: () => new DummyDriver() } });
}

export const sqliteDialect: Dialect = {
  name: 'sqlite',
  db: describing({
    createAdapter: () => new SqliteAdapter(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  }),
  greatest: (a, b) => sql`max(${a}, ${b})`,
  orderOf: (table) => sql.ref(`${table}.rowid`),
  given: (columns) => {
    const values = Object.keys(columns).map((name) => sql`${place(name)} as ${sql.ref(name)}`);
    return sql`(select ${sql.join(values)})`.as('given') as never;
  },
  locksRows: false,
};

export const postgresDialect: Dialect = {
  name: 'postgres',
  db: describing({
    createAdapter: () => new PostgresAdapter(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  }),
  greatest: (a, b) => sql`greatest(${a}, ${b})`,
  orderOf: (table) => sql.ref(`${table}.place`),
  given: (columns) => {
    const types = Object.entries<ColumnType>(columns).map(
      ([name, type]) => sql`${sql.ref(name)} ${sql.raw(type)}`,
    );
    return sql`json_to_recordset(${place('rows')}::json)`.as(sql`given(${sql.join(types)})`) as never;
  },
  locksRows: true,
};
