import type { Connections } from '../../src/adapters/store/postgres/connections.ts';
import { openPglite } from './pglite-connections.ts';
import { hasPostgres, quickPlace, startPostgres } from './postgres-server.ts';

/** A database to open stores on: of a real server, or, where none can be had, what speaks like one. */
export type TestDatabase = { connect(): string | Connections; close(): Promise<void> };

export async function openTestDatabase(): Promise<TestDatabase> {
  if (!hasPostgres()) return openPglite();
  const server = await startPostgres([], quickPlace());
  return { connect: () => server.url, close: server.close };
}
