import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  openSqliteStore,
  type SqliteStore,
  type SqliteStoreOptions,
} from '../../../../src/adapters/store/sqlite/open-sqlite-store.ts';
import { createSystemDigest } from '../../../../src/adapters/system/system-digest.ts';
import { createSystemIds } from '../../../../src/adapters/system/system-ids.ts';

export function freshFolder(): string {
  return mkdtempSync(join(tmpdir(), 'store-'));
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

export function storeIn(dataDir: string, options: Partial<SqliteStoreOptions> = {}): Promise<SqliteStore> {
  const digest = createSystemDigest();
  return openSqliteStore({
    dataDir,
    project: () => [],
    ids: createSystemIds(),
    digest,
    mark: 'local',
    ...options,
  });
}

/** A store in a folder of its own, which goes away with it. */
export async function passingStore(options: Partial<SqliteStoreOptions> = {}): Promise<SqliteStore> {
  const folder = freshFolder();
  const store = await storeIn(folder, options);
  const close = async () => {
    await store.close();
    removeFolder(folder);
  };
  return { ...store, close };
}
