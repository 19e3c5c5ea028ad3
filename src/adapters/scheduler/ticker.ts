import type { Clock } from '../../ports/clock.ts';
import { realTimer, type Timer } from './timer.ts';

export type TickerParts = {
  readonly clock: Clock;
  readonly work: () => Promise<unknown>;
  /** When there is work again; undefined when nothing is planned. */
  readonly nextDue: () => Promise<Temporal.Instant | undefined>;
  /** Work or `nextDue` failed; the ticker goes on. */
  readonly failed: (error: unknown) => void;
  readonly timer?: Timer;
};

export type Ticker = {
  /** Works at once, then whenever something is due. */
  start(): void;
  /** Works at once, or once more when it is working. */
  poke(): void;
  /** Begins nothing more; resolves when the work in progress has ended. */
  stop(): Promise<void>;
};

/** A clock that is moved by a person is noticed within this time, and a poke that was forgotten is made good. */
const longestSleepMs = 30_000;
/** What is due but could not be done is not asked for in a hot loop. */
const overdueSleepMs = 1_000;

export function createTicker(parts: TickerParts): Ticker {
  const { timer = realTimer } = parts;
  let stopped = true;
  let again = false;
  let round: Promise<void> | undefined;
  let callOff = () => {};
  const rounds = async () => {
    let sleepMs: number;
    do {
      again = false;
      sleepMs = await workOnce(parts);
    } while (again && !stopped);
    round = undefined;
    if (!stopped) callOff = timer.after(sleepMs, wake);
  };
  const wake = () => {
    if (stopped) return;
    callOff();
    if (round === undefined) round = rounds();
    else again = true;
  };
  return {
    start: () => {
      stopped = false;
      wake();
    },
    poke: wake,
    stop: async () => {
      stopped = true;
      callOff();
      await round;
    },
  };
}

/** Returns how long to sleep. Never throws. */
async function workOnce({ work, nextDue, clock, failed }: TickerParts): Promise<number> {
  try {
    await work();
    const due = await nextDue();
    return due === undefined ? longestSleepMs : sleepUntil(due, clock.now());
  } catch (error) {
    failed(error);
    return longestSleepMs;
  }
}

function sleepUntil(due: Temporal.Instant, now: Temporal.Instant): number {
  const ahead = due.epochMilliseconds - now.epochMilliseconds;
  return ahead <= 0 ? overdueSleepMs : Math.min(ahead, longestSleepMs);
}
