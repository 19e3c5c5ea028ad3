import { annexNumber } from '../../domain/annex/annex.ts';
import type { Committee } from '../../domain/committee/committee.ts';
import { endsAt } from '../../domain/meeting/answer-invitation.ts';
import type { CalledMeeting } from '../../domain/meeting/meeting.ts';
import type { AgendaItemDialogView, AgendaItemView, AgendaView } from '../../ports/card-view.ts';
import { linkOf, meetingFacts } from './meeting-facts.ts';

/** `personId` absent: the shared card of the committee's chat. */
export function agendaView(
  meeting: CalledMeeting,
  committee: Committee,
  personId: string | undefined,
  nonce: string,
  now: Temporal.Instant,
): AgendaView {
  const rsvp = personId === undefined ? undefined : meeting.rsvps.get(personId);
  return {
    card: 'agenda',
    meeting: meetingFacts(meeting, committee),
    items: agendaItems(meeting),
    counts: countsOf(meeting),
    viewer:
      personId === undefined
        ? { kind: 'shared' }
        : { kind: 'person', personId, ...(rsvp === undefined ? {} : { rsvp }) },
    open: meeting.situation === 'agendaSent' && Temporal.Instant.compare(now, endsAt(meeting)) < 0,
    nonce,
    ...linkOf(meeting, 'agenda', 1, 'pdf'),
  };
}

export function agendaItemView(
  meeting: CalledMeeting,
  committee: Committee,
  itemId: string,
): AgendaItemDialogView | undefined {
  const index = meeting.agenda.items.findIndex((item) => item.itemId === itemId);
  const printed = meeting.sent.paper.items[index];
  const item = agendaItems(meeting)[index];
  if (printed === undefined || item === undefined) return undefined;
  const { casePresentation, recommendation } = printed;
  return {
    card: 'agenda-item',
    meeting: meetingFacts(meeting, committee),
    item: {
      ...item,
      ...(casePresentation === undefined ? {} : { casePresentation }),
      ...(recommendation === undefined ? {} : { recommendation }),
    },
  };
}

/** The items as sent, with the links of their annexes. */
function agendaItems(meeting: CalledMeeting): readonly AgendaItemView[] {
  return meeting.agenda.items.map((item, index) => {
    const printed = meeting.sent.paper.items[index];
    const { itemId, purpose, presenters, arrival, durationMin, annexes } = item;
    return {
      itemId,
      number: index + 1,
      title: printed?.title ?? item.title,
      presenters,
      ...(purpose === undefined ? {} : { purpose }),
      ...(arrival === undefined ? {} : { arrival }),
      ...(durationMin === undefined ? {} : { durationMin }),
      annexes: annexes.map(({ title, document }, place) => ({
        number: annexNumber(index + 1, place),
        title,
        ...(document === undefined ? {} : { href: document.href }),
      })),
    };
  });
}

function countsOf({ sent, rsvps }: CalledMeeting): AgendaView['counts'] {
  const answers = sent.invited.map((personId) => rsvps.get(personId));
  const coming = answers.filter((rsvp) => rsvp?.coming === true).length;
  const apologies = answers.filter((rsvp) => rsvp?.coming === false).length;
  return { coming, apologies, missing: answers.length - coming - apologies };
}
