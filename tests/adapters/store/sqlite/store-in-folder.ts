import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createProcesses } from '../../../../src/adapters/store/processes.ts';
import { sqliteDialect } from '../../../../src/adapters/store/queries/dialect.ts';
import { processQueries } from '../../../../src/adapters/store/queries/process-queries.ts';
import { command } from '../../../../src/adapters/store/runner.ts';
import { openForWriting } from '../../../../src/adapters/store/sqlite/connection.ts';
import { createGroupCommit } from '../../../../src/adapters/store/sqlite/group-commit.ts';
import { migrate } from '../../../../src/adapters/store/sqlite/migrate.ts';
import {
  openSqliteStore,
  type SqliteStoreOptions,
} from '../../../../src/adapters/store/sqlite/open-sqlite-store.ts';
import { createPrepared } from '../../../../src/adapters/store/sqlite/prepared.ts';
import { schemaSteps } from '../../../../src/adapters/store/sqlite/schema.ts';
import { createSqliteRunner } from '../../../../src/adapters/store/sqlite/sqlite-runner.ts';
import type { Store } from '../../../../src/adapters/store/store.ts';
import { createSystemDigest } from '../../../../src/adapters/system/system-digest.ts';
import { createSystemIds } from '../../../../src/adapters/system/system-ids.ts';
import type { OpenedProcesses } from '../../../contracts/processes.contract.ts';

export function freshFolder(): string {
  return mkdtempSync(join(tmpdir(), 'store-'));
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

export function storeIn(dataDir: string, options: Partial<SqliteStoreOptions> = {}): Promise<Store> {
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
export async function passingStore(options: Partial<SqliteStoreOptions> = {}): Promise<Store> {
  const folder = freshFolder();
  const store = await storeIn(folder, options);
  const close = async () => {
    await store.close();
    removeFolder(folder);
  };
  return { ...store, close };
}

/** Two processes' words on one file, which its lock lets only one process have open. */
export async function passingProcesses(): Promise<OpenedProcesses> {
  const folder = freshFolder();
  const db = openForWriting(join(folder, 'udvalgsbot.db'));
  migrate(db, createSystemDigest(), 'local', schemaSteps);
  const commit = createGroupCommit(db, { workEnded: () => {}, batchEnded: () => {} });
  const runner = createSqliteRunner(createPrepared(db), commit);
  const queries = processQueries(sqliteDialect, 'school');
  const joined = async (instance: string) => {
    await runner.write(command(queries.join, { instance }));
    return createProcesses(runner, queries, instance);
  };
  const close = () => {
    db.close();
    removeFolder(folder);
    return Promise.resolve();
  };
  return { processes: await joined('one'), other: await joined('two'), close };
}
