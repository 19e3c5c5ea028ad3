import type { Clock } from '../../ports/clock.ts';
import { PortFailure } from '../../ports/port-failure.ts';
import { realTimer, type Timer } from './timer.ts';

/** What the clock shows, and what it should show by the time that passed since the beat before. */
export type Reading = { readonly expected: Temporal.Instant; readonly shown: Temporal.Instant };

export type HeartbeatParts = {
  readonly clock: Clock;
  /** Time passed since some moment, in milliseconds, by a clock that nobody can set. */
  readonly elapsedMs: () => number;
  readonly beat: (reading: Reading) => Promise<void>;
  /** A beat could not be made; the next one is tried all the same. */
  readonly failed: (error: unknown) => void;
  /** The others took this process to be gone and went on without it: it can write nothing any more. */
  readonly fenced: () => void;
  readonly timer?: Timer;
};

export type Heartbeat = {
  /** The first beat comes after the interval: the start itself was one. */
  start(): void;
  /** Beats no more; resolves when the one in progress has ended. */
  stop(): Promise<void>;
};

/** Six beats go into the lease after which a process is taken to be gone. */
export const beatEveryMs = 10_000;

export function createHeartbeat(parts: HeartbeatParts): Heartbeat {
  const { clock, elapsedMs, timer = realTimer } = parts;
  let stopped = true;
  let callOff = () => {};
  let current: Promise<void> = Promise.resolve();
  const read = () => ({ shown: clock.now(), elapsed: elapsedMs() });
  let last = read();
  const wait = () => {
    if (!stopped) callOff = timer.after(beatEveryMs, () => (current = beatOnce()));
  };
  const beatOnce = async () => {
    const before = last;
    last = read();
    const passed = Math.round(last.elapsed - before.elapsed);
    try {
      await parts.beat({ expected: before.shown.add({ milliseconds: passed }), shown: last.shown });
    } catch (error) {
      if (isFenced(error)) return parts.fenced();
      parts.failed(error);
    }
    wait();
  };
  return {
    start: () => {
      stopped = false;
      last = read();
      wait();
    },
    stop: async () => {
      stopped = true;
      callOff();
      await current;
    },
  };
}

function isFenced(error: unknown): boolean {
  return error instanceof PortFailure && error.code === 'process fenced';
}
