import type { IsClosedDay } from '../calendar/danish-time.ts';
import { type Committee, entitledPersons, holdsRole, type PersonId } from '../committee/committee.ts';
import {
  isClosed,
  isVersioned,
  type Meeting,
  type MinutesVersion,
  newestVersion,
  type VersionedMeeting,
} from '../meeting/meeting.ts';
import type { ApprovalTerms, MeetingEvent } from '../meeting/meeting-event.ts';
import type { MeetingPaper } from '../meeting/meeting-paper.ts';
import { accepted, type Outcome, refused } from '../outcome.ts';
import type { Refusal } from '../refusal.ts';
import { type RulesOfProcedure, rulesOn, settingsOf } from '../rules/rules-of-procedure.ts';
import { standingObjections } from './answer.ts';
import { blockingObjections, type CloseMinutes } from './close-minutes.ts';
import { type ObjectionDeadline, objectionDeadline } from './objection-deadline.ts';
import { plannedReminders } from './remind-members.ts';
import { closesAt, deadlineOf } from './version-deadline.ts';

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
 * upon first, and gives a full new window (R4) that never ends before the one it replaces (R9); after a decision only
 * contested minutes or ones that need a decision may be sent anew (R10).
 */
export function sendMinutes(
  meeting: Meeting,
  committee: Committee,
  command: SendMinutes,
): Outcome<MeetingEvent, Refusal> {
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
  const { paper, hash, at } = command;
  const terms = termsOf(rules, meetingDay, meeting, command);
  return accepted({
    type: 'MinutesSent',
    version,
    paper,
    hash,
    entitled: entitledPersons(committee, at),
    ...terms,
    sentAt: at.toString(),
    remindersPlanned: plannedReminders(Temporal.Instant.from(terms.deadline), terms, {
      ...command,
      alreadySent: 0,
    }),
  });
}

function refusalOfNewVersion(meeting: VersionedMeeting, command: SendMinutes): Refusal | undefined {
  if (isClosed(meeting) && meeting.situation !== 'contested' && meeting.situation !== 'needsDecision')
    return { code: 'already-decided' };
  const unanswered = unansweredObjections(meeting, command.answered);
  if (unanswered.length > 0) return { code: 'unanswered-objections', count: unanswered.length };
  if (lacksRuling(meeting, command)) return { code: 'ruling-not-written' };
  return isStillAsked(meeting, command) ? { code: 'minutes-under-approval' } : undefined;
}

/** The file is written a moment after the ruling: until then it still says what was objected to. */
function lacksRuling(meeting: VersionedMeeting, { hash }: SendMinutes): boolean {
  const newest = newestVersion(meeting);
  const promised = meeting.rulings.some(
    ({ onVersion, amendments }) => onVersion === newest.version && amendments.length > 0,
  );
  return promised && newest.hash === hash;
}

/**
 * The newest version is being asked about as it is: its deadline has passed and only the decision is missing, or the same
 * text would go out twice. The same text goes out anew where nothing else could be approved: after a decision that
 * approved nothing, and where an objection that was rejected still stands.
 */
function isStillAsked(meeting: VersionedMeeting, { hash, at, answered }: SendMinutes): boolean {
  if (isClosed(meeting)) return false;
  const newest = newestVersion(meeting);
  if (Temporal.Instant.compare(at, deadlineOf(newest)) >= 0) return true;
  return (
    newest.hash === hash && blockingObjections(meeting, { version: newest.version, answered }).length === 0
  );
}

/** Standing objections that nobody has ruled upon yet, on any version. */
export function unansweredObjections(
  meeting: VersionedMeeting,
  answered: CloseMinutes['answered'],
): readonly string[] {
  const ruled = new Set(meeting.rulings.map((ruling) => ruling.objectionId));
  return answered
    .flatMap(({ answer }) => standingObjections(answer).map((each) => each.objectionId))
    .filter((id) => !ruled.has(id));
}

type Given = Pick<ApprovalTerms, 'deadline' | 'deadlineReason' | 'deadlineDays' | 'movedFromClosedDay'>;

/** R9: what the version before promised, where that is later; also where its deadline was moved since, for anybody. */
function promisedBefore(earlier: MinutesVersion, computed: ObjectionDeadline): Given | undefined {
  const promised = closesAt(earlier);
  if (Temporal.Instant.compare(promised, computed.deadline) <= 0) return undefined;
  if (earlier.extensions.length === 0) return earlier.terms;
  const { deadlineDays } = earlier.terms;
  const deadline = promised.toString();
  return { deadline, deadlineReason: 'promised-before', deadlineDays, movedFromClosedDay: false };
}

function termsOf(
  rules: RulesOfProcedure,
  meetingDay: Temporal.PlainDate,
  meeting: Meeting,
  command: SendMinutes,
): ApprovalTerms {
  const earlier = isVersioned(meeting) ? newestVersion(meeting) : undefined;
  const computed = objectionDeadline(
    rules,
    meetingDay,
    command.at,
    (earlier?.version ?? 0) + 1,
    command.isClosedDay,
  );
  const promised = earlier === undefined ? undefined : promisedBefore(earlier, computed);
  return {
    deadline: promised?.deadline ?? computed.deadline.toString(),
    deadlineReason: promised?.deadlineReason ?? computed.reason,
    deadlineDays: promised?.deadlineDays ?? computed.days,
    movedFromClosedDay: promised?.movedFromClosedDay ?? computed.movedFromClosedDay,
    approval: rules.approval,
    noticeDaysBeforeDeadline: rules.noticeDaysBeforeDeadline,
    approvalParagraph: rules.approvalParagraph,
    approvalText: rules.approvalText,
    ...settingsOf(rules),
  };
}
