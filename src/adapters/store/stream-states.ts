import type { DomainEvent } from '../../domain/event.ts';
import type { Fold, LoadedStates, LoadPlan, StreamName, StreamOf, StreamsOf } from '../../ports/event-log.ts';
import type { RecentlyUsed } from './recently-used.ts';

/** Where the states come from when they are not known. A store may throw where it has to fetch first. */
export type StreamSource = {
  headOf(stream: StreamName): number;
  eventsOf(stream: StreamName, afterVersion: number): readonly DomainEvent[];
  /** Names that begin with the prefix, in order. */
  streamsFrom(prefix: string): readonly StreamName[];
};

/** Something that keeps in memory what the database holds, and so must follow its commits and rollbacks. */
export type Follower = {
  /** The work just done stays in the batch, or was undone. */
  workEnded(kept: boolean): void;
  /** The batch is durable, or all of it was undone. */
  batchEnded(committed: boolean): void;
};

export type Folded = { readonly fold: Fold<unknown>; readonly version: number; readonly state: unknown };

/** A stream as far as it is known: its newest version, and its states by the name of their fold. */
export type KnownStream = { readonly head: number; readonly folded: ReadonlyMap<string, Folded> };

const unread: KnownStream = { head: 0, folded: new Map() };

/**
 * The folded states of the streams in use, so that an act costs the same however much came before it. Three layers:
 * what is committed, what the running batch adds, what the running work adds. There is one writer, so what is known
 * here is the newest; after a batch that failed all of it is read again.
 */
export class StreamStates implements Follower {
  readonly #events: StreamSource;
  readonly #committed: RecentlyUsed<KnownStream>;
  #batch = new Map<StreamName, KnownStream>();
  #work = new Map<StreamName, KnownStream>();

  constructor(events: StreamSource, committed: RecentlyUsed<KnownStream>) {
    this.#events = events;
    this.#committed = committed;
  }

  /** Whether the state can be told without asking the source. */
  knows(stream: StreamName, fold: Fold<unknown>): boolean {
    const known = this.#known(stream);
    return known !== undefined && known.folded.get(fold.name)?.version === known.head;
  }

  load<P extends LoadPlan>(plan: P): LoadedStates<P> {
    const states = Object.entries(plan).map(([name, part]) => [name, this.#loadPart(part)] as const);
    return Object.fromEntries(states) as LoadedStates<P>;
  }

  /** The newest version of a stream, 0 when nothing happened in it. */
  head(stream: StreamName): number {
    return this.#known(stream)?.head ?? this.#events.headOf(stream);
  }

  /** Takes in events that were just written to the end of the stream. */
  appended(stream: StreamName, head: number, events: readonly DomainEvent[]): void {
    const folded = new Map<string, Folded>();
    for (const [name, known] of this.#known(stream)?.folded ?? []) {
      if (known.version + events.length === head) folded.set(name, advanced(known, events));
    }
    this.#work.set(stream, { head, folded });
  }

  workEnded(kept: boolean): void {
    if (kept) for (const [stream, known] of this.#work) this.#batch.set(stream, known);
    this.#work = new Map();
  }

  batchEnded(committed: boolean): void {
    if (committed) this.keepLoaded();
    else this.#committed.clear();
    this.#batch = new Map();
    this.#work = new Map();
  }

  /** Outside a batch what was read is what is committed. */
  keepLoaded(): void {
    for (const [stream, known] of [...this.#batch, ...this.#work]) this.#committed.set(stream, known);
    this.#work = new Map();
  }

  #known(stream: StreamName): KnownStream | undefined {
    return this.#work.get(stream) ?? this.#batch.get(stream) ?? this.#committed.get(stream);
  }

  #loadPart(part: StreamOf<unknown> | StreamsOf<unknown>): unknown {
    if (part.kind === 'stream') return this.#loadStream(part.stream, part.fold);
    const names = this.#events.streamsFrom(part.prefix);
    return new Map(names.map((name) => [name, this.#loadStream(name, part.fold)]));
  }

  #loadStream(stream: StreamName, fold: Fold<unknown>): unknown {
    const known = this.#known(stream);
    const before = known?.folded.get(fold.name) ?? { fold, version: 0, state: fold.initial };
    if (known !== undefined && before.version === known.head) return before.state;
    const now = advanced(before, this.#events.eventsOf(stream, before.version));
    const folded = new Map(known?.folded ?? unread.folded).set(fold.name, now);
    this.#work.set(stream, { head: now.version, folded });
    return now.state;
  }
}

export function advanced({ fold, version, state }: Folded, events: readonly DomainEvent[]): Folded {
  return {
    fold,
    version: version + events.length,
    state: events.reduce((before, event) => fold.evolve(before, event), state),
  };
}
