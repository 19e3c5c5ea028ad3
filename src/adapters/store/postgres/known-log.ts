import type { DomainEvent } from '../../../domain/event.ts';
import type { FoldedRow } from '../queries/postgres-log-queries.ts';
import type { RecentlyUsed } from '../recently-used.ts';
import { advanced, type KnownStream } from '../stream-states.ts';

/**
 * The committed states in memory, all true as of one place in the log. Other processes write to it too: what they have
 * added is read and taken in before anything here is believed.
 */
export class KnownLog {
  readonly streams: RecentlyUsed<KnownStream>;
  #seq = 0;

  constructor(streams: RecentlyUsed<KnownStream>) {
    this.streams = streams;
  }

  /** The last event that the states have seen. */
  get seq(): number {
    return this.#seq;
  }

  /** Takes in the next events. Those that were seen meanwhile are passed over. */
  catchUp(rows: readonly FoldedRow[]): void {
    for (const row of rows) if (row.seq > this.#seq) this.#takeIn(row);
  }

  /** So much has happened that reading it costs more than beginning anew; or the log ends before what is known. */
  beginAt(seq: number): void {
    this.streams.clear();
    this.#seq = seq;
  }

  /** A batch of this process is committed and its states are here; false where somebody has already gone beyond it. */
  movedBy(batch: { readonly to: number; readonly keep: () => void }): void {
    if (this.#seq > batch.to) return;
    batch.keep();
    this.#seq = batch.to;
  }

  #takeIn({ seq, stream, version, data }: FoldedRow): void {
    this.#seq = seq;
    const known = this.streams.peek(stream);
    if (known === undefined) return;
    const next = known.head + 1 === version ? followed(known, JSON.parse(data) as DomainEvent) : undefined;
    if (next === undefined) this.streams.delete(stream);
    else this.streams.replace(stream, next);
  }
}

/** Undefined where a fold cannot take the event: whoever asks for the state is then told so by a fold of his own. */
function followed(known: KnownStream, event: DomainEvent): KnownStream | undefined {
  try {
    const folded = [...known.folded]
      .filter(([, each]) => each.version === known.head)
      .map(([name, each]) => [name, advanced(each, [event])] as const);
    return { head: known.head + 1, folded: new Map(folded) };
  } catch {
    return undefined;
  }
}
