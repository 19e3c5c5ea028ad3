import type { Committee, PersonId } from '../committee/committee.ts';
import { refusalWithoutRole } from '../committee/refusal-of-seat.ts';
import { accepted, type Outcome, refused } from '../outcome.ts';
import type { Refusal } from '../refusal.ts';
import { markOf } from './may-decide.ts';
import type { Operation, OperationEvent } from './operation.ts';

export type EndSafeMode = {
  readonly by: PersonId;
  /** The safe mode that stood on the card. */
  readonly since: string;
  /** Of the first of the two; the second agrees to it. */
  readonly reason: string;
  readonly at: Temporal.Instant;
};

/** R16: going on without what the log lacks takes two different persons who serve or lead a committee. */
export function endSafeMode(
  operation: Operation,
  committee: Committee,
  command: EndSafeMode,
): Outcome<OperationEvent, Refusal> {
  const { by, reason } = command;
  const refusal = refusalOfEnding(operation, committee, command);
  if (refusal !== undefined) return refused(refusal);
  const proposal = operation.safeMode.state === 'on' ? operation.safeMode.proposal : undefined;
  if (proposal === undefined && reason === '') return refused({ code: 'reason-needed' });
  if (proposal === undefined) return accepted({ type: 'SafeModeEndProposed', proposedBy: by, reason });
  return accepted({
    type: 'SafeModeEnded',
    first: proposal.proposedBy,
    second: by,
    reason: proposal.reason,
  });
}

/** Why this person cannot take the step now; undefined when they can. */
export function refusalOfEnding(
  operation: Operation,
  committee: Committee,
  { by, since, at }: Omit<EndSafeMode, 'reason'>,
): Refusal | undefined {
  const refusal = refusalWithoutRole(committee, by, at, 'secretary', 'chair', 'viceChair');
  if (refusal !== undefined) return refusal;
  const { safeMode } = operation;
  if (safeMode.state === 'off' || markOf(operation, 'safe-mode') !== since)
    return { code: 'not-in-safe-mode' };
  return safeMode.proposal?.proposedBy === by ? { code: 'second-person-needed' } : undefined;
}
