import { PGlite } from '@electric-sql/pglite';
import type {
  Answer,
  Connection,
  Connections,
  Query,
} from '../../src/adapters/store/postgres/connections.ts';
import { databaseFailure } from '../../src/adapters/store/postgres/database-failure.ts';

export type PgliteDatabase = { connect(): Connections; close(): Promise<void> };

/**
 * PostgreSQL's words without a server: one session in this process, lent to one borrower at a time. It stands in for the
 * dialect only; it writes nothing to a disk and knows no second session.
 */
export async function openPglite(): Promise<PgliteDatabase> {
  const database = await PGlite.create();
  let free: Promise<unknown> = Promise.resolve();
  const use = <T>(work: (connection: Connection) => Promise<T>): Promise<T> => {
    const borrowed = free.then(() => lend(database, work));
    free = borrowed.catch(() => {});
    return borrowed;
  };
  return {
    connect: () => ({
      use,
      listen: (channel, heard) => database.listen(channel, heard).then((stop) => () => stop()),
      close: () => Promise.resolve(),
    }),
    close: () => database.close(),
  };
}

async function lend<T>(database: PGlite, work: (connection: Connection) => Promise<T>): Promise<T> {
  try {
    return await work({ query: (query) => answered(database, query) });
  } catch (error) {
    await database.exec('ROLLBACK');
    throw error;
  }
}

async function answered(database: PGlite, { text, values }: Query): Promise<Answer> {
  try {
    // It says itself that it does not write to a disk, and would not be opened.
    const asked = text.replace("current_setting('fsync')", "'on'");
    const [result] =
      values === undefined ? await database.exec(asked) : [await database.query(asked, values)];
    return { rows: (result?.rows ?? []) as readonly object[], command: text.trim().split(/\s/)[0] ?? '' };
  } catch (error) {
    throw databaseFailure(error);
  }
}
