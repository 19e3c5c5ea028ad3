import { createOutboxWorker, type OutboxWorker } from '../../../src/adapters/scheduler/outbox-worker.ts';
import type { WorkerLogEntry } from '../../../src/adapters/scheduler/worker-state.ts';
import type { Effect } from '../../../src/ports/outbox.ts';
import { openTimedOutbox, type TimedOutbox } from '../../contracts/outbox.contract.ts';
import { passingStore } from '../store/sqlite/store-in-folder.ts';
import { createHandTimer, type HandTimer } from './hand-timer.ts';

export type WorkerAtWork = TimedOutbox & {
  readonly worker: OutboxWorker;
  readonly timer: HandTimer;
  readonly entries: readonly WorkerLogEntry[];
};

export type CarryOut = (
  effect: Effect,
  context: { readonly key: string; readonly attempts: number },
) => Promise<void>;

/** A worker on a real store, with a clock and a timer that the test moves, and no chance in its waits. */
export async function workerAtWork(carryOut: CarryOut): Promise<WorkerAtWork> {
  const box = await openTimedOutbox(passingStore);
  const timer = createHandTimer();
  const entries: WorkerLogEntry[] = [];
  const { outbox, clock } = box;
  const worker = createOutboxWorker({
    outbox,
    clock,
    carryOut,
    log: (entry) => entries.push(entry),
    timer,
    chance: () => 0.5,
    errorId: () => 'error-1',
  });
  return { ...box, worker, timer, entries };
}

export function cardFor(personId: string, version = 1): Effect {
  return {
    kind: 'show-card',
    ref: { card: 'minutes-for-approval', meetingId: 'm1', version },
    audience: { to: 'person', personId },
  };
}

/** Gates that the test opens, and the order in which effects came to them and went. */
export function createGates() {
  const open = new Map<string, () => void>();
  const course: string[] = [];
  let heard: (() => void)[] = [];
  const note = (entry: string) => {
    course.push(entry);
    for (const tell of heard.splice(0)) tell();
  };
  return {
    course,
    pass: async (name: string) => {
      note(`> ${name}`);
      await new Promise<void>((resolve) => open.set(name, resolve));
      note(`< ${name}`);
    },
    open: (name: string) => open.get(name)?.(),
    /** Resolves when so much has happened. */
    until: async (entries: number) => {
      while (course.length < entries) await new Promise<void>((resolve) => (heard = [...heard, resolve]));
    },
  };
}
