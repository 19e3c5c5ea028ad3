import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import type { Config } from '../../../src/config.ts';
import {
  hasPostgres,
  type PostgresServer,
  quickPlace,
  startPostgres,
} from '../../support/postgres-server.ts';
import { isLong } from './report.ts';
import { type Witness, witnessOf } from './witness.ts';

/** Where a program under test keeps everything, and how its log is read from outside. */
export type Home = {
  readonly store: 'SQLite' | 'PostgreSQL';
  readonly config: Config;
  readonly teamsFile: string;
  readonly witness: Witness;
  remove(): Promise<void>;
};

export type OpenHome = () => Promise<Home>;

/** A process that is killed loses nothing the system holds, on a disk or not: the short sets keep it in memory. */
export function freshFolder(): string {
  const memory = '/dev/shm';
  const above = !isLong && existsSync(memory) ? memory : tmpdir();
  return mkdtempSync(join(above, 'udvalgsbot-faults-'));
}

export function sqliteHome(): Promise<Home> {
  return Promise.resolve(homeIn(freshFolder(), 'SQLite'));
}

export function homeIn(dataDir: string, store: Home['store'], databaseUrl?: string): Home {
  const config = {
    mode: 'local',
    port: 0,
    host: '127.0.0.1',
    dataDir,
    baseUrl: undefined,
    logLevel: 'silent',
    ...(databaseUrl === undefined ? {} : { databaseUrl }),
  } as const;
  const witness = witnessOf(config);
  return {
    store,
    config,
    teamsFile: join(dataDir, 'teams.jsonl'),
    witness,
    async remove() {
      await witness.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** One server for all homes of a test file, each in a database of its own. */
function homesOnPostgres(): OpenHome {
  let server: Promise<PostgresServer> | undefined;
  afterAll(async () => (await server)?.close());
  return async () => {
    server ??= startPostgres([], isLong ? tmpdir() : quickPlace());
    return homeIn(freshFolder(), 'PostgreSQL', await (await server).freshDatabase());
  };
}

/** Each store that can be had here; without a PostgreSQL server the run says so, and in CI it fails. */
export function everyHome(): readonly (readonly [Home['store'], OpenHome])[] {
  if (hasPostgres())
    return [
      ['SQLite', sqliteHome],
      ['PostgreSQL', homesOnPostgres()],
    ];
  process.stdout.write('Note: no PostgreSQL server found, its half of the proof is left out.\n');
  return [['SQLite', sqliteHome]];
}
