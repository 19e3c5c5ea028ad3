import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { createLocalAnchors } from '../../src/adapters/local-library/anchors.ts';
import { anchorFolder } from '../../src/presentation/texts/file.da.ts';
import { storeIn } from '../adapters/store/sqlite/store-in-folder.ts';
import { tell } from '../contracts/told-events.ts';
import { type Ended, runToEnd } from '../support/running-program.ts';

export type Home = ReturnType<typeof openHome>;

/** A folder with a data folder in it, and the commands as an operator gives them. */
export function openHome() {
  const home = mkdtempSync(join(tmpdir(), 'commands-'));
  const dataDir = join(home, 'data');
  mkdirSync(dataDir);
  return {
    home,
    dataDir,
    store: join(dataDir, 'udvalgsbot.db'),
    copy: join(home, 'copy.db'),
    anchors: createLocalAnchors({ root: join(dataDir, 'library'), folder: anchorFolder }),
    ask: (...args: readonly string[]) => askIn(dataDir, ...args),
    written: (count: number) => writtenIn(dataDir, count),
    close: () => rmSync(home, { recursive: true, force: true }),
  };
}

export function askIn(dataDir: string, ...args: readonly string[]): Promise<Ended> {
  return runToEnd(['--import', './src/require-node.js', 'src/cli.ts', ...args], { DATA_DIR: dataDir });
}

/** Writes so many events to the store's end; returns the head. */
async function writtenIn(dataDir: string, count: number) {
  const store = await storeIn(dataDir);
  for (let number = 0; number < count; number += 1)
    await store.log.transact(tell('meeting/m1', `word ${number}`));
  const head = await store.log.head();
  await store.close();
  return head;
}

export function change(file: string, sql: string): void {
  const db = new DatabaseSync(file);
  db.exec(sql);
  db.close();
}
