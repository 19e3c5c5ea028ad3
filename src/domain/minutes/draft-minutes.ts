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
  const seated = roster.flatMap((entry) =>
    entry.list === 'none' ? [] : printed(entry, entry.list, meeting.rsvps.get(entry.personId), roster),
  );
  return inHouseOrder([...notSeated(meeting.plan.named, roster), ...seated]);
}

type SeatedList = Exclude<RosterEntry['list'], 'none'>;

function printed(
  entry: RosterEntry,
  list: SeatedList,
  rsvp: Rsvp | undefined,
  roster: readonly RosterEntry[],
): PaperParticipant[] {
  if (rsvp === undefined || rsvp.coming) return [participantOf(entry, list)];
  const absent = participantOf(entry, 'afbud');
  if (rsvp.substitute === undefined) return [absent];
  const { name, personId } = rsvp.substitute;
  const known = roster.find((each) => each.personId === personId);
  const substitute =
    known === undefined ? { name, list } : participantOf({ ...known, role: undefined }, list);
  return [absent, { ...substitute, substituteFor: entry.name }];
}

/** A person with a seat as a paper prints them; what is not known of them is left out. */
export function participantOf(
  { name, title, organisation, role }: PrintedFacts,
  list: PaperParticipant['list'],
): PaperParticipant {
  return {
    name,
    ...(title === '' ? {} : { title }),
    ...(organisation === '' ? {} : { organisation }),
    ...(role === undefined ? {} : { role }),
    list,
  };
}

type PrintedFacts = Pick<RosterEntry, 'name' | 'title' | 'organisation'> & {
  readonly role?: string | undefined;
};

/** Persons named by an imported paper who have no printed seat in the committee. */
export function notSeated(
  named: readonly PaperParticipant[],
  roster: readonly RosterEntry[],
): readonly PaperParticipant[] {
  const seatedNames = new Set(roster.filter((entry) => entry.list !== 'none').map((entry) => entry.name));
  return named.filter((participant) => !seatedNames.has(participant.name));
}

/** Deltagere, tilforordnede, afbud: the fixed order of the house, and within a list the order given. */
export function inHouseOrder(participants: readonly PaperParticipant[]): PaperParticipant[] {
  const order = ['deltager', 'tilforordnet', 'afbud'];
  return participants.toSorted((a, b) => order.indexOf(a.list) - order.indexOf(b.list));
}
