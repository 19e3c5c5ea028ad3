import { paperItems } from '../agenda/agenda.ts';
import type { PersonId } from '../committee/committee.ts';
import type { CalledMeeting, Rsvp } from '../meeting/meeting.ts';
import type { MeetingPaper, PaperItem, PaperParticipant } from '../meeting/meeting-paper.ts';

/** A person with a seat, as papers print them. */
export type RosterEntry = {
  readonly personId: PersonId;
  readonly name: string;
  readonly title: string;
  readonly organisation: string;
  readonly role?: string;
  readonly list: 'deltager' | 'tilforordnet' | 'none';
};

/**
 * The agenda becomes the minutes: items in place, everybody invited preset as present, afbud and substitutes as answered.
 * What an imported paper already said of outcome is kept.
 */
export function draftMinutes(meeting: CalledMeeting, roster: readonly RosterEntry[]): MeetingPaper {
  const outcomes = paperItems(meeting.agenda.items);
  const items = meeting.sent.paper.items.map((item, index) => ({ ...item, ...outcomeOf(outcomes[index]) }));
  return { ...meeting.sent.paper, participants: attendance(meeting, roster), items };
}

function outcomeOf(item: PaperItem | undefined): Pick<PaperItem, 'summary' | 'decision'> {
  return {
    ...(item?.summary === undefined ? {} : { summary: item.summary }),
    ...(item?.decision === undefined ? {} : { decision: item.decision }),
  };
}

function attendance(meeting: CalledMeeting, roster: readonly RosterEntry[]): MeetingPaper['participants'] {
  const seated = roster.filter((entry) => entry.list !== 'none').flatMap((entry) => printed(entry, meeting.rsvps.get(entry.personId)));
  const seatedNames = new Set(roster.map((entry) => entry.name));
  const named = meeting.plan.named.filter((participant) => !seatedNames.has(participant.name));
  const order = ['deltager', 'tilforordnet', 'afbud'];
  return [...named, ...seated].toSorted((a, b) => order.indexOf(a.list) - order.indexOf(b.list));
}

function printed(entry: RosterEntry, rsvp: Rsvp | undefined): PaperParticipant[] {
  const { name, title, organisation, role, list } = entry;
  if (list === 'none') return [];
  const person = { name, title, organisation, ...(role === undefined ? {} : { role }) };
  if (rsvp === undefined || rsvp.coming) return [{ ...person, list }];
  const absent = { ...person, list: 'afbud' as const };
  return rsvp.substitute === undefined ? [absent] : [absent, { name: rsvp.substitute.name, list, substituteFor: name }];
}
