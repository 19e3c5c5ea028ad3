import { randomUUID } from 'node:crypto';
import {
  openPostgresStore,
  type PostgresStoreOptions,
} from '../../../../src/adapters/store/postgres/open-postgres-store.ts';
import type { Store } from '../../../../src/adapters/store/store.ts';
import { createSystemDigest } from '../../../../src/adapters/system/system-digest.ts';
import { createSystemIds } from '../../../../src/adapters/system/system-ids.ts';

/** A store on that database; each that names no school has one of its own, and so an empty log. */
export function storeOn(
  database: PostgresStoreOptions['database'],
  options: Partial<PostgresStoreOptions> = {},
): Promise<Store> {
  return openPostgresStore({
    database,
    project: () => [],
    ids: createSystemIds(),
    digest: createSystemDigest(),
    mark: 'local',
    school: randomUUID(),
    ...options,
  });
}
