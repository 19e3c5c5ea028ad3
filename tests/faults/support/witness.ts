import { setTimeout as pause } from 'node:timers/promises';
import { beginningOfLog, eventHash } from '../../../src/adapters/store/event-hash.ts';
import type { StoreReader } from '../../../src/adapters/store/store.ts';
import { createSystemDigest } from '../../../src/adapters/system/system-digest.ts';
import type { StorePlace } from '../../../src/config.ts';
import { openReader } from '../../../src/open-store.ts';
import type { StoredEvent } from '../../../src/ports/event-log.ts';
import { PortFailure } from '../../../src/ports/port-failure.ts';

const digest = createSystemDigest();

/** Whoever reads the log beside the program, remembers all of it, and would notice if it were not the same later. */
export type Witness = {
  /** Everything up to now. Throws where an event does not follow from the one before it. */
  look(): Promise<readonly StoredEvent[]>;
  /** Reads all of it once more from the beginning and compares; returns how many events it holds. */
  lookAgain(): Promise<number>;
  close(): Promise<void>;
};

/** To be looked through when the program has made its store. */
export function witnessOf(place: StorePlace): Witness {
  const seen: StoredEvent[] = [];
  let reader: StoreReader | undefined;
  let turn: Promise<unknown> = Promise.resolve();
  const from = async (known: readonly StoredEvent[]): Promise<readonly StoredEvent[]> => {
    reader ??= await openReader(place, digest);
    const { log } = reader;
    const fresh: StoredEvent[] = [];
    for (;;) {
      const before = fresh.at(-1) ?? known.at(-1);
      const page = await log.read(before?.seq ?? 0, 500);
      for (const each of page) fresh.push(follows(fresh.at(-1) ?? known.at(-1), each));
      if (page.length === 0) return fresh;
    }
  };
  const lookOn = async () => {
    seen.push(...(await patiently(() => from(seen))));
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
    close: async () => reader?.close(),
  };
}

const patienceMs = 60_000;

/** A server that is away is waited for. */
async function patiently<T>(look: () => Promise<T>): Promise<T> {
  const until = performance.now() + patienceMs;
  for (;;) {
    try {
      return await look();
    } catch (error) {
      if (!(error instanceof PortFailure) || performance.now() > until) throw error;
    }
    await pause(50);
  }
}

function follows(before: StoredEvent | undefined, { hash, ...event }: StoredEvent): StoredEvent {
  const place = (before?.seq ?? 0) + 1;
  const follows = event.seq === place && eventHash(digest, before?.hash ?? beginningOfLog, event) === hash;
  if (!follows) throw new Error(`The chain is broken at event ${place}.`);
  return { ...event, hash };
}
