import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import type { Failpoints } from './failpoints.ts';

/** What a batch of the store says to SQLite, in order; all else is writing between the mark and its release. */
const steps: Readonly<Record<string, readonly string[]>> = {
  'BEGIN IMMEDIATE': ['after'],
  'RELEASE work': ['before', 'after'],
  COMMIT: ['before', 'after'],
};

/** Stands between the store and SQLite: at each step of a transaction, and after each of an opening. */
export function watchSqlite({ pass }: Failpoints): void {
  const prepare = DatabaseSync.prototype.prepare;
  DatabaseSync.prototype.prepare = function watched(sql: string) {
    const statement = prepare.call(this, sql);
    const sides = steps[sql];
    if (sides === undefined) return statement;
    const run = statement.run.bind(statement);
    const passing = (...parameters: SQLInputValue[]) => {
      if (sides.includes('before')) pass(`sqlite ${sql} before`);
      const result = run(...parameters);
      if (sides.includes('after')) pass(`sqlite ${sql} after`);
      return result;
    };
    return Object.assign(statement, { run: passing });
  };
  const exec = DatabaseSync.prototype.exec;
  DatabaseSync.prototype.exec = function watched(sql: string) {
    exec.call(this, sql);
    const [first = ''] = sql.trim().split('\n');
    pass(`sqlite ${first.slice(0, 40)} done`);
  };
}

type Asked = { readonly name?: string; readonly text?: string };
type QueryMethod = (this: object, query: Asked, ...more: unknown[]) => unknown;

/** The same between the store and its way to PostgreSQL. What is sent may arrive although nobody hears of it any more. */
export async function watchPostgres({ pass }: Failpoints, commitsLater: () => boolean): Promise<void> {
  const { default: pg } = await import('pg');
  await import('../../../../src/adapters/store/postgres/open-postgres-store.ts');
  const client = pg.Client.prototype as unknown as { query: QueryMethod };
  const { query } = client;
  const loosened = new WeakSet<object>();
  client.query = function watched(asked, ...more) {
    const what = asked.name ?? asked.text?.trim().split('\n')[0]?.slice(0, 30) ?? '';
    if (asked.name !== undefined && commitsLater() && !loosened.has(this)) {
      loosened.add(this);
      const loosening = query.call(this, { text: 'SET synchronous_commit = off' });
      void Promise.resolve(loosening).catch(() => undefined);
    }
    if (!watchedQueries.has(what)) return query.call(this, asked, ...more);
    pass(`postgres ${what} before`);
    const answer = query.call(this, asked, ...more);
    pass(`postgres ${what} sent`);
    if (what === 'COMMIT' && answer instanceof Promise)
      return answer.finally(() => pass('postgres COMMIT answered'));
    return answer;
  };
}

const watchedQueries = new Set([
  'BEGIN',
  'COMMIT',
  'append',
  'want',
  'claim',
  'CREATE TABLE IF NOT EXISTS schema',
]);
