import { type Committee, holdsRole, type PersonId } from '../committee/committee.ts';
import { accepted, type Outcome, refused } from '../outcome.ts';
import type { Refusal } from '../refusal.ts';
import { beginsAt } from './answer-invitation.ts';
import { isCalled, type Meeting } from './meeting.ts';
import type { MeetingEvent } from './meeting-event.ts';
import type { MeetingPaper } from './meeting-paper.ts';

export type HoldMeeting = {
  readonly heldBy: PersonId;
  readonly at: Temporal.Instant;
  readonly draft: MeetingPaper;
};

/** The meeting took place: the agenda becomes the draft of the minutes. Not before it has begun. */
export function holdMeeting(
  meeting: Meeting,
  committee: Committee,
  command: HoldMeeting,
): Outcome<MeetingEvent, Refusal> {
  if (!holdsRole(committee, command.heldBy, command.at, 'secretary', 'minuteTaker', 'chair')) {
    return refused({ code: 'not-permitted', needs: ['secretary', 'minuteTaker'] });
  }
  if (!isCalled(meeting)) return refused({ code: 'agenda-not-sent' });
  if (meeting.situation !== 'agendaSent') return refused({ code: 'meeting-held' });
  const begins = beginsAt(meeting);
  if (Temporal.Instant.compare(command.at, begins) < 0) return refused({ code: 'meeting-not-begun', begins });
  return accepted({ type: 'MeetingHeld' }, { type: 'MinutesDrafted', paper: command.draft });
}
