import type { Committee, PersonId } from '../committee/committee.ts';
import { refusalWithoutRole } from '../committee/refusal-of-seat.ts';
import { accepted, type Outcome, refused } from '../outcome.ts';
import type { Refusal } from '../refusal.ts';
import { markOf } from './may-decide.ts';
import type { Operation, OperationEvent } from './operation.ts';
import { downtimeOnceConfirmed } from './record-downtime.ts';

export type ConfirmClock = {
  readonly confirmedBy: PersonId;
  /** The doubt that stood on the card. */
  readonly since: string;
  readonly at: Temporal.Instant;
};

/** R15: the secretary or the chair of a committee says that the time is right. Holds for the doubt they were shown only. */
export function confirmClock(
  operation: Operation,
  committee: Committee,
  command: ConfirmClock,
): Outcome<OperationEvent, Refusal> {
  const { confirmedBy, since, at } = command;
  const refusal = refusalWithoutRole(committee, confirmedBy, at, 'secretary', 'chair');
  if (refusal !== undefined) return refused(refusal);
  if (markOf(operation, 'clock') !== since) return refused({ code: 'clock-not-doubted' });
  return accepted(...confirmed(operation, confirmedBy));
}

/** With the downtime that was believed only now (R8). */
export function confirmed(
  operation: Operation,
  confirmedBy: PersonId | 'witness',
): readonly OperationEvent[] {
  const downtime = downtimeOnceConfirmed(operation);
  return [{ type: 'ClockConfirmed', confirmedBy }, ...(downtime === undefined ? [] : [downtime])];
}
