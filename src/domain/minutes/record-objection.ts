import { type Committee, holdsRole, isEntitled, type PersonId } from '../committee/committee.ts';
import {
  isClosed,
  isVersioned,
  type Meeting,
  type MinutesVersion,
  newestVersion,
} from '../meeting/meeting.ts';
import { accepted, refused } from '../outcome.ts';
import type { Refusal } from '../refusal.ts';
import { type Answer, actOf } from './answer.ts';
import type { ObjectionText, RecordedOnBehalf } from './answer-event.ts';
import type { ActOutcome } from './approve-minutes.ts';
import { versionActedOn } from './bound-act.ts';
import { namesAnItem } from './object-to-minutes.ts';
import { deadlineFor } from './version-deadline.ts';

export type RecordObjection = {
  readonly recordedBy: PersonId;
  readonly at: Temporal.Instant;
  /** Who objected. */
  readonly personId: PersonId;
  readonly version: number;
  readonly hash: string;
  readonly nonce: string;
  readonly receipt: string;
  readonly objectionId: string;
  readonly objection: ObjectionText;
  readonly source: RecordedOnBehalf['source'];
  readonly sourceNote: string;
  readonly reachedAt: Temporal.Instant;
};

/**
 * R17: the secretary or minute-taker records an objection that reached the committee another way, with its source. It
 * counts as of the instant it reached the committee: in time on an open version, else it is a late remark (R10). There is
 * nothing of the kind for an approval: nobody says yes for somebody else.
 */
export function recordObjection(
  meeting: Meeting,
  committee: Committee,
  answer: Answer,
  command: RecordObjection,
): ActOutcome {
  const { personId, recordedBy, nonce } = command;
  const earlier = actOf(answer, 'object', nonce) ?? actOf(answer, 'remark', nonce);
  if (earlier !== undefined) return { kind: 'repeated', receipt: earlier };
  if (!holdsRole(committee, recordedBy, command.at, 'secretary', 'minuteTaker'))
    return refused({ code: 'not-permitted', needs: ['secretary', 'minuteTaker'] });
  if (!isVersioned(meeting)) return refused({ code: 'no-minutes' });
  const newest = newestVersion(meeting);
  const version = versionActedOn(meeting, command);
  if (version === undefined) return refused({ code: 'version-superseded', newest: newest.version });
  const refusal = refusalOfRecord(version, committee, command);
  if (refusal !== undefined) return refused(refusal);
  const inTime =
    !isClosed(meeting) && Temporal.Instant.compare(command.reachedAt, deadlineFor(newest, personId)) < 0;
  return accepted({ ...recorded(command), ...(inTime ? raised(command) : remark) });
}

const remark = { type: 'LateRemarkMade' } as const;

function raised({ hash }: RecordObjection) {
  return { type: 'ObjectionRaised', hash } as const;
}

function recorded(command: RecordObjection) {
  const { objectionId, objection, nonce, receipt, at, recordedBy, source, sourceNote, reachedAt } = command;
  const onBehalf: RecordedOnBehalf = { recordedBy, source, sourceNote, reachedAt: reachedAt.toString() };
  return { objectionId, objection, nonce, receipt, receivedAt: at.toString(), onBehalf };
}

function refusalOfRecord(
  version: MinutesVersion,
  committee: Committee,
  { personId, at, reachedAt, objection }: RecordObjection,
): Refusal | undefined {
  if (!isPossible(version, reachedAt, at)) return { code: 'impossible-instant' };
  if (!isEntitled(committee, personId, reachedAt)) return { code: 'person-not-asked' };
  return namesAnItem(version, objection) ? undefined : { code: 'no-such-item' };
}

/** People tell the time to the minute, and so is the sending taken. */
function isPossible({ sentAt }: MinutesVersion, reachedAt: Temporal.Instant, now: Temporal.Instant): boolean {
  if (Temporal.Instant.compare(reachedAt, now) > 0) return false;
  if (sentAt === undefined) return true;
  const sent = Temporal.Instant.from(sentAt).round({ smallestUnit: 'minute', roundingMode: 'floor' });
  return Temporal.Instant.compare(reachedAt, sent) >= 0;
}
