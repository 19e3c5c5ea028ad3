import type { DomainEvent } from '../../domain/event.ts';
import type { LogPlace } from '../../domain/operation/operation.ts';
import type { Digest } from '../../ports/digest.ts';
import type { Actor } from '../../ports/event-log.ts';
import { beginningOfLog, eventHash } from './event-hash.ts';

/** An event as it is stored, column by column and letter by letter. */
export type RawEvent = {
  readonly seq: number;
  readonly stream: string;
  readonly version: number;
  readonly id: string;
  readonly at: string;
  readonly actor: string;
  readonly type: string;
  readonly data: string;
  readonly prevHash: string;
  readonly hash: string;
};

/** The next events after a place, in order. Throws `UnreadableEvents` where the store itself cannot read them. */
export type ReadRaw = (after: number, limit: number) => Promise<readonly RawEvent[]>;

export class UnreadableEvents extends Error {
  override readonly name = 'UnreadableEvents';
}

/** `head` is what is anchored outside; `brokenAt` is the place of the first event that is not as it was written. */
export type ChainWalk =
  | { readonly chain: 'whole'; readonly head: LogPlace }
  | { readonly chain: 'broken'; readonly brokenAt: number };

/** `damaged`: every event is as it was written, but the store's ways of finding them do not agree. */
export type ChainReport = ChainWalk | { readonly chain: 'damaged' };

const pageSize = 500;

/** Below every place: an event that was given a place before the first one is read too. */
const beforeAll = Number.MIN_SAFE_INTEGER;

/**
 * Walks the whole log. A removed end, or an end that was written anew to its last event, cannot be seen from within: for
 * that the log is compared with its anchors. Gives the thread back after each page.
 */
export async function verifyChain(readRaw: ReadRaw, digest: Digest): Promise<ChainWalk> {
  let head: LogPlace = { seq: 0, hash: beginningOfLog };
  for (;;) {
    const page = await readPage(readRaw, head);
    if (page === undefined) return { chain: 'broken', brokenAt: head.seq + 1 };
    for (const raw of page) {
      if (!follows(digest, head, raw)) return { chain: 'broken', brokenAt: head.seq + 1 };
      head = { seq: raw.seq, hash: raw.hash };
    }
    if (page.length === 0) return { chain: 'whole', head };
    await new Promise(setImmediate);
  }
}

/**
 * What comes after the head, beginning with the head itself, so that a second event at its place is not passed over between
 * two pages. A page that cannot even be read is narrowed to the events before the unreadable one.
 */
async function readPage(readRaw: ReadRaw, head: LogPlace): Promise<readonly RawEvent[] | undefined> {
  const after = head.seq === 0 ? beforeAll : head.seq - 1;
  for (let size = pageSize; size >= 1; size = Math.floor(size / 2)) {
    try {
      const [first, ...others] = await readRaw(after, size + 1);
      if (head.seq === 0) return first === undefined ? [] : [first, ...others];
      return first?.seq === head.seq && first.hash === head.hash ? others : undefined;
    } catch (error) {
      if (!(error instanceof UnreadableEvents)) throw error;
    }
  }
  return undefined;
}

/**
 * The hash covers what the event says. What stands beside it for searching, and how it is spelt, must agree with that: a
 * changed column, a second member of the same name or another escape is a change of the log too.
 */
function follows(digest: Digest, before: LogPlace, raw: RawEvent): boolean {
  if (raw.seq !== before.seq + 1 || raw.prevHash !== before.hash) return false;
  const read = parsed(raw);
  if (read === undefined || raw.type !== read.event.type) return false;
  const { seq, stream, version, id } = raw;
  return raw.hash === eventHash(digest, before.hash, { seq, stream, version, id, ...read });
}

function parsed({ at, actor, data }: RawEvent) {
  try {
    const read = {
      at: Temporal.Instant.from(at),
      actor: JSON.parse(actor) as Actor,
      event: JSON.parse(data) as DomainEvent,
    };
    const spelt = [read.at.toString(), JSON.stringify(read.actor), JSON.stringify(read.event)];
    return spelt.join('\n') === [at, actor, data].join('\n') ? read : undefined;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) return undefined;
    throw error;
  }
}
