import type { IsClosedDay } from '../calendar/danish-time.ts';
import { activeMandates, type Committee, holdsRole, type PersonId } from '../committee/committee.ts';
import { isClosed, isVersioned, type Meeting, newestVersion, type VersionedMeeting } from '../meeting/meeting.ts';
import type { ApprovalTerms, MeetingEvent } from '../meeting/meeting-event.ts';
import type { MeetingPaper } from '../meeting/meeting-paper.ts';
import { accepted, type Outcome, refused } from '../outcome.ts';
import type { Refusal } from '../refusal.ts';
import { type RulesOfProcedure, rulesOn } from '../rules/rules-of-procedure.ts';
import { standingObjections } from './answer.ts';
import type { CloseMinutes } from './close-minutes.ts';
import { objectionDeadline } from './objection-deadline.ts';

export type SendMinutes = {
  readonly sentBy: PersonId;
  readonly at: Temporal.Instant;
  readonly paper: MeetingPaper;
  readonly hash: string;
  readonly isClosedDay: IsClosedDay;
  readonly answered: CloseMinutes['answered'];
};

/**
 * A version goes out: text frozen, terms computed once and stored. A later version needs every standing objection ruled
 * upon first, and gives a full new window (R4); after a decision only contested minutes or ones that need a decision
 * may be sent anew (R10).
 */
export function sendMinutes(meeting: Meeting, committee: Committee, command: SendMinutes): Outcome<MeetingEvent, Refusal> {
  if (!holdsRole(committee, command.sentBy, command.at, 'secretary', 'minuteTaker', 'chair')) {
    return refused({ code: 'not-permitted', needs: ['secretary', 'minuteTaker'] });
  }
  if (meeting.situation !== 'minutesDrafted' && !isVersioned(meeting)) return refused({ code: 'no-minutes' });
  const refusal = isVersioned(meeting) ? refusalOfNewVersion(meeting, command) : undefined;
  if (refusal !== undefined) return refused(refusal);
  const meetingDay = Temporal.PlainDate.from(meeting.plan.date);
  const rules = rulesOn(committee.rules, meetingDay);
  if (rules === undefined) return refused({ code: 'no-rules' });
  const version = isVersioned(meeting) ? newestVersion(meeting).version + 1 : 1;
  const entitled = activeMandates(committee, command.at).filter((mandate) => mandate.entitlement === 'object');
  const { paper, hash } = command;
  return accepted({
    type: 'MinutesSent',
    version,
    paper,
    hash,
    entitled: [...new Set(entitled.map((mandate) => mandate.personId))],
    ...termsOf(rules, meetingDay, version, command),
  });
}

function refusalOfNewVersion(meeting: VersionedMeeting, command: SendMinutes): Refusal | undefined {
  if (isClosed(meeting) && meeting.situation !== 'contested' && meeting.situation !== 'needsDecision') return { code: 'already-decided' };
  const unanswered = unansweredObjections(meeting, command.answered);
  if (unanswered.length > 0) return { code: 'unanswered-objections', count: unanswered.length };
  return newestVersion(meeting).hash === command.hash ? { code: 'minutes-under-approval' } : undefined;
}

/** Standing objections that nobody has ruled upon yet, on any version. */
export function unansweredObjections(meeting: VersionedMeeting, answered: CloseMinutes['answered']): readonly string[] {
  const ruled = new Set(meeting.rulings.map((ruling) => ruling.objectionId));
  return answered.flatMap(({ answer }) => standingObjections(answer).map((each) => each.objectionId)).filter((id) => !ruled.has(id));
}

function termsOf(rules: RulesOfProcedure, meetingDay: Temporal.PlainDate, version: number, command: SendMinutes): ApprovalTerms {
  const { deadline, reason, days, movedFromClosedDay } = objectionDeadline(rules, meetingDay, command.at, version, command.isClosedDay);
  return {
    deadline: deadline.toString(),
    deadlineReason: reason,
    deadlineDays: days,
    movedFromClosedDay,
    approval: rules.approval,
    noticeDaysBeforeDeadline: rules.noticeDaysBeforeDeadline,
    approvalParagraph: rules.approvalParagraph,
    approvalText: rules.approvalText,
  };
}
