import type { Operation, OperationEvent } from './operation.ts';

type DowntimeRecorded = Extract<OperationEvent, { type: 'DowntimeRecorded' }>;

/** Beats come every ten seconds: so much silence says that nobody could have answered. */
const noticeable = Temporal.Duration.from({ minutes: 1 });

/**
 * A longer silence is rather a clock gone wrong, and deadlines that were moved by it could never be moved back (R9): it is
 * recorded when the time is confirmed, and not before.
 */
const credible = Temporal.Duration.from({ hours: 7 * 24 });

export type Silence = { readonly lastBeat: Temporal.Instant; readonly now: Temporal.Instant };

/** R8: from the newest beat of any process until now, when that is longer than a minute. No time is recorded twice. */
export function recordDowntime(
  { downtimes }: Operation,
  { lastBeat, now }: Silence,
): DowntimeRecorded | undefined {
  const recorded = downtimes
    .map(({ until }) => Temporal.Instant.from(until))
    .filter((until) => Temporal.Instant.compare(until, now) <= 0);
  const from = [lastBeat, ...recorded].reduce((a, b) => (Temporal.Instant.compare(a, b) < 0 ? b : a));
  const isNoticed = Temporal.Instant.compare(now, from.add(noticeable)) > 0;
  return isNoticed && isCredible(from, now) ? downtimeOf(from, now) : undefined;
}

/** R8: what was too long to be believed, now that the time is confirmed (R15). */
export function downtimeOnceConfirmed({ clock }: Operation): DowntimeRecorded | undefined {
  if (clock.state === 'trusted' || clock.kind === 'back') return undefined;
  const [from, until] = [Temporal.Instant.from(clock.from), Temporal.Instant.from(clock.to)];
  return isCredible(from, until) ? undefined : downtimeOf(from, until);
}

function isCredible(from: Temporal.Instant, until: Temporal.Instant): boolean {
  return Temporal.Instant.compare(until, from.add(credible)) <= 0;
}

function downtimeOf(from: Temporal.Instant, until: Temporal.Instant): DowntimeRecorded {
  return { type: 'DowntimeRecorded', from: from.toString(), until: until.toString() };
}
