import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Config } from '../../../src/config.ts';
import { isLong } from './report.ts';
import { type Witness, witnessOfFolder } from './witness.ts';

/** Where a program under test keeps everything, and how its log is read from outside. */
export type Home = {
  readonly store: string;
  readonly config: Config;
  readonly teamsFile: string;
  witness(): Witness;
  remove(): Promise<void>;
};

/** A process that is killed loses nothing the system holds, on a disk or not: the short sets keep it in memory. */
export function freshFolder(): string {
  const memory = '/dev/shm';
  const above = !isLong && existsSync(memory) ? memory : tmpdir();
  return mkdtempSync(join(above, 'udvalgsbot-faults-'));
}

export function sqliteHome(): Home {
  const dataDir = freshFolder();
  return {
    store: 'SQLite',
    config: { mode: 'local', port: 0, host: '127.0.0.1', dataDir, baseUrl: undefined, logLevel: 'silent' },
    teamsFile: join(dataDir, 'teams.jsonl'),
    witness: () => witnessOfFolder(dataDir),
    remove: () => {
      rmSync(dataDir, { recursive: true, force: true });
      return Promise.resolve();
    },
  };
}
