import { danishInstantAt } from '../calendar/danish-time.ts';
import { activeMandates, type Committee, mandateAt, type PersonId } from '../committee/committee.ts';
import { accepted, type Outcome, refused } from '../outcome.ts';
import type { Refusal } from '../refusal.ts';
import { type CalledMeeting, isCalled, type KnownMeeting, type Meeting, pressOf } from './meeting.ts';
import type { MeetingEvent, Substitute } from './meeting-event.ts';

export type AnswerInvitation = {
  readonly personId: PersonId;
  readonly nonce: string;
  readonly receivedAt: Temporal.Instant;
} & (
  | { readonly coming: true }
  | { readonly coming: false; readonly substitute?: Substitute; readonly message?: string }
);

/**
 * Deltager or afbud. The newest answer counts, and the same press delivered again, however late, changes nothing. A substitute is a name, or a
 * person of the committee; whom the substitute may vote for is the mandates' matter, not the invitation's.
 */
export function answerInvitation(
  meeting: Meeting,
  committee: Committee,
  command: AnswerInvitation,
): Outcome<MeetingEvent, Refusal> {
  if (mandateAt(committee, command.personId, command.receivedAt) === undefined)
    return refused({ code: 'not-a-member' });
  if (!isCalled(meeting)) return refused({ code: 'agenda-not-sent' });
  if (!isInvited(meeting, committee, command)) return refused({ code: 'not-invited' });
  if (Temporal.Instant.compare(command.receivedAt, endsAt(meeting)) >= 0)
    return refused({ code: 'meeting-over' });
  if (meeting.situation !== 'agendaSent') return refused({ code: 'meeting-held' });
  if (meeting.presses.has(pressOf(command.personId, command))) return accepted();
  return accepted(eventOf(command));
}

/** Invited when the agenda was sent, or with a seat at the table since. */
function isInvited(
  { sent }: CalledMeeting,
  committee: Committee,
  { personId, receivedAt }: AnswerInvitation,
): boolean {
  const seats = activeMandates(committee, receivedAt).filter((mandate) => mandate.personId === personId);
  return sent.invited.includes(personId) || seats.some(({ list }) => list !== 'none');
}

function eventOf(command: AnswerInvitation): MeetingEvent {
  const { personId, nonce } = command;
  if (command.coming) return { type: 'AttendanceAnnounced', personId, nonce };
  return {
    type: 'ApologiesSent',
    personId,
    nonce,
    ...(command.substitute === undefined ? {} : { substitute: command.substitute }),
    ...(command.message === undefined ? {} : { message: command.message }),
  };
}

export function beginsAt({ plan }: KnownMeeting): Temporal.Instant {
  return danishInstantAt(Temporal.PlainDate.from(plan.date), Temporal.PlainTime.from(plan.from));
}

export function endsAt({ plan }: KnownMeeting): Temporal.Instant {
  return danishInstantAt(Temporal.PlainDate.from(plan.date), Temporal.PlainTime.from(plan.to));
}
