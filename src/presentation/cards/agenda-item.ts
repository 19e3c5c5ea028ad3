import type { ViewOf } from '../../ports/card-view.ts';
import { markdown, plain } from '../escape-text.ts';
import { agendaTexts } from '../texts/agenda.da.ts';
import { meetingTexts } from '../texts/meeting.da.ts';
import { paperLabels } from '../texts/paper.da.ts';
import { annexLine, itemDetails } from './agenda.ts';
import { type Passage, passage } from './objection-received.ts';
import { type Head, head, type Line, line, type Maybe, type Room, rooms, type Verbatim } from './parts.ts';
import { richLines } from './rich-lines.ts';

export type AgendaItemModel = Head & {
  readonly details: Maybe<Verbatim>;
  readonly passages: readonly Passage[];
  readonly remarks: Maybe<Line>;
  readonly annexesHeading: Maybe<Line>;
  readonly annexes: readonly Line[];
};

export const agendaItemModel = (view: ViewOf<'agenda-item'>, room: Room = rooms[0]): AgendaItemModel => {
  const { item, meeting } = view;
  const details = itemDetails(item);
  const texts = (['casePresentation', 'recommendation'] as const).flatMap((field) => {
    const text = item[field];
    return text === undefined ? [] : [{ heading: paperLabels[field], text }];
  });
  const shortened = texts.some(({ text }) => text.length > room.text);
  const annexes = item.annexes.slice(0, room.annexes);
  return {
    ...head(
      agendaTexts.fallback(meeting.date),
      `${meeting.committee} · ${meetingTexts.heading(meeting.date, meeting.from, meeting.to)}`,
      agendaTexts.itemHeading(item.number, item.title),
    ),
    details: details === '' ? [] : [{ text: plain(details, room.title) }],
    passages: texts.map(({ heading, text }) => passage(heading, richLines(text, room.text))),
    remarks: [
      ...(texts.length === 0 ? [line(agendaTexts.nothingMore)] : []),
      ...(shortened ? [line(agendaTexts.textLeftOut)] : []),
    ],
    annexesHeading: annexes.length === 0 ? [] : [{ text: markdown(paperLabels.annexes) }],
    annexes: annexes.map((annex) => annexLine(annex, room.title)),
  };
};
