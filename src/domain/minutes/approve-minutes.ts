import type { Committee } from '../committee/committee.ts';
import { isVersioned, type Meeting } from '../meeting/meeting.ts';
import { accepted, type Outcome, refused } from '../outcome.ts';
import type { Refusal } from '../refusal.ts';
import { type ActCommand, type Answer, actOf, type Receipt, stampOf, standingObjections } from './answer.ts';
import type { AnswerEvent } from './answer-event.ts';
import { type BoundAct, refusalOfAct } from './bound-act.ts';

export type ApproveMinutes = ActCommand & BoundAct;

export type ActOutcome =
  | Outcome<AnswerEvent, Refusal>
  | { readonly kind: 'repeated'; readonly receipt: Receipt };

/**
 * A member approves a version. R4: binds to the hash of the version on the card. R5: the same press again gives the same
 * receipt; an approval never replaces a standing objection. R2/R10: late or after the decision it is refused.
 * A press on another card of one who approved already is an approval with a receipt of its own: were it only answered,
 * its later redelivery would undo a withdrawal.
 */
export function approveMinutes(
  meeting: Meeting,
  committee: Committee,
  answer: Answer,
  command: ApproveMinutes,
): ActOutcome {
  const earlier = actOf(answer, 'approve', command.nonce);
  if (earlier !== undefined) return { kind: 'repeated', receipt: earlier };
  if (!isVersioned(meeting)) return refused({ code: 'no-minutes' });
  const refusal = refusalOfAct(meeting, committee, command);
  if (refusal !== undefined) return refused(refusal);
  if (standingObjections(answer).length > 0) return refused({ code: 'objection-stands' });
  return accepted({ type: 'ApprovalGiven', hash: command.hash, ...stampOf(command) });
}
