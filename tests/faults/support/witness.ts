import { beginningOfLog, eventHash } from '../../../src/adapters/store/event-hash.ts';
import { openSqliteReader } from '../../../src/adapters/store/sqlite/open-sqlite-store.ts';
import { createSystemDigest } from '../../../src/adapters/system/system-digest.ts';
import type { StoredEvent } from '../../../src/ports/event-log.ts';

const digest = createSystemDigest();

type LogReader = {
  read(after: number, limit: number): Promise<readonly StoredEvent[]>;
  close(): void | Promise<void>;
};

/** Whoever reads the log beside the program, remembers all of it, and would notice if it were not the same later. */
export type Witness = {
  /** Everything up to now. Throws where an event does not follow from the one before it. */
  look(): Promise<readonly StoredEvent[]>;
  /** Reads all of it once more from the beginning and compares; returns how many events it holds. */
  lookAgain(): Promise<number>;
};

export function witnessOf(open: () => LogReader | Promise<LogReader>): Witness {
  const seen: StoredEvent[] = [];
  const from = async (known: readonly StoredEvent[]): Promise<readonly StoredEvent[]> => {
    const reader = await open();
    try {
      const fresh: StoredEvent[] = [];
      for (;;) {
        const before = fresh.at(-1) ?? known.at(-1);
        const page = await reader.read(before?.seq ?? 0, 500);
        for (const each of page) fresh.push(follows(fresh.at(-1) ?? known.at(-1), each));
        if (page.length === 0) return fresh;
      }
    } finally {
      await reader.close();
    }
  };
  let turn: Promise<unknown> = Promise.resolve();
  const lookOn = async () => {
    seen.push(...(await from(seen)));
    return seen;
  };
  return {
    look() {
      // One look after the other: two at once would both remember what is new.
      const mine = turn.then(lookOn);
      turn = mine.catch(() => undefined);
      return mine;
    },
    async lookAgain() {
      const all = await from([]);
      const kept = seen.every(({ hash }, place) => all[place]?.hash === hash);
      if (!kept) throw new Error('The log is not what it was.');
      return all.length;
    },
  };
}

export function witnessOfFolder(dataDir: string): Witness {
  return witnessOf(() => {
    const reader = openSqliteReader({ dataDir, digest });
    return { read: reader.log.read, close: reader.close };
  });
}

function follows(before: StoredEvent | undefined, { hash, ...event }: StoredEvent): StoredEvent {
  const place = (before?.seq ?? 0) + 1;
  const follows = event.seq === place && eventHash(digest, before?.hash ?? beginningOfLog, event) === hash;
  if (!follows) throw new Error(`The chain is broken at event ${place}.`);
  return { ...event, hash };
}
