import type { Operation, OperationEvent } from './operation.ts';

/** Beats come every ten seconds: so much silence says that nobody could have answered. */
const noticeable = Temporal.Duration.from({ minutes: 1 });

export type Silence = { readonly lastBeat: Temporal.Instant; readonly now: Temporal.Instant };

/** R8: from the newest beat of any process until now, when that is longer than a minute. No time is recorded twice. */
export function recordDowntime(
  { downtimes }: Operation,
  { lastBeat, now }: Silence,
): Extract<OperationEvent, { type: 'DowntimeRecorded' }> | undefined {
  const recorded = downtimes.map(({ until }) => Temporal.Instant.from(until));
  const from = [lastBeat, ...recorded].reduce((a, b) => (Temporal.Instant.compare(a, b) < 0 ? b : a));
  if (Temporal.Instant.compare(now, from.add(noticeable)) <= 0) return undefined;
  return { type: 'DowntimeRecorded', from: from.toString(), until: now.toString() };
}
