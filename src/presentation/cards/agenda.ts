import type { AgendaItemView, ViewOf } from '../../ports/card-view.ts';
import { danishList } from '../danish-format.ts';
import { type MarkdownText, markdownLink, type PlainText, plain } from '../escape-text.ts';
import { agendaTexts } from '../texts/agenda.da.ts';
import { invitationTexts } from '../texts/invitation.da.ts';
import { meetingTexts, purposeWords } from '../texts/meeting.da.ts';
import { paperLabels } from '../texts/paper.da.ts';
import {
  button,
  type Fact,
  fact,
  type Head,
  head,
  type Line,
  type LinkButton,
  line,
  linkButton,
  type Maybe,
  type NamedButton,
  type Note,
  note,
  placeWords,
  type Room,
  rooms,
  type Verbatim,
} from './parts.ts';

type ItemModel = {
  readonly itemId: string;
  readonly number: PlainText;
  readonly title: PlainText;
  /** Purpose, presenter, arrival and length. */
  readonly details: Maybe<Verbatim>;
  readonly open: PlainText;
  readonly annexes: readonly { readonly text: MarkdownText }[];
};

export type AgendaModel = Head & {
  readonly meetingId: string;
  readonly nonce: string;
  readonly facts: readonly Fact[];
  readonly notes: Maybe<Note>;
  readonly itemsHeading: Line['text'];
  readonly items: readonly ItemModel[];
  readonly leftOut: Maybe<Line>;
  readonly coming: Maybe<NamedButton>;
  readonly apologies: Maybe<NamedButton>;
  readonly pdf: Maybe<LinkButton>;
};

/** "orientering · v. Anna Eksempel · deltager kl. 9.10 · 20 min." */
export const itemDetails = (item: AgendaItemView): string =>
  [
    item.purpose === undefined || item.purpose === 'formal' ? undefined : purposeWords[item.purpose],
    item.presenters.length === 0 ? undefined : agendaTexts.presentedBy(danishList(item.presenters)),
    item.arrival === undefined ? undefined : agendaTexts.arrives(item.arrival),
    item.durationMin === undefined ? undefined : agendaTexts.duration(item.durationMin),
  ]
    .filter((part) => part !== undefined)
    .join(' · ');

export const annexLine = (annex: AgendaItemView['annexes'][number], max: number): Line => ({
  text: markdownLink(agendaTexts.annex(annex.number, annex.title), annex.href, max),
});

const itemModel = (item: AgendaItemView, room: Room): ItemModel => {
  const details = itemDetails(item);
  const listed = room.annexes === 0 ? [] : item.annexes;
  return {
    itemId: item.itemId,
    number: plain(`${item.number}.`),
    title: plain(item.title, room.title),
    details: details === '' ? [] : [{ text: plain(details, room.title) }],
    open: plain(agendaTexts.openItem(item.number, item.title), room.title),
    annexes: listed.map((annex) => annexLine(annex, room.title)),
  };
};

/** Annexes beyond the room are counted; the agenda itself lists them all. */
const withinAnnexes = (items: readonly AgendaItemView[], room: Room): readonly AgendaItemView[] => {
  let left = room.annexes;
  return items.map((item) => {
    const annexes = item.annexes.slice(0, left);
    left -= annexes.length;
    return { ...item, annexes };
  });
};

const countAnnexes = (items: readonly AgendaItemView[]): number =>
  items.reduce((sum, { annexes }) => sum + annexes.length, 0);

const leftOut = (all: readonly AgendaItemView[], shown: readonly AgendaItemView[]): Maybe<Line> => {
  const items = all.length - shown.length;
  const annexes = countAnnexes(all.slice(0, shown.length)) - countAnnexes(shown);
  return [
    ...(items > 0 ? [line(agendaTexts.itemsLeftOut(items))] : []),
    ...(annexes > 0 ? [line(agendaTexts.annexesLeftOut(annexes))] : []),
  ];
};

const notes = ({ viewer, open }: ViewOf<'agenda'>): Maybe<Note> => {
  const closed = open ? [] : [invitationTexts.closed];
  if (viewer.kind === 'shared' || viewer.rsvp === undefined) return open ? [] : [note('emphasis', ...closed)];
  if (viewer.rsvp.coming) return [note('good', invitationTexts.youAreComing, ...closed)];
  const { substitute } = viewer.rsvp;
  const comes = substitute === undefined ? [] : [invitationTexts.substituteComes(substitute.name)];
  return [note('emphasis', invitationTexts.youSentApologies, ...comes, ...closed)];
};

/** To the chair: who sends apologies, and what they wrote. */
const apologies = ({ viewer }: ViewOf<'agenda'>, room: Room): Maybe<Note> => {
  const sent = viewer.kind === 'person' ? viewer.apologies : [];
  if (sent.length === 0) return [];
  const sentences = sent.map(({ name, substitute, message }) =>
    invitationTexts.apologiesFrom(name, substitute, message),
  );
  return [note('emphasis', ...sentences.slice(0, room.items))];
};

const answers = ({ viewer, open }: ViewOf<'agenda'>): Pick<AgendaModel, 'coming' | 'apologies'> => {
  if (!open) return { coming: [], apologies: [] };
  const rsvp = viewer.kind === 'person' ? viewer.rsvp : undefined;
  const coming = rsvp === undefined ? invitationTexts.coming : invitationTexts.comingAfterAll;
  return {
    coming: rsvp?.coming === true ? [] : [button(coming)],
    apologies: rsvp?.coming === false ? [] : [button(invitationTexts.apologies)],
  };
};

export const agendaModel = (view: ViewOf<'agenda'>, room: Room = rooms[0]): AgendaModel => {
  const { meeting, counts } = view;
  const shown = withinAnnexes(view.items.slice(0, room.items), room);
  return {
    ...head(
      agendaTexts.fallback(meeting.date),
      meeting.committee,
      meetingTexts.heading(meeting.date, meeting.from, meeting.to),
    ),
    meetingId: meeting.meetingId,
    nonce: view.nonce,
    facts: [
      ...fact(paperLabels.place, placeWords(meeting.place)),
      ...fact(paperLabels.theme, meeting.theme),
      ...fact(agendaTexts.enrolment, agendaTexts.counts(counts.coming, counts.apologies, counts.missing)),
    ],
    notes: [...notes(view), ...apologies(view, room)],
    itemsHeading: line(agendaTexts.heading).text,
    items: shown.map((item) => itemModel(item, room)),
    leftOut: leftOut(view.items, shown),
    ...answers(view),
    pdf: linkButton(agendaTexts.openPdf, view.pdf),
  };
};
