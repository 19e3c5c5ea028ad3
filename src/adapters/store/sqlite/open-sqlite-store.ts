import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { Project } from '../../../ports/read-models.ts';
import { defaultSchool } from '../default-school.ts';
import { RecentlyUsed } from '../recently-used.ts';
import { defaultCachedStreams, type Store, type StoreParts, type StoreReader } from '../store.ts';
import { StoreNotOpened } from '../store-not-opened.ts';
import { StreamStates } from '../stream-states.ts';
import { durabilityOf, openForReading, openForWriting, syncFolder } from './connection.ts';
import { createEffectTable } from './effect-table.ts';
import { createEventReader, createEventTable, type EventTable } from './event-table.ts';
import { createGroupCommit, type GroupCommit } from './group-commit.ts';
import { migrate } from './migrate.ts';
import { createModelTables, type ModelTables } from './model-tables.ts';
import { createReadRaw, verifyFile } from './raw-events.ts';
import { schemaSteps } from './schema.ts';
import { asFailure, reading } from './sql-failure.ts';
import { createSqliteConversationBook } from './sqlite-conversation-book.ts';
import { createSqliteEventLog } from './sqlite-event-log.ts';
import { createOutboxReader, createSqliteOutbox } from './sqlite-outbox.ts';
import { createSqliteProcesses, fenceAll } from './sqlite-processes.ts';
import { createSqliteReadModels } from './sqlite-read-models.ts';
import { takeWriterLock, type WriterLock } from './writer-lock.ts';

export type SqliteStoreOptions = StoreParts & {
  /** Made when it is not there. */
  readonly dataDir: string;
};

/** Opens the embedded store as its one writer. Throws `StoreNotOpened` with one sentence when that cannot be. */
export async function openSqliteStore(options: SqliteStoreOptions): Promise<Store> {
  const { dataDir } = options;
  mkdirSync(dataDir, { recursive: true });
  const lock = takeWriterLock(dataDir);
  try {
    const db = openForWriting(databaseFile(dataDir));
    prepareSchema(db, options);
    syncFolder(dataDir);
    return await Promise.resolve(composeStore(db, lock, options));
  } catch (error) {
    lock.release();
    throw asFailure(error);
  }
}

/** Opens an existing store for reading only; takes no lock and changes nothing. */
export function openSqliteReader(
  options: Pick<SqliteStoreOptions, 'dataDir' | 'digest' | 'school'>,
): StoreReader {
  const { dataDir, digest, school = defaultSchool } = options;
  const file = databaseFile(dataDir);
  if (!existsSync(file)) throw new StoreNotOpened(`There is no store in ${dataDir}.`, { reason: 'missing' });
  const db = openForReading(file);
  const events = createEventReader(db, school);
  const readRaw = createReadRaw(db, school);
  return {
    log: {
      read: (after, limit) => reading(() => events.page(after, limit)),
      history: (streams) => reading(() => events.history(streams)),
      head: () => reading(() => events.head()),
    },
    readRaw,
    outbox: createOutboxReader(db, school),
    readModels: createSqliteReadModels(db, school),
    verify: () => verifyFile(db, readRaw, digest),
    close: () => Promise.resolve(db.close()),
  };
}

export function databaseFile(dataDir: string): string {
  return join(dataDir, 'udvalgsbot.db');
}

function prepareSchema(db: DatabaseSync, { digest, mark }: SqliteStoreOptions): void {
  try {
    migrate(db, digest, mark, schemaSteps);
  } catch (error) {
    db.close();
    throw error;
  }
}

function composeStore(db: DatabaseSync, lock: WriterLock, options: SqliteStoreOptions): Store {
  const { project, ids, digest, school = defaultSchool, cachedStreams = defaultCachedStreams } = options;
  const events = createEventTable(db, school, digest);
  const states = new StreamStates(events, new RecentlyUsed(cachedStreams));
  const commit = createGroupCommit(db, states);
  const models = createModelTables(db, school);
  fenceAll(db, school);
  const probe = db.prepare(
    "INSERT INTO meta (name, value) VALUES ('probe', '') ON CONFLICT DO UPDATE SET value = value",
  );
  return {
    log: createSqliteEventLog({
      events,
      states,
      effects: createEffectTable(db, school),
      models,
      commit,
      project,
      ids,
    }),
    outbox: createSqliteOutbox(db, school, commit),
    readModels: createSqliteReadModels(db, school),
    conversations: createSqliteConversationBook(db, school, commit),
    processes: createSqliteProcesses(db, school, commit, ids.next()),
    rebuild: () => commit.run(() => rebuild(events, models, project)),
    verify: () => verifyFile(db, createReadRaw(db, school), digest),
    durability: () => Promise.resolve(durabilityOf(db)),
    probe: async () => {
      await commit.run(() => probe.run());
    },
    onNews: () => {},
    close: () => Promise.resolve(closeStore(db, lock, commit)),
  };
}

const rebuildPage = 500;

function rebuild(events: EventTable, models: ModelTables, project: Project): number {
  models.clear();
  let after = 0;
  for (;;) {
    const page = events.page(after, rebuildPage);
    for (const stored of page) models.apply(project(stored));
    after += page.length;
    if (page.length < rebuildPage) return after;
  }
}

function closeStore(db: DatabaseSync, lock: WriterLock, commit: GroupCommit): void {
  if (!db.isOpen) return;
  commit.close();
  db.close();
  lock.release();
}
