import { openSqliteReader, openSqliteStore } from './adapters/store/sqlite/open-sqlite-store.ts';
import type { Store, StoreParts, StoreReader } from './adapters/store/store.ts';
import type { StorePlace } from './config.ts';
import type { Digest } from './ports/digest.ts';

/** What speaks with PostgreSQL is loaded only where it is used: it would cost every start of the demo a moment. */
const postgres = () => import('./adapters/store/postgres/open-postgres-store.ts');

/** The store that the environment names. Throws `StoreNotOpened`. */
export async function openStore({ dataDir, databaseUrl }: StorePlace, parts: StoreParts): Promise<Store> {
  if (databaseUrl === undefined) return openSqliteStore({ dataDir, ...parts });
  return (await postgres()).openPostgresStore({ database: databaseUrl, ...parts });
}

/** The same for reading only, also beside the running program. */
export async function openReader({ dataDir, databaseUrl }: StorePlace, digest: Digest): Promise<StoreReader> {
  if (databaseUrl === undefined) return openSqliteReader({ dataDir, digest });
  return (await postgres()).openPostgresReader({ database: databaseUrl, digest });
}
