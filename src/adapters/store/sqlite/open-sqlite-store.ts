import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { Project } from '../../../ports/read-models.ts';
import { createConversationBook } from '../conversation-book.ts';
import { defaultSchool } from '../default-school.ts';
import { createLogReader } from '../log-reader.ts';
import { createOutbox, createOutboxReader } from '../outbox.ts';
import { createProcesses } from '../processes.ts';
import { conversationQueries } from '../queries/conversation-queries.ts';
import { sqliteDialect } from '../queries/dialect.ts';
import { logQueries } from '../queries/log-queries.ts';
import { modelQueries } from '../queries/model-queries.ts';
import { modelWrites } from '../queries/model-writes.ts';
import { outboxQueries } from '../queries/outbox-queries.ts';
import { probeQuery } from '../queries/probe-query.ts';
import { processQueries } from '../queries/process-queries.ts';
import { createReadModels } from '../read-models.ts';
import { RecentlyUsed } from '../recently-used.ts';
import { command } from '../runner.ts';
import { defaultCachedStreams, type Store, type StoreParts, type StoreReader } from '../store.ts';
import { StoreNotOpened } from '../store-not-opened.ts';
import { StreamStates } from '../stream-states.ts';
import { durabilityOf, openForReading, openForWriting, syncFolder } from './connection.ts';
import { createEventTable, type EventTable } from './event-table.ts';
import { createGroupCommit, type GroupCommit } from './group-commit.ts';
import { migrate } from './migrate.ts';
import { createModelTables, type ModelTables } from './model-tables.ts';
import { createPrepared } from './prepared.ts';
import { createReadRaw, verifyFile } from './raw-events.ts';
import { schemaSteps } from './schema.ts';
import { asFailure } from './sql-failure.ts';
import { createSqliteEventLog } from './sqlite-event-log.ts';
import { createSqliteReading, createSqliteRunner } from './sqlite-runner.ts';
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
    return await composeStore(db, lock, options);
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
  const reader = createSqliteReading(createPrepared(db));
  const readRaw = createReadRaw(db, school);
  return {
    log: createLogReader(reader, logQueries(sqliteDialect, school)),
    readRaw,
    outbox: createOutboxReader(reader, outboxQueries(sqliteDialect, school)),
    readModels: createReadModels(reader, modelQueries(sqliteDialect, school)),
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

async function composeStore(db: DatabaseSync, lock: WriterLock, options: SqliteStoreOptions): Promise<Store> {
  const { project, ids, digest, school = defaultSchool, cachedStreams = defaultCachedStreams } = options;
  const queries = queriesOf(school);
  const prepared = createPrepared(db);
  const events = createEventTable(prepared, queries.log, digest);
  const states = new StreamStates(events, new RecentlyUsed(cachedStreams));
  const commit = createGroupCommit(db, states);
  const models = createModelTables(prepared, queries.models);
  const runner = createSqliteRunner(prepared, commit);
  const instance = ids.next();
  // Whoever holds the store's lock knows that all who came before are gone.
  await runner.write(command(queries.processes.fenceAll, {}), command(queries.processes.join, { instance }));
  return {
    log: createSqliteEventLog({ events, states, models, prepared, queries, commit, project, ids }),
    outbox: createOutbox(runner, queries.outbox, instance),
    readModels: createReadModels(runner, queries.reads),
    conversations: createConversationBook(runner, queries.book),
    processes: createProcesses(runner, queries.processes, instance),
    rebuild: () => commit.run(() => rebuild(events, models, project)),
    verify: () => verifyFile(db, createReadRaw(db, school), digest),
    durability: () => Promise.resolve(durabilityOf(db)),
    probe: async () => void (await runner.write(command(queries.probe, {}))),
    onNews: () => {},
    exclusively: (_name, work) => work(),
    close: () => Promise.resolve(closeStore(db, lock, commit)),
  };
}

function queriesOf(school: string) {
  return {
    log: logQueries(sqliteDialect, school),
    outbox: outboxQueries(sqliteDialect, school),
    models: modelWrites(sqliteDialect, school),
    reads: modelQueries(sqliteDialect, school),
    book: conversationQueries(sqliteDialect, school),
    processes: processQueries(sqliteDialect, school),
    probe: probeQuery(sqliteDialect),
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
