import { randomInt, randomUUID } from 'node:crypto';
import type { Clock } from '../../ports/clock.ts';
import type { Effect, EffectState, Outbox } from '../../ports/outbox.ts';
import type { PortFailureKind } from '../../ports/port-failure.ts';
import { createLanes, type Lanes } from './lanes.ts';
import { realTimer, type Timer } from './timer.ts';

export type WorkerLogEntry =
  | {
      readonly what: 'effect-failed';
      readonly key: string;
      readonly state: EffectState;
      readonly code: string;
      readonly dueAt: Temporal.Instant;
    }
  /** We are wrong: the effect is dead, its status bears the error id. */
  | { readonly what: 'effect-broke'; readonly key: string; readonly errorId: string; readonly error: unknown }
  /** The queue could not be read or written; what was claimed comes back when its lease ends. */
  | { readonly what: 'outbox-failed'; readonly error: unknown };

export type WorkerParts = {
  readonly outbox: Outbox;
  readonly clock: Clock;
  readonly carryOut: (
    effect: Effect,
    context: { readonly key: string; readonly attempts: number; readonly revision: number },
  ) => Promise<void>;
  readonly log: (entry: WorkerLogEntry) => void;
  readonly timer?: Timer;
  /** 0 to 1; spreads the waits of what failed together. */
  readonly chance?: () => number;
  readonly errorId?: () => string;
};

const concurrency = 4;
const chanceSteps = 1_000;

/** The state of one worker: what it holds, and how often in a row each effect failed in the same way. */
export type Worker = Required<WorkerParts> & {
  readonly lanes: Lanes;
  readonly held: Set<string>;
  readonly failures: Map<string, { readonly kind: PortFailureKind; readonly tries: number }>;
  done: number;
  stopping: boolean;
};

export function composeWorker(parts: WorkerParts): Worker {
  return {
    timer: realTimer,
    chance: () => randomInt(chanceSteps) / chanceSteps,
    errorId: () => randomUUID(),
    ...parts,
    lanes: createLanes(concurrency),
    held: new Set(),
    failures: new Map(),
    done: 0,
    stopping: false,
  };
}
