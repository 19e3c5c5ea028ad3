import type { Committee } from '../../domain/committee/committee.ts';
import { mayDecide } from '../../domain/operation/may-decide.ts';
import type { Operation } from '../../domain/operation/operation.ts';
import type { Decided } from '../../ports/event-log.ts';
import { clockDoubtCards } from '../effects/doubt-cards.ts';
import { operationStream } from '../streams.ts';

/**
 * R15, R16: what is due is not decided while there is a doubt; undefined where there is none. Whoever serves the committee
 * is told of a doubtful clock now, once a doubt, because now it matters; of safe mode they know since it began.
 */
export function holdBack(
  operation: Operation,
  committee: Committee,
  at: Temporal.Instant,
): Decided<false> | undefined {
  if (mayDecide(operation)) return undefined;
  const { clock, safeMode } = operation;
  const { committeeId } = committee;
  if (safeMode.state === 'on' || clock.state === 'trusted' || clock.heldBack.includes(committeeId))
    return { result: false };
  return {
    result: false,
    append: [{ stream: operationStream.stream, events: [{ type: 'DecisionHeldBack', committeeId }] }],
    effects: clockDoubtCards(committee, clock.to, at),
    actor: { system: 'sweep' },
    at,
  };
}
