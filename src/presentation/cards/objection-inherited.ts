import type { ObjectionInheritedView } from '../../ports/decision-card-view.ts';
import { leaverTexts } from '../texts/mandate.da.ts';
import { objectionTexts, rulingTexts } from '../texts/objection.da.ts';
import { itemWords } from './objection-received.ts';
import { type Fact, fact, type Head, head, type Line, line, type Room, rooms } from './parts.ts';

export type ObjectionInheritedModel = Head & {
  readonly lines: readonly Line[];
  readonly facts: readonly Fact[];
};

export const objectionInheritedModel = (
  view: ObjectionInheritedView,
  room: Room = rooms[0],
): ObjectionInheritedModel => {
  const { meeting, version, objector, receivedAt, withdrawn, ruling } = view;
  const became = withdrawn
    ? leaverTexts.withdrawn
    : ruling === undefined
      ? leaverTexts.whoSees
      : leaverTexts.ruled(rulingTexts[ruling.kind].done);
  return {
    ...head(leaverTexts.fallback(meeting.date), meeting.committee, leaverTexts.heading),
    lines: [line(leaverTexts.stands(objector, receivedAt)), line(became)],
    facts: [
      ...fact(objectionTexts.minutes, objectionTexts.minutesOf(meeting.date, version)),
      ...fact(objectionTexts.onItem, itemWords(view), room.title),
    ],
  };
};
