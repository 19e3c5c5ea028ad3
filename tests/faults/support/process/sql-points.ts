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
