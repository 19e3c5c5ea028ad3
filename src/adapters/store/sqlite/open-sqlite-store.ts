import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { ConversationBook } from '../../../ports/conversation-book.ts';
import type { Digest } from '../../../ports/digest.ts';
import type { EventLog } from '../../../ports/event-log.ts';
import type { Ids } from '../../../ports/ids.ts';
import type { Outbox } from '../../../ports/outbox.ts';
import type { Processes } from '../../../ports/processes.ts';
import type { Project, ReadModels } from '../../../ports/read-models.ts';
import { type ChainReport, verifyChain } from '../verify-chain.ts';
import { durabilityOf, openForReading, openForWriting, syncFolder } from './connection.ts';
import { createEffectTable } from './effect-table.ts';
import { createEventReader, createEventTable, type EventTable } from './event-table.ts';
import { createGroupCommit, type GroupCommit } from './group-commit.ts';
import { migrate, type StoreMark } from './migrate.ts';
import { createModelTables, type ModelTables } from './model-tables.ts';
import { createReadRaw } from './raw-events.ts';
import { schemaSteps } from './schema.ts';
import { asFailure, reading } from './sql-failure.ts';
import { createSqliteConversationBook } from './sqlite-conversation-book.ts';
import { createSqliteEventLog } from './sqlite-event-log.ts';
import { createOutboxReader, createSqliteOutbox, type OutboxReader } from './sqlite-outbox.ts';
import { createSqliteProcesses, fenceAll } from './sqlite-processes.ts';
import { createSqliteReadModels } from './sqlite-read-models.ts';
import { StoreNotOpened } from './store-not-opened.ts';
import { StreamStates } from './stream-states.ts';
import { takeWriterLock, type WriterLock } from './writer-lock.ts';

export type SqliteStoreOptions = {
  /** Made when it is not there. */
  readonly dataDir: string;
  readonly project: Project;
  readonly ids: Ids;
  readonly digest: Digest;
  /** A store once opened as local never opens as live, nor the other way round. */
  readonly mark: StoreMark;
  /** The owning school, first in every key. */
  readonly school?: string;
  /** Streams whose folded states stay in memory. */
  readonly cachedStreams?: number;
};

export type SqliteStore = {
  readonly log: EventLog;
  readonly outbox: Outbox;
  readonly readModels: ReadModels;
  readonly conversations: ConversationBook;
  readonly processes: Processes;
  /** Throws away the read models and makes them again from the log; returns how many events were read. */
  rebuild(): Promise<number>;
  verify(): Promise<ChainReport>;
  /** The settings that make a commit durable, as the open connection reads them back. */
  durability(): Readonly<Record<string, string | number>>;
  /** A durable write and nothing else: rejects when the store cannot write. */
  probe(): Promise<void>;
  /** Commits what was given, then closes; later acts are refused with `PortFailure`. */
  close(): Promise<void>;
};

/** What may be read beside a running program: for the commands `status` and `verify`. */
export type SqliteReader = {
  readonly log: Pick<EventLog, 'read'>;
  readonly outbox: OutboxReader;
  readonly readModels: ReadModels;
  verify(): Promise<ChainReport>;
  close(): void;
};

const defaultSchool = 'school';
const defaultCachedStreams = 2_000;

/** Opens the embedded store as its one writer. Throws `StoreNotOpened` with one sentence when that cannot be. */
export async function openSqliteStore(options: SqliteStoreOptions): Promise<SqliteStore> {
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
): SqliteReader {
  const { dataDir, digest, school = defaultSchool } = options;
  const file = databaseFile(dataDir);
  if (!existsSync(file)) throw new StoreNotOpened(`There is no store in ${dataDir}.`, { reason: 'missing' });
  const db = openForReading(file);
  const events = createEventReader(db, school);
  return {
    log: { read: (after, limit) => reading(() => events.page(after, limit)) },
    outbox: createOutboxReader(db, school),
    readModels: createSqliteReadModels(db, school),
    verify: () => verifyChain(createReadRaw(db, school), digest),
    close: () => db.close(),
  };
}

function databaseFile(dataDir: string): string {
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

function composeStore(db: DatabaseSync, lock: WriterLock, options: SqliteStoreOptions): SqliteStore {
  const { project, ids, digest, school = defaultSchool, cachedStreams = defaultCachedStreams } = options;
  const events = createEventTable(db, school, digest);
  const states = new StreamStates(events, cachedStreams);
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
    verify: () => verifyChain(createReadRaw(db, school), digest),
    durability: () => durabilityOf(db),
    probe: async () => {
      await commit.run(() => probe.run());
    },
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
