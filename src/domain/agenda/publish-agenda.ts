import { activeMandates, type Committee, holdsRole, type PersonId } from '../committee/committee.ts';
import { isKnown, type Meeting } from '../meeting/meeting.ts';
import type { MeetingEvent } from '../meeting/meeting-event.ts';
import type { MeetingPaper } from '../meeting/meeting-paper.ts';
import { accepted, type Outcome, refused } from '../outcome.ts';
import type { Refusal } from '../refusal.ts';

export type PublishAgenda = {
  readonly publishedBy: PersonId;
  readonly at: Temporal.Instant;
  readonly paper: MeetingPaper;
  readonly hash: string;
};

/** The agenda goes out to everybody with a seat and is locked from then on. */
export function publishAgenda(
  meeting: Meeting,
  committee: Committee,
  command: PublishAgenda,
): Outcome<MeetingEvent, Refusal> {
  if (!holdsRole(committee, command.publishedBy, command.at, 'secretary', 'chair')) {
    return refused({ code: 'not-permitted', needs: ['secretary', 'chair'] });
  }
  if (!isKnown(meeting)) return refused({ code: 'no-meeting' });
  if (meeting.situation !== 'agendaDrafted') return refused({ code: 'agenda-locked' });
  if (meeting.agenda.items.length === 0) return refused({ code: 'agenda-empty' });
  const seated = activeMandates(committee, command.at).filter((mandate) => mandate.list !== 'none');
  const invited = [...new Set(seated.map((mandate) => mandate.personId))];
  return accepted({ type: 'AgendaPublished', paper: command.paper, hash: command.hash, invited });
}
