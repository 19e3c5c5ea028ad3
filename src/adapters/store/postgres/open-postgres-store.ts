import { createConversationBook } from '../conversation-book.ts';
import { defaultSchool } from '../default-school.ts';
import { createLogReader } from '../log-reader.ts';
import { createOutbox, createOutboxReader } from '../outbox.ts';
import { createProcesses } from '../processes.ts';
import { conversationQueries } from '../queries/conversation-queries.ts';
import { postgresDialect } from '../queries/dialect.ts';
import { logQueries } from '../queries/log-queries.ts';
import { modelQueries } from '../queries/model-queries.ts';
import { modelWrites } from '../queries/model-writes.ts';
import { outboxQueries } from '../queries/outbox-queries.ts';
import { postgresLogQueries } from '../queries/postgres-log-queries.ts';
import { probeQuery } from '../queries/probe-query.ts';
import { processQueries } from '../queries/process-queries.ts';
import { createReadModels } from '../read-models.ts';
import { RecentlyUsed } from '../recently-used.ts';
import { command } from '../runner.ts';
import { defaultCachedStreams, type Store, type StoreParts, type StoreReader } from '../store.ts';
import { StoreNotOpened } from '../store-not-opened.ts';
import { verifyChain } from '../verify-chain.ts';
import { type Connection, type Connections, createConnections } from './connections.ts';
import { DatabaseFailure } from './database-failure.ts';
import { exclusively } from './exclusively.ts';
import { createGroupCommit } from './group-commit.ts';
import { KnownLog } from './known-log.ts';
import { createLoads } from './loads.ts';
import { migrate } from './migrate.ts';
import { type News, openNews } from './news.ts';
import { createPostgresEventLog, createRawReader } from './postgres-event-log.ts';
import { createPostgresRunner } from './postgres-runner.ts';
import { rebuild } from './rebuild.ts';
import { postgresSteps } from './schema.ts';
import { assertSettings, readSettings } from './settings.ts';

export type PostgresStoreOptions = StoreParts & {
  /** `postgres://…`, with TLS as it says; a test may bring its own way to a database. */
  readonly database: string | Connections;
  /** How long a server that is away is waited for before an act is refused; 10 s. */
  readonly patienceMs?: number;
};

/** Opens the store as one of several processes. Throws `StoreNotOpened` with one sentence when that cannot be. */
export async function openPostgresStore(options: PostgresStoreOptions): Promise<Store> {
  const { school = defaultSchool, ids, digest, mark } = options;
  const connections = connectionsTo(options.database);
  const instance = ids.next();
  try {
    const settings = await connections.use(async (connection) => {
      const found = await readSettings(connection);
      assertSettings(found);
      await migrate(connection, digest, mark, postgresSteps);
      return found;
    });
    const runner = createPostgresRunner(connections);
    await runner.write(
      command(postgresLogQueries(school).begin, {}),
      command(processQueries(postgresDialect, school).join, { instance }),
    );
    const news = await openNews(connections, school, instance);
    return compose(options, connections, instance, news, settings);
  } catch (error) {
    await connections.close();
    throw notReached(error);
  }
}

/** Nothing could be asked of the server at all: it is away, or does not let us in. */
function notReached(error: unknown): unknown {
  if (!(error instanceof DatabaseFailure)) return error;
  const sentence = `The database cannot be used: ${error.code}.`;
  return new StoreNotOpened(sentence, { reason: 'unreachable', cause: error });
}

function connectionsTo(database: string | Connections): Connections {
  return typeof database === 'string' ? createConnections(database) : database;
}

function queriesOf(school: string) {
  return {
    log: { ...logQueries(postgresDialect, school), ...postgresLogQueries(school) },
    outbox: outboxQueries(postgresDialect, school),
    models: modelWrites(postgresDialect, school),
    reads: modelQueries(postgresDialect, school),
    book: conversationQueries(postgresDialect, school),
    processes: processQueries(postgresDialect, school),
    probe: probeQuery(postgresDialect),
  };
}

function compose(
  options: PostgresStoreOptions,
  connections: Connections,
  instance: string,
  news: News,
  settings: Readonly<Record<string, string>>,
): Store {
  const { project, ids, digest, school = defaultSchool, cachedStreams = defaultCachedStreams } = options;
  const queries = queriesOf(school);
  const known = new KnownLog(new RecentlyUsed(cachedStreams));
  const runner = createPostgresRunner(connections);
  const commit = createGroupCommit(
    { ...queries, known, instance, project, ids, digest },
    {
      connections,
      tellNews: news.tell,
      ...(options.patienceMs === undefined ? {} : { patienceMs: options.patienceMs }),
    },
  );
  const load = createLoads({ known, log: queries.log, connections });
  return {
    log: createPostgresEventLog(commit, load, runner, queries.log),
    outbox: createOutbox(runner, queries.outbox, instance),
    readModels: createReadModels(runner, queries.reads),
    conversations: createConversationBook(runner, queries.book),
    processes: createProcesses(runner, queries.processes, instance),
    onNews: news.onNews,
    exclusively: (name, work) => exclusively(connections, `${school}/${name}`, work),
    rebuild: () => rebuild({ connections, log: queries.log, models: queries.models, project }),
    verify: () => verifyChain(createRawReader(runner, queries.log), digest),
    durability: () => Promise.resolve(settings),
    probe: async () => void (await runner.write(command(queries.probe, {}))),
    close: async () => {
      await commit.close();
      await news.close();
      await connections.close();
    },
  };
}

/** Opens an existing store for reading beside the running processes; changes nothing. */
export async function openPostgresReader(
  options: Pick<PostgresStoreOptions, 'database' | 'digest' | 'school'>,
): Promise<StoreReader> {
  const { digest, school = defaultSchool } = options;
  const connections = connectionsTo(options.database);
  const queries = queriesOf(school);
  const runner = createPostgresRunner(connections);
  try {
    await connections.use(assertStore);
  } catch (error) {
    await connections.close();
    throw notReached(error);
  }
  const readRaw = createRawReader(runner, queries.log);
  return {
    log: createLogReader(runner, queries.log),
    outbox: createOutboxReader(runner, queries.outbox),
    readModels: createReadModels(runner, queries.reads),
    readRaw,
    verify: () => verifyChain(readRaw, digest),
    close: () => connections.close(),
  };
}

async function assertStore(connection: Connection): Promise<void> {
  const { rows } = await connection.query({ text: "SELECT 1 WHERE to_regclass('event') IS NOT NULL" });
  if (rows.length > 0) return;
  throw new StoreNotOpened('There is no store in the database.', { reason: 'missing' });
}
