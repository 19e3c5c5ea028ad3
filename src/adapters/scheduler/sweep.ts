import type { Clock } from '../../ports/clock.ts';
import type { ReadModels } from '../../ports/read-models.ts';
import { createTicker } from './ticker.ts';
import type { Timer } from './timer.ts';

export type SweepParts = {
  readonly readModels: Pick<ReadModels, 'due' | 'nextDue'>;
  readonly clock: Clock;
  /** Does what the key is due for; the key is due again until an event takes it away. Harmless to repeat. */
  readonly close: (dueKey: string, at: Temporal.Instant) => Promise<void>;
  readonly log: (entry: SweepLogEntry) => void;
  readonly timer?: Timer;
};

export type SweepLogEntry =
  | {
      readonly what: 'deadline-failed';
      readonly key: string;
      readonly error: unknown;
      readonly again: Temporal.Instant;
    }
  | { readonly what: 'sweep-failed'; readonly error: unknown };

export type Sweep = {
  /** Looks at every key that is due, each once; resolves with how many went without error. */
  run(): Promise<number>;
  /** Runs at once, for what passed while the program was off, and then at each instant something is due. */
  start(): void;
  /** To be called when the clock was moved or a new deadline may be the next. */
  poke(): void;
  /** Runs at once, also for what failed and waits: what stood in its way is gone. */
  retry(): void;
  stop(): Promise<void>;
};

const pageSize = 100;
const firstWaitMs = 10_000;
const longestWaitMs = 10 * 60_000;

/** Keys that failed wait, longer each time, so that they neither hide the others nor fill the log. */
type Failed = Map<string, { readonly tries: number; readonly again: Temporal.Instant }>;

export function createSweep(parts: SweepParts): Sweep {
  const { readModels, clock, log, timer } = parts;
  const failed: Failed = new Map();
  const run = () => sweepOnce(parts, failed);
  const ticker = createTicker({
    clock,
    work: run,
    nextDue: () => readModels.nextDue(),
    failed: (error) => log({ what: 'sweep-failed', error }),
    ...(timer === undefined ? {} : { timer }),
  });
  return {
    run,
    start: () => ticker.start(),
    poke: () => ticker.poke(),
    retry: () => {
      failed.clear();
      ticker.poke();
    },
    stop: () => ticker.stop(),
  };
}

async function sweepOnce(parts: SweepParts, failed: Failed): Promise<number> {
  const { readModels, clock } = parts;
  const looked = new Set<string>();
  let well = 0;
  for (;;) {
    const now = clock.now();
    for (const [key, { again }] of failed) if (Temporal.Instant.compare(now, again) < 0) looked.add(key);
    const due = await readModels.due(now, pageSize + looked.size);
    const open = due.filter(({ key }) => !looked.has(key));
    if (open.length === 0) return well;
    for (const { key, at } of open) {
      looked.add(key);
      well += (await closeOne(parts, failed, key, at)) ? 1 : 0;
    }
  }
}

async function closeOne(
  parts: SweepParts,
  failed: Failed,
  key: string,
  at: Temporal.Instant,
): Promise<boolean> {
  try {
    await parts.close(key, at);
    failed.delete(key);
    return true;
  } catch (error) {
    const tries = (failed.get(key)?.tries ?? 0) + 1;
    const milliseconds = Math.min(firstWaitMs * 2 ** (tries - 1), longestWaitMs);
    const again = parts.clock.now().add({ milliseconds });
    failed.set(key, { tries, again });
    parts.log({ what: 'deadline-failed', key, error, again });
    return false;
  }
}
