import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

/** Where Debian lays the server's programs, newest version first. */
function findBinaries(): string | undefined {
  const root = '/usr/lib/postgresql';
  if (!existsSync(root)) return undefined;
  const versions = readdirSync(root).toSorted((a, b) => Number(b) - Number(a));
  return versions.map((version) => join(root, version, 'bin')).find((bin) => existsSync(join(bin, 'initdb')));
}

const postgresBinaries: string | undefined = findBinaries();

/** Whether a real server can be started here. In CI one must be. */
export function hasPostgres(): boolean {
  if (postgresBinaries !== undefined) return true;
  if (process.env['CI'] === 'true') throw new Error('CI has no PostgreSQL server to test against');
  return false;
}

/** A server of its own, with a cluster in a folder of its own, which goes away with it. */
export type PostgresServer = {
  /** Of a database that is always there. */
  readonly url: string;
  readonly port: number;
  /** A new and empty database. */
  freshDatabase(): Promise<string>;
  /** Runs SQL beside whatever else goes on; in the database that is always there, unless another is named by its url. */
  query(sql: string, database?: string): Promise<readonly Record<string, unknown>[]>;
  /** `immediate`: as if the power were cut; nothing is written any more. */
  stop(how: 'fast' | 'immediate'): Promise<void>;
  /** On the same cluster and port, after `stop`. */
  start(): Promise<void>;
  close(): Promise<void>;
};

/** Settings are given as `name=value`. Durability is on, as the boot check demands it. */
export async function startPostgres(
  settings: readonly string[] = [],
  place: string = tmpdir(),
): Promise<PostgresServer> {
  const folder = mkdtempSync(join(place, 'postgres-'));
  const data = join(folder, 'cluster');
  ownedByServer(folder);
  run('initdb', ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync']);
  const port = await freePort();
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  const launch = () => launched(data, port, settings);
  let server: ChildProcess | undefined = await launch();
  const stop = async (how: 'fast' | 'immediate') => {
    if (server === undefined) return;
    await ended(server, how === 'fast' ? 'SIGINT' : 'SIGQUIT');
    server = undefined;
  };
  let databases = 0;
  return {
    url,
    port,
    query: (sql, database = url) => asked(database, sql),
    freshDatabase: async () => {
      databases += 1;
      await asked(url, `CREATE DATABASE test_${databases}`);
      return `postgres://postgres@127.0.0.1:${port}/test_${databases}`;
    },
    stop,
    start: async () => {
      server ??= await launch();
    },
    close: async () => {
      await stop('immediate');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const alwaysSet = [
  'unix_socket_directories=',
  'listen_addresses=127.0.0.1',
  'max_connections=60',
  // After a stop as if the power were cut: one sync of the disk, not one a file.
  'recovery_init_sync_method=syncfs',
];

function launched(data: string, port: number, settings: readonly string[]): Promise<ChildProcess> {
  const given = [...alwaysSet, ...settings];
  const args = ['-D', data, '-p', String(port), ...given.flatMap((each) => ['-c', each])];
  const [program, ...more] = asServer('postgres', args);
  const server = spawn(program, more, { stdio: ['ignore', 'ignore', 'pipe'], cwd: '/' });
  const { promise: ready, resolve, reject } = Promise.withResolvers<ChildProcess>();
  let said = '';
  server.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    said += chunk;
    if (said.includes('ready to accept connections')) resolve(server);
  });
  server.once('exit', () => reject(new Error(`the server did not start:\n${said}`)));
  return ready;
}

/** For servers of which nothing is measured: Linux' folder in memory, where a container leaves it large enough. */
export function quickPlace(): string {
  const folder = '/dev/shm';
  if (!existsSync(folder)) return tmpdir();
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize > 2 ** 31 ? folder : tmpdir();
}

async function asked(url: string, sql: string): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

function ended(server: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  return new Promise((resolve) => {
    if (server.exitCode !== null) return resolve();
    server.once('exit', () => resolve());
    server.kill(signal);
  });
}

/** The server refuses to run as root: then it runs as the user that Debian's package made, or as nobody. */
const serverUser = ((): string | undefined => {
  if (process.getuid?.() !== 0) return undefined;
  return readFileSync('/etc/passwd', 'utf8').includes('\npostgres:') ? 'postgres' : 'nobody';
})();

function ownedByServer(folder: string): void {
  if (serverUser === undefined || serverUser === userInfo().username) return;
  execFileSync('chown', [serverUser, folder]);
  chmodSync(folder, 0o755);
}

function asServer(program: string, args: readonly string[]): readonly [string, ...string[]] {
  if (postgresBinaries === undefined) throw new Error('no PostgreSQL server is installed');
  const path = join(postgresBinaries, program);
  if (!existsSync('/usr/bin/setpriv')) return [path, ...args];
  const as = serverUser === undefined ? [] : [`--reuid=${serverUser}`, '--clear-groups'];
  // A test run that is killed takes its server with it.
  return ['setpriv', ...as, '--pdeathsig=QUIT', '--', path, ...args];
}

function run(program: string, args: readonly string[]): void {
  const [command, ...more] = asServer(program, args);
  execFileSync(command, more, { stdio: ['ignore', 'ignore', 'pipe'], cwd: '/' });
}

function freePort(): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const probe = createServer();
  probe.once('error', reject);
  probe.listen(0, '127.0.0.1', () => {
    const address = probe.address();
    probe.close(() => (typeof address === 'object' && address !== null ? resolve(address.port) : reject()));
  });
  return promise;
}
