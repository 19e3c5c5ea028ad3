import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import type { Failpoints } from './failpoints.ts';

/** What a batch of the store says to SQLite, in order; all else is writing between the mark and its release. */
const steps = ['BEGIN IMMEDIATE', 'SAVEPOINT work', 'RELEASE work', 'COMMIT'];

/** Stands between the store and SQLite: before and after each step of a transaction, and of the schema's. */
export function watchSqlite({ pass }: Failpoints): void {
  const around = <T>(step: string, work: () => T): T => {
    pass(`sqlite ${step} before`);
    const result = work();
    pass(`sqlite ${step} after`);
    return result;
  };
  const prepare = DatabaseSync.prototype.prepare;
  DatabaseSync.prototype.prepare = function watched(sql: string) {
    const statement = prepare.call(this, sql);
    if (!steps.includes(sql)) return statement;
    const run = statement.run.bind(statement);
    const watched = (...parameters: SQLInputValue[]) => around(sql, () => run(...parameters));
    return Object.assign(statement, { run: watched });
  };
  const exec = DatabaseSync.prototype.exec;
  DatabaseSync.prototype.exec = function watched(sql: string) {
    const [first = ''] = sql.trim().split('\n');
    return around(`exec ${first.slice(0, 40)}`, () => exec.call(this, sql));
  };
}
