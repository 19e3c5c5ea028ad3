import type { ReceivedAct } from '../minutes/timeliness.ts';
import { confirmed } from './confirm-clock.ts';
import type { Operation, OperationEvent } from './operation.ts';

/** How far the time told from outside may lie from ours: longer than any message is on its way. */
const nearby = Temporal.Duration.from({ minutes: 2 });

/** R15: a signed message from outside that tells the same time, to two minutes, confirms a clock that is doubted. */
export function witnessClock(
  operation: Operation,
  { sentAt, receivedAt }: ReceivedAct,
): readonly OperationEvent[] {
  if (operation.clock.state === 'trusted' || sentAt === undefined) return [];
  const apart = sentAt.since(receivedAt).abs();
  return Temporal.Duration.compare(apart, nearby) > 0 ? [] : confirmed(operation, 'witness');
}
