import type { ReceivedAct } from '../minutes/timeliness.ts';
import type { Operation, OperationEvent } from './operation.ts';

/** How far the time told from outside may lie from ours: longer than any message is on its way. */
const nearby = Temporal.Duration.from({ minutes: 2 });

/** R15: a signed message from outside that tells the same time, to two minutes, confirms a clock that is doubted. */
export function witnessClock(
  { clock }: Operation,
  { sentAt, receivedAt }: ReceivedAct,
): Extract<OperationEvent, { type: 'ClockConfirmed' }> | undefined {
  if (clock.state === 'trusted' || sentAt === undefined) return undefined;
  const apart = sentAt.since(receivedAt).abs();
  if (Temporal.Duration.compare(apart, nearby) > 0) return undefined;
  return { type: 'ClockConfirmed', confirmedBy: 'witness' };
}
