import pg from 'pg';
import { databaseFailure } from './database-failure.ts';
import { keepListening } from './listening.ts';

export type Query = { readonly name?: string; readonly text: string; readonly values?: unknown[] };

export type Answer = { readonly rows: readonly object[]; readonly command: string };

/**
 * One connection, for as long as it is lent. Queries given together travel together and are answered in order. Throws
 * `DatabaseFailure` and nothing else.
 */
export type Connection = { query(query: Query): Promise<Answer> };

/** The way to one database. */
export type Connections = {
  /** Lends a connection to the work. One whose work failed is thrown away, and with it what it had begun. */
  use<T>(work: (connection: Connection) => Promise<T>): Promise<T>;
  /** Hears what is notified on a channel, over interruptions; also called with '' after each of them. */
  listen(channel: string, heard: (payload: string) => void): Promise<() => Promise<void>>;
  close(): Promise<void>;
};

const waits = {
  connectionTimeoutMillis: 5_000,
  // Longer than this no answer is waited for: the connection is thrown away and the outcome looked up.
  query_timeout: 10_000,
  keepAlive: true,
} as const;

/** A process that stops in the middle of a batch would hold the log's end; the server ends its session after this. */
const longestPauseMs = 5_000;

/**
 * What each session is set to before anybody uses it. A stronger promise of the server's is left as it is. Every query
 * has an index to go by; a plan made while a table was small, and kept, would else read all of it for ever.
 */
const sessionSettings = `SELECT set_config('idle_in_transaction_session_timeout', '${longestPauseMs}', false),
  set_config('enable_seqscan', 'off', false),
  CASE WHEN current_setting('synchronous_commit') NOT IN ('on', 'remote_apply')
    THEN set_config('synchronous_commit', 'on', false) END`;

const bigint = 20;

/** Whole numbers come as numbers: places in the log and milliseconds, far below 2^53. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (type, format) =>
    type === bigint ? wholeNumber : (pg.types.getTypeParser(type, format) as (text: string) => unknown),
};

function wholeNumber(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number)) throw new RangeError(`${text} is no number that can be kept exactly`);
  return number;
}

const mostConnections = 8;

export function createConnections(url: string): Connections {
  const shared = { connectionString: url, application_name: 'udvalgsbot', types, ...waits };
  const pool = new pg.Pool({
    ...shared,
    max: mostConnections,
    pipeline: true,
    onConnect: (client) => {
      client.on('error', () => {});
      return client.query(sessionSettings) as unknown as undefined;
    },
  });
  // A connection that breaks while nobody uses it is replaced when it is needed.
  pool.on('error', () => {});
  return {
    use: (work) => lend(pool, work),
    listen: (channel, heard) => keepListening(() => new pg.Client(shared), channel, heard),
    close: () => pool.end(),
  };
}

async function lend<T>(pool: pg.Pool, work: (connection: Connection) => Promise<T>): Promise<T> {
  const client = await pool.connect().catch((error: unknown) => {
    throw databaseFailure(error);
  });
  let sound = false;
  try {
    const result = await work({ query: (query) => answered(client, query) });
    sound = true;
    return result;
  } finally {
    client.release(!sound);
  }
}

async function answered(client: pg.PoolClient, query: Query): Promise<Answer> {
  try {
    return await client.query(query as pg.QueryConfig);
  } catch (error) {
    throw databaseFailure(error);
  }
}
