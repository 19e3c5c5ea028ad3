import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { comparedAnchors } from '../../../src/adapters/store/compare-logs.ts';
import { openLogFile } from '../../../src/adapters/store/sqlite/log-file.ts';
import { createSystemDigest } from '../../../src/adapters/system/system-digest.ts';
import type { DomainEvent } from '../../../src/domain/event.ts';
import { fits } from '../../../src/domain/operation/enter-safe-mode.ts';
import type { Anchor } from '../../../src/ports/anchors.ts';
import { storeIn } from '../../adapters/store/sqlite/store-in-folder.ts';

export const digest = createSystemDigest();

export type StoredLog = { readonly file: string; readonly anchors: readonly Anchor[] };

/** A log in a file, one event of every kind several times over, anchored at every tenth event and at its end. */
export async function storedLog(
  folder: string,
  happened: readonly DomainEvent[],
  rounds: number,
): Promise<StoredLog> {
  const store = await storeIn(folder);
  const anchors: Anchor[] = [];
  const at = Temporal.Instant.from('2027-03-01T08:00:00Z');
  for (let round = 0; round < rounds; round += 1) {
    for (const [place, event] of happened.entries()) {
      const append = [{ stream: `meeting/${round}-${place % 7}`, events: [event] }];
      const actor = { personId: `person-${place % 5}` };
      await store.log.transact({
        load: {},
        decide: () => ({ result: undefined, append, actor, at: at.add({ minutes: place }) }),
      });
      const head = await store.log.head();
      if (head.seq % 10 === 0) anchors.unshift({ ...head, at: at.toString(), occasion: `day/${head.seq}` });
    }
  }
  const head = await store.log.head();
  await store.close();
  return {
    file: join(folder, 'udvalgsbot.db'),
    anchors: [{ ...head, at: at.toString(), occasion: 'closed/m1/1' }, ...anchors],
  };
}

export function copyOf({ file }: StoredLog, name: string): string {
  const copy = `${file}.${name}`;
  copyFileSync(file, copy);
  return copy;
}

export type Found = 'chain' | 'anchors' | 'nothing';

/** What an operator would be told: by walking the chain, or by comparing the log with its anchors. */
export async function foundIn(file: string, anchors: readonly Anchor[]): Promise<Found> {
  let log: ReturnType<typeof openLogFile>;
  try {
    log = openLogFile(file, digest);
  } catch {
    // Whoever asks is told that the file is no store any more.
    return 'chain';
  }
  try {
    if ((await log.verify()).chain !== 'whole') return 'chain';
    const compared = await comparedAnchors(log.readRaw, anchors);
    return compared.every(fits) ? 'nothing' : 'anchors';
  } finally {
    log.close();
  }
}

/** All the rows as they can be read, or why they cannot: to tell a change of the log from one of the space around it. */
export function contentOf(file: string): string {
  try {
    const db = new DatabaseSync(file, { readOnly: true });
    try {
      const rows = db.prepare("SELECT * FROM event NOT INDEXED WHERE school = 'school' ORDER BY +seq").all();
      const found = db.prepare("SELECT * FROM event WHERE school = 'school' ORDER BY seq").all();
      return JSON.stringify([rows, found]);
    } finally {
      db.close();
    }
  } catch {
    return 'unreadable';
  }
}
