import type { Clock } from '../../ports/clock.ts';

/** The machine's time in whole milliseconds, which is what stores and chats can keep. */
export function createSystemClock(): Clock {
  return { now: () => Temporal.Now.instant().round({ smallestUnit: 'millisecond', roundingMode: 'floor' }) };
}
