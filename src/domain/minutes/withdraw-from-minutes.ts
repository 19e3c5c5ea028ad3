import type { Committee } from '../committee/committee.ts';
import { isClosed, isVersioned, type Meeting, newestVersion } from '../meeting/meeting.ts';
import { accepted, refused } from '../outcome.ts';
import { type ActCommand, type Answer, actOf, stampOf, standingObjections } from './answer.ts';
import type { ActOutcome } from './approve-minutes.ts';
import { type BoundAct, refusalOfAct, refusalOfPerson, versionActedOn } from './bound-act.ts';
import { isTimely } from './timeliness.ts';
import { deadlineFor } from './version-deadline.ts';

export type WithdrawApproval = ActCommand & BoundAct;
export type WithdrawObjection = ActCommand & BoundAct & { readonly objectionId: string };

/** A member takes an approval back, while the version is open. */
export function withdrawApproval(
  meeting: Meeting,
  committee: Committee,
  answer: Answer,
  command: WithdrawApproval,
): ActOutcome {
  const earlier = actOf(answer, 'withdraw-approval', command.nonce);
  if (earlier !== undefined) return { kind: 'repeated', receipt: earlier };
  if (!isVersioned(meeting)) return refused({ code: 'no-minutes' });
  const refusal = refusalOfAct(meeting, committee, command);
  if (refusal !== undefined) return refused(refusal);
  if (answer.approval === undefined) return refused({ code: 'nothing-to-withdraw' });
  return accepted({ type: 'ApprovalWithdrawn', ...stampOf(command) });
}

/** R5: only the person's own explicit withdrawal ends a standing objection. Also on an older version it blocks from. */
export function withdrawObjection(
  meeting: Meeting,
  committee: Committee,
  answer: Answer,
  command: WithdrawObjection,
): ActOutcome {
  const earlier = actOf(answer, 'withdraw-objection', command.nonce);
  if (earlier !== undefined) return { kind: 'repeated', receipt: earlier };
  if (!isVersioned(meeting)) return refused({ code: 'no-minutes' });
  const refusal = refusalOfPerson(committee, command);
  if (refusal !== undefined) return refused(refusal);
  if (versionActedOn(meeting, command) === undefined)
    return refused({ code: 'version-superseded', newest: newestVersion(meeting).version });
  if (isClosed(meeting)) return refused({ code: 'already-decided' });
  const deadline = deadlineFor(newestVersion(meeting), command.personId);
  if (!isTimely(command, deadline)) return refused({ code: 'too-late', deadline });
  const objection = answer.objections.find((each) => each.objectionId === command.objectionId);
  if (objection === undefined) return refused({ code: 'no-such-objection' });
  if (objection.withdrawn) return refused({ code: 'objection-withdrawn' });
  const othersStand = standingObjections(answer).some((each) => each.objectionId !== command.objectionId);
  return accepted({
    type: 'ObjectionWithdrawn',
    objectionId: command.objectionId,
    othersStand,
    ...stampOf(command),
  });
}
