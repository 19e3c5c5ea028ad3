import type { ViewOf } from '../../ports/card-view.ts';
import { objectionTexts, rulingTexts } from '../texts/objection.da.ts';
import { itemWords, type Passage, passage } from './objection-received.ts';
import { type Fact, fact, type Head, head, type Line, line, type Room, rooms, verbatim } from './parts.ts';

export type ObjectionRuledModel = Head & {
  readonly facts: readonly Fact[];
  readonly passages: readonly Passage[];
  readonly next: Line['text'];
};

export const objectionRuledModel = (
  view: ViewOf<'objection-ruled'>,
  room: Room = rooms[0],
): ObjectionRuledModel => {
  const { meeting, version, objection, ruling } = view;
  const { toObjector, next } = rulingTexts[ruling.kind];
  return {
    ...head(objectionTexts.fallback(meeting.date), meeting.committee, toObjector),
    facts: [
      ...fact(objectionTexts.minutes, objectionTexts.minutesOf(meeting.date, version)),
      ...fact(objectionTexts.onItem, itemWords(view), room.title),
    ],
    passages: [
      passage(objectionTexts.reason, verbatim(ruling.reason, room.text)),
      passage(objectionTexts.yourObjection, verbatim(objection.text, Math.min(room.text, 1_000))),
    ],
    next: line(next).text,
  };
};
