import { createHash, randomUUID } from 'node:crypto';
import { eventHash } from '../../src/adapters/store/event-hash.ts';
import { defect } from '../../src/domain/defect.ts';
import type { DomainEvent } from '../../src/domain/event.ts';
import type { LogPlace } from '../../src/domain/operation/operation.ts';
import type { ConversationBook } from '../../src/ports/conversation-book.ts';
import type { Digest } from '../../src/ports/digest.ts';
import type {
  Decided,
  EventLog,
  LoadedStates,
  LoadPlan,
  StoredEvent,
  StreamName,
  UnitOfWork,
} from '../../src/ports/event-log.ts';
import type { Outbox } from '../../src/ports/outbox.ts';
import type { Processes } from '../../src/ports/processes.ts';
import type { Project, ReadModels } from '../../src/ports/read-models.ts';
import { deepFreeze } from '../support/given-when-then.ts';
import { createInMemoryConversationBook } from './in-memory-conversation-book.ts';
import { createInMemoryOutbox } from './in-memory-outbox.ts';
import { createInMemoryInstances, type InMemoryInstances } from './in-memory-processes.ts';
import { createInMemoryReadModels } from './in-memory-read-models.ts';
import { promised } from './promised.ts';

export const sha256: Digest = {
  sha256: (content) => createHash('sha256').update(content).digest('hex'),
};

export type InMemoryStore = {
  readonly log: EventLog;
  readonly outbox: Outbox;
  readonly readModels: ReadModels;
  readonly conversations: ConversationBook;
  readonly processes: Processes;
  /** The processes beside this one. */
  readonly instances: InMemoryInstances;
  /** All that happened, for a test to look at. */
  readonly events: readonly StoredEvent[];
  close(): Promise<void>;
};

/** A store that keeps everything in this process: events as they would be read again, one act after the other. */
export function createInMemoryStore(project: Project = () => []): InMemoryStore {
  const events: StoredEvent[] = [];
  const outbox = createInMemoryOutbox();
  const readModels = createInMemoryReadModels();
  const log: EventLog = {
    // Deciding is synchronous, so nothing can come between what an act is shown and what it writes.
    transact: (unit) => promised(() => runUnit(unit)),
    load: (plan) => promised(() => loaded(events, plan)),
    read: (after, limit) => promised(() => events.slice(after, after + limit)),
    history: (streams) => promised(() => events.filter(({ stream }) => isAmong(streams, stream))),
    head: () => promised(() => headOf(events)),
  };
  function runUnit<P extends LoadPlan, R>(unit: UnitOfWork<P, R>): R {
    const decided = unit.decide(loaded(events, unit.load));
    const stored = storedOf(events, decided);
    events.push(...stored);
    for (const each of stored) readModels.apply(project(each));
    for (const effect of decided.effects ?? []) outbox.want(effect, instantOf(decided));
    return decided.result;
  }
  const conversations = createInMemoryConversationBook();
  const instances = createInMemoryInstances();
  const processes = instances.join('this');
  const close = () => promised(() => {});
  return { log, outbox, readModels, conversations, processes, instances, events, close };
}

function isAmong(streams: readonly StreamName[], stream: StreamName): boolean {
  return streams.some((each) => (each.endsWith('/') ? stream.startsWith(each) : stream === each));
}

function headOf(events: readonly StoredEvent[]): LogPlace {
  const last = events.at(-1);
  return { seq: last?.seq ?? 0, hash: last?.hash ?? '' };
}

function loaded<P extends LoadPlan>(events: readonly StoredEvent[], plan: P): LoadedStates<P> {
  const states = Object.entries(plan).map(([name, part]) => {
    const folded = (stream: StreamName) =>
      deepFreeze(
        events
          .filter((each) => each.stream === stream)
          .reduce((state, { event }) => part.fold.evolve(state, event), part.fold.initial),
      );
    if (part.kind === 'stream') return [name, folded(part.stream)] as const;
    const names = new Set(events.map(({ stream }) => stream).filter((each) => each.startsWith(part.prefix)));
    return [name, new Map([...names].toSorted().map((stream) => [stream, folded(stream)]))] as const;
  });
  return Object.fromEntries(states) as LoadedStates<P>;
}

function storedOf(events: readonly StoredEvent[], decided: Decided<unknown>): readonly StoredEvent[] {
  const stored: StoredEvent[] = [];
  for (const { stream, events: appended } of decided.append ?? []) {
    for (const event of appended) stored.push(storedEvent([...events, ...stored], stream, event, decided));
  }
  return stored;
}

function storedEvent(
  before: readonly StoredEvent[],
  stream: StreamName,
  happened: DomainEvent,
  decided: Decided<unknown>,
): StoredEvent {
  const stored = {
    seq: before.length + 1,
    stream,
    version: before.filter((each) => each.stream === stream).length + 1,
    id: randomUUID(),
    at: instantOf(decided),
    actor: decided.actor ?? ({ system: 'setup' } as const),
    event: deepFreeze(JSON.parse(JSON.stringify(happened)) as DomainEvent),
  };
  return { ...stored, hash: eventHash(sha256, before.at(-1)?.hash ?? '', stored) };
}

function instantOf({ at }: Decided<unknown>): Temporal.Instant {
  return at ?? defect('something is written without the instant it happened at');
}
