import type { Operation, OperationEvent } from './operation.ts';

/** A step back of so much, or a leap ahead of so much with no beat in between, is no longer a clock being set right. */
const doubtfulJump = {
  back: Temporal.Duration.from({ seconds: 2 }),
  forward: Temporal.Duration.from({ minutes: 10 }),
};

export type ClockReading = {
  /** What it should show: at start the newest beat of any process; while running, the last reading and the time since. */
  readonly expected: Temporal.Instant;
  readonly shown: Temporal.Instant;
};

/** R15: a clock that jumped back 2 s or ahead 10 min is not believed until it is confirmed. One doubt at a time. */
export function doubtClock(
  { clock }: Operation,
  { expected, shown }: ClockReading,
): Extract<OperationEvent, { type: 'ClockDoubted' }> | undefined {
  if (clock.state === 'doubted') return undefined;
  const kind = jumpOf(expected, shown);
  if (kind === undefined) return undefined;
  return { type: 'ClockDoubted', kind, from: expected.toString(), to: shown.toString() };
}

function jumpOf(expected: Temporal.Instant, shown: Temporal.Instant): 'back' | 'forward' | undefined {
  if (Temporal.Instant.compare(shown, expected.subtract(doubtfulJump.back)) <= 0) return 'back';
  return Temporal.Instant.compare(shown, expected.add(doubtfulJump.forward)) >= 0 ? 'forward' : undefined;
}
