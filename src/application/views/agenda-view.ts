import { annexNumber } from '../../domain/annex/annex.ts';
import { type Committee, holdsRole } from '../../domain/committee/committee.ts';
import type { People } from '../../domain/committee/people.ts';
import { endsAt } from '../../domain/meeting/answer-invitation.ts';
import type { CalledMeeting } from '../../domain/meeting/meeting.ts';
import type {
  AgendaItemDialogView,
  AgendaItemView,
  AgendaView,
  ApologiesNote,
} from '../../ports/card-view.ts';
import { linkOf, meetingFacts } from './meeting-facts.ts';

export type AgendaViewing = {
  readonly meeting: CalledMeeting;
  readonly committee: Committee;
  readonly people: People;
  /** Absent: the shared card of the committee's chat. */
  readonly personId?: string;
  readonly nonce: string;
  readonly now: Temporal.Instant;
};

export function agendaView(viewing: AgendaViewing): AgendaView {
  const { meeting, committee, nonce, now } = viewing;
  return {
    card: 'agenda',
    meeting: meetingFacts(meeting, committee),
    items: agendaItems(meeting),
    counts: countsOf(meeting),
    viewer: viewerOf(viewing),
    open: meeting.situation === 'agendaSent' && Temporal.Instant.compare(now, endsAt(meeting)) < 0,
    nonce,
    ...linkOf(meeting, 'agenda', 1, 'pdf'),
  };
}

function viewerOf(viewing: AgendaViewing): AgendaView['viewer'] {
  const { meeting, committee, personId, now } = viewing;
  if (personId === undefined) return { kind: 'shared' };
  const rsvp = meeting.rsvps.get(personId);
  const leads = holdsRole(committee, personId, now, 'chair', 'viceChair');
  const apologies = leads ? apologiesOf(viewing) : [];
  return { kind: 'person', personId, ...(rsvp === undefined ? {} : { rsvp }), apologies };
}

/** To those who lead the meeting, whom the messages are addressed to. */
function apologiesOf({ meeting, people }: AgendaViewing): readonly ApologiesNote[] {
  return [...meeting.rsvps].flatMap(([personId, rsvp]): readonly ApologiesNote[] => {
    if (rsvp.coming) return [];
    const { substitute, message } = rsvp;
    return [
      {
        name: people.persons.get(personId)?.name ?? personId,
        ...(substitute === undefined ? {} : { substitute: substitute.name }),
        ...(message === undefined ? {} : { message }),
      },
    ];
  });
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
  const asked = new Set([...sent.invited, ...rsvps.keys()]);
  const answers = [...asked].map((personId) => rsvps.get(personId));
  const coming = answers.filter((rsvp) => rsvp?.coming === true).length;
  const apologies = answers.filter((rsvp) => rsvp?.coming === false).length;
  return { coming, apologies, missing: answers.length - coming - apologies };
}
