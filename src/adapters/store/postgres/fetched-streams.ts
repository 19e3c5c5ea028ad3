import type { DomainEvent } from '../../../domain/event.ts';
import type { StreamName } from '../../../ports/event-log.ts';
import type { FoldedRow } from '../queries/postgres-log-queries.ts';
import type { StreamSource } from '../stream-states.ts';

/** Thrown where a state is asked for whose events have not been fetched: fetch them, then begin again. */
export class NotFetched extends Error {
  readonly needs: Needs;

  constructor(needs: Needs) {
    super('events have to be fetched first');
    this.needs = needs;
  }
}

export type Needs = { readonly streams: readonly StreamName[]; readonly prefixes: readonly string[] };

/**
 * Events fetched for one batch, with those that its acts have added since. The batch decides without waiting, so all it
 * looks at must lie here or in the states that are known.
 */
export class FetchedStreams implements StreamSource {
  readonly #events = new Map<StreamName, readonly DomainEvent[]>();
  readonly #names = new Map<string, readonly StreamName[]>();
  #added = new Map<StreamName, readonly DomainEvent[]>();
  #adding = new Map<StreamName, readonly DomainEvent[]>();

  has(stream: StreamName): boolean {
    return this.#events.has(stream);
  }

  namesWith(prefix: string): readonly StreamName[] | undefined {
    return this.#names.get(prefix);
  }

  /** Streams that were asked for and have no rows are empty. */
  fetched(streams: readonly StreamName[], rows: readonly FoldedRow[]): void {
    const found = Map.groupBy(rows, (row) => row.stream);
    for (const stream of streams) {
      const events = (found.get(stream) ?? []).map(({ data }) => JSON.parse(data) as DomainEvent);
      this.#events.set(stream, events);
    }
  }

  fetchedNames(prefix: string, names: readonly StreamName[]): void {
    this.#names.set(prefix, names);
  }

  append(stream: StreamName, events: readonly DomainEvent[]): void {
    this.#adding.set(stream, [...(this.#adding.get(stream) ?? []), ...events]);
  }

  workEnded(kept: boolean): void {
    if (kept) {
      for (const [stream, events] of this.#adding)
        this.#added.set(stream, [...(this.#added.get(stream) ?? []), ...events]);
    }
    this.#adding = new Map();
  }

  headOf(stream: StreamName): number {
    return this.#all(stream).length;
  }

  eventsOf(stream: StreamName, afterVersion: number): readonly DomainEvent[] {
    return this.#all(stream).slice(afterVersion);
  }

  streamsFrom(prefix: string): readonly StreamName[] {
    const names = this.#names.get(prefix);
    if (names === undefined) throw new NotFetched({ streams: [], prefixes: [prefix] });
    const added = [...this.#added.keys(), ...this.#adding.keys()].filter((name) => name.startsWith(prefix));
    return added.length === 0 ? names : [...new Set([...names, ...added])].toSorted();
  }

  #all(stream: StreamName): readonly DomainEvent[] {
    const events = this.#events.get(stream);
    if (events === undefined) throw new NotFetched({ streams: [stream], prefixes: [] });
    const added = this.#added.get(stream);
    const adding = this.#adding.get(stream);
    if (added === undefined && adding === undefined) return events;
    return [...events, ...(added ?? []), ...(adding ?? [])];
  }
}
