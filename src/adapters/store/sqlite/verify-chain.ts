import type { Digest } from '../../../ports/digest.ts';
import type { StoredEvent } from '../../../ports/event-log.ts';
import { beginningOfLog, eventHash } from '../event-hash.ts';
import type { EventTable, LogHead } from './event-table.ts';

/** `head` is what is anchored outside; `brokenAt` is the place of the first event that is not as it was written. */
export type ChainReport =
  | { readonly chain: 'whole'; readonly head: LogHead }
  | { readonly chain: 'broken'; readonly brokenAt: number };

const pageSize = 500;

/**
 * Walks the whole log. A removed end cannot be seen from within: for that the head is compared with an anchor. Gives the
 * thread back after each page.
 */
export async function verifyChain(events: Pick<EventTable, 'page'>, digest: Digest): Promise<ChainReport> {
  let head: LogHead = { seq: 0, hash: beginningOfLog };
  for (;;) {
    const page = readPage(events, head.seq);
    if (page === undefined) return { chain: 'broken', brokenAt: head.seq + 1 };
    for (const stored of page) {
      if (!follows(digest, head, stored)) return { chain: 'broken', brokenAt: head.seq + 1 };
      head = { seq: stored.seq, hash: stored.hash };
    }
    if (page.length === 0) return { chain: 'whole', head };
    await new Promise(setImmediate);
  }
}

/** A page that cannot even be read is narrowed to the events before the unreadable one. */
function readPage(events: Pick<EventTable, 'page'>, after: number): readonly StoredEvent[] | undefined {
  for (let size = pageSize; size >= 1; size = Math.floor(size / 2)) {
    try {
      return events.page(after, size);
    } catch (error) {
      if (!(error instanceof SyntaxError || error instanceof RangeError)) throw error;
    }
  }
  return undefined;
}

function follows(digest: Digest, before: LogHead, { hash, ...stored }: StoredEvent): boolean {
  return stored.seq === before.seq + 1 && hash === eventHash(digest, before.hash, stored);
}
