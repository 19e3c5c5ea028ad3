import type { Clock } from '../../src/ports/clock.ts';

export type MovedClock = Clock & { move(by: Temporal.DurationLike): void };

/** Stands still until the test moves it. */
export function createMovedClock(start = '2027-03-01T08:00:00Z'): MovedClock {
  let now = Temporal.Instant.from(start);
  return {
    now: () => now,
    move: (by) => {
      now = now.add(by);
    },
  };
}
