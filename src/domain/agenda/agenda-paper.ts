import type { MeetingPlan } from '../meeting/meeting-event.ts';
import type { MeetingPaper, PaperParticipant } from '../meeting/meeting-paper.ts';
import { inHouseOrder, notSeated, participantOf, type RosterEntry } from '../minutes/draft-minutes.ts';
import { type Agenda, type AgendaItem, paperItems, withoutOutcome } from './agenda.ts';

/** How the item about the last minutes is worded, once it is known what became of them. */
export type PreviousMinutesWording = { readonly title: string; readonly summary?: string };

/** The agenda as it is sent and printed: head, everybody invited, items without outcome. */
export function agendaPaper(
  committee: string,
  plan: MeetingPlan,
  agenda: Agenda,
  roster: readonly RosterEntry[],
  previous: PreviousMinutesWording | undefined,
): MeetingPaper {
  const items = agenda.items
    .map((item) => worded(item, previous))
    .map((item) => (item.standing === 'previousMinutes' ? item : withoutOutcome(item)));
  const { date, from, to, place, theme, presidingPerson, minuteTaker } = plan;
  return {
    committee,
    date,
    from,
    to,
    ...(place === undefined ? {} : { place }),
    ...(theme === undefined ? {} : { theme }),
    ...(presidingPerson === undefined ? {} : { presidingPerson }),
    ...(minuteTaker === undefined ? {} : { minuteTaker }),
    participants: [...invited(plan, roster)],
    items: [...paperItems(items)],
    breaksAfter: [...agenda.breaksAfter],
  };
}

/** Known before the meeting, so it stands where an agenda says what an item is about; a summary is of what was said. */
function worded(item: AgendaItem, previous: PreviousMinutesWording | undefined): AgendaItem {
  if (item.standing !== 'previousMinutes' || previous === undefined) return item;
  const { title, summary } = previous;
  return { ...item, title, ...(summary === undefined ? {} : { casePresentation: summary }) };
}

function invited(plan: MeetingPlan, roster: readonly RosterEntry[]): readonly PaperParticipant[] {
  const seated = roster.flatMap((entry) => (entry.list === 'none' ? [] : [participantOf(entry, entry.list)]));
  return inHouseOrder([...notSeated(plan.named, roster), ...seated]);
}
