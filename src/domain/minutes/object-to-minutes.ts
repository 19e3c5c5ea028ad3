import type { Committee } from '../committee/committee.ts';
import {
  isClosed,
  isVersioned,
  type Meeting,
  type MinutesVersion,
  newestVersion,
  type VersionedMeeting,
} from '../meeting/meeting.ts';
import { accepted, refused } from '../outcome.ts';
import { type ActCommand, type Answer, actOf, stampOf } from './answer.ts';
import type { ObjectionText } from './answer-event.ts';
import type { ActOutcome } from './approve-minutes.ts';
import { type BoundAct, refusalOfPerson, versionActedOn } from './bound-act.ts';
import { isTimely } from './timeliness.ts';
import { deadlineFor } from './version-deadline.ts';

export type ObjectToMinutes = ActCommand &
  BoundAct & { readonly objectionId: string; readonly objection: ObjectionText };

/**
 * A member objects. R5: on an open version an objection is always accepted. R4: one on an older version is kept with that
 * version and blocks the newest until it is answered. R10: after the deadline or the decision it is kept as a late remark.
 */
export function objectToMinutes(
  meeting: Meeting,
  committee: Committee,
  answer: Answer,
  command: ObjectToMinutes,
): ActOutcome {
  const earlier = actOf(answer, 'object', command.nonce) ?? actOf(answer, 'remark', command.nonce);
  if (earlier !== undefined) return { kind: 'repeated', receipt: earlier };
  if (!isVersioned(meeting)) return refused({ code: 'no-minutes' });
  const refusal = refusalOfPerson(committee, command);
  if (refusal !== undefined) return refused(refusal);
  const version = versionActedOn(meeting, command);
  if (version === undefined)
    return refused({ code: 'version-superseded', newest: newestVersion(meeting).version });
  if (!namesAnItem(version, command.objection)) return refused({ code: 'no-such-item' });
  const { objectionId, objection, hash } = command;
  if (isOpenFor(meeting, command))
    return accepted({ type: 'ObjectionRaised', objectionId, objection, hash, ...stampOf(command) });
  return accepted({ type: 'LateRemarkMade', objectionId, objection, ...stampOf(command) });
}

/** The newest version is what is still being asked about: its deadline decides, whichever card was used. */
function isOpenFor(meeting: VersionedMeeting, command: ObjectToMinutes): boolean {
  return !isClosed(meeting) && isTimely(command, deadlineFor(newestVersion(meeting), command.personId));
}

/** An objection is about the whole of the minutes, or about an item that stands in this version. */
export function namesAnItem(version: MinutesVersion, objection: ObjectionText): boolean {
  return (
    objection.itemNumber === undefined ||
    version.paper.items.some((item) => item.number === objection.itemNumber)
  );
}
