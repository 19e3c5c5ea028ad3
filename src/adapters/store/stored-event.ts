import type { DomainEvent } from '../../domain/event.ts';
import type { Digest } from '../../ports/digest.ts';
import type { Actor, StoredEvent } from '../../ports/event-log.ts';
import { eventHash } from './event-hash.ts';

/** An event as its row holds it. */
export type EventRow = {
  readonly seq: number;
  readonly stream: string;
  readonly version: number;
  readonly id: string;
  readonly at: string;
  readonly actor: string;
  readonly data: string;
  readonly hash: string;
};

/** A row to be written; what it is chained to stands beside its own hash. */
export type NewEventRow = EventRow & { readonly type: string; readonly prev_hash: string };

/** What is to be written of an event; its place in the log and its hash are given to it by `chained`. */
export type NewEvent = Omit<StoredEvent, 'seq' | 'hash'>;

/** The highest code point: no name that begins with a prefix sorts after the prefix and this. */
export const afterAllNames = '\u{10FFFF}';

/** Puts an event to the end of a log. The row is what is written, `stored` is the event as it will be read. */
export function chained(
  digest: Digest,
  head: { readonly seq: number; readonly hash: string },
  event: NewEvent,
): { readonly stored: StoredEvent; readonly row: NewEventRow } {
  const data = JSON.stringify(event.event);
  // The event is taken as it will be read again: what is cached and hashed can then never differ from the store.
  const written = { ...event, seq: head.seq + 1, event: JSON.parse(data) as DomainEvent };
  const hash = eventHash(digest, head.hash, written);
  const { seq, stream, version, id, at, actor } = written;
  const texts = { id, at: at.toString(), actor: JSON.stringify(actor), type: written.event.type, data };
  return {
    stored: { ...written, hash },
    row: { seq, stream, version, ...texts, prev_hash: head.hash, hash },
  };
}

export function storedEvent(row: EventRow): StoredEvent {
  const { seq, stream, version, id, at, actor, data, hash } = row;
  return {
    seq,
    stream,
    version,
    id,
    at: Temporal.Instant.from(at),
    actor: JSON.parse(actor) as Actor,
    event: JSON.parse(data) as DomainEvent,
    hash,
  };
}
