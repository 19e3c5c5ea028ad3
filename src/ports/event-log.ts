import type { DomainEvent } from '../domain/event.ts';
import type { LogPlace } from '../domain/operation/operation.ts';
import type { Effect } from './outbox.ts';

/** Names of streams: `people`, `committee/<id>`, `conversation/<id>`, `meeting/<id>`, `answer/<meetingId>/<version>/<personId>`, `operation`. */
export type StreamName = string;

/** Who did it: a person's id, or the program itself (sweep, outbox, import at start). */
export type Actor = { readonly personId: string } | { readonly system: 'sweep' | 'outbox' | 'setup' };

export type StoredEvent = {
  /** Place in the whole log, from 1, without gaps. */
  readonly seq: number;
  readonly stream: StreamName;
  /** Place in its stream, from 1. */
  readonly version: number;
  readonly id: string;
  readonly at: Temporal.Instant;
  readonly actor: Actor;
  readonly event: DomainEvent;
  /** SHA-256 over the previous event's hash and this event: the chain that `verify` checks. */
  readonly hash: string;
};

/** A pure fold of a stream. `evolve` ignores events of other kinds and never changes what it is given. */
export type Fold<S> = {
  readonly name: string;
  readonly initial: S;
  // a method, so that folds of different states fit into one plan
  evolve(state: S, event: DomainEvent): S;
};

/** One stream folded to its state. */
export type StreamOf<S> = { readonly kind: 'stream'; readonly stream: StreamName; readonly fold: Fold<S> };
/** All streams whose names begin with the prefix, folded one by one, by name. */
export type StreamsOf<S> = { readonly kind: 'streams'; readonly prefix: string; readonly fold: Fold<S> };

export type LoadPlan = Readonly<Record<string, StreamOf<unknown> | StreamsOf<unknown>>>;

export type LoadedStates<P extends LoadPlan> = {
  readonly [K in keyof P]: P[K] extends StreamOf<infer S>
    ? S
    : P[K] extends StreamsOf<infer S>
      ? ReadonlyMap<StreamName, S>
      : never;
};

export type Append = { readonly stream: StreamName; readonly events: readonly DomainEvent[] };

/** What a use case makes of the loaded states. Nothing to append means nothing is written. */
export type Decided<R> = {
  readonly result: R;
  readonly append?: readonly Append[];
  readonly effects?: readonly Effect[];
  readonly actor?: Actor;
  /** The instant the events carry; required where something is appended. */
  readonly at?: Temporal.Instant;
};

export type UnitOfWork<P extends LoadPlan, R> = {
  readonly load: P;
  /** Pure and synchronous: a store may call it again when another writer came first. */
  readonly decide: (states: LoadedStates<P>) => Decided<R>;
};

/**
 * The append-only log. `transact` is one transaction: the streams are locked, decided upon, and events, effects and
 * read models are written together; it resolves only when all of it is durable (R1). Acts on different streams never
 * wait for each other's decisions longer than one commit. Throws `PortFailure` 'unavailable' when the store cannot write.
 */
export interface EventLog {
  transact<P extends LoadPlan, R>(unit: UnitOfWork<P, R>): Promise<R>;
  /** States as of the last commit, without a lock; for showing, never for deciding. */
  load<P extends LoadPlan>(plan: P): Promise<LoadedStates<P>>;
  /** Events with `seq > after`, in order. */
  read(after: number, limit: number): Promise<readonly StoredEvent[]>;
  /** All events of these streams, in the order in which they happened; `answer/<meetingId>/` means all that begin so. */
  history(streams: readonly StreamName[]): Promise<readonly StoredEvent[]>;
  /** The last event's place and hash; 0 and '' on an empty log. */
  head(): Promise<LogPlace>;
}

export function streamOf<S>(stream: StreamName, fold: Fold<S>): StreamOf<S> {
  return { kind: 'stream', stream, fold };
}

export function streamsOf<S>(prefix: string, fold: Fold<S>): StreamsOf<S> {
  return { kind: 'streams', prefix, fold };
}
