import type { ViewOf } from '../../ports/card-view.ts';
import { markdown, type PlainText, plain } from '../escape-text.ts';
import { objectionTexts } from '../texts/objection.da.ts';
import type { ActOn } from './minutes-for-approval.ts';
import { type Choice, type Head, head, type Line, type Room, rooms } from './parts.ts';

export type ObjectionModel = Head &
  ActOn & {
    readonly whoSees: Line['text'];
    readonly items: readonly Choice[];
    readonly labels: Readonly<
      Record<
        | 'item'
        | 'itemChoose'
        | 'itemMissing'
        | 'passage'
        | 'passageHint'
        | 'text'
        | 'textHint'
        | 'textMissing'
        | 'proposedWording'
        | 'proposedWordingHint'
        | 'submit',
        PlainText
      >
    >;
  };

const labels: ObjectionModel['labels'] = {
  item: plain(objectionTexts.item),
  itemChoose: plain(objectionTexts.itemChoose),
  itemMissing: plain(objectionTexts.itemMissing),
  passage: plain(objectionTexts.passage),
  passageHint: plain(objectionTexts.passageHint),
  text: plain(objectionTexts.text),
  textHint: plain(objectionTexts.textHint),
  textMissing: plain(objectionTexts.textMissing),
  proposedWording: plain(objectionTexts.proposedWording),
  proposedWordingHint: plain(objectionTexts.proposedWordingHint),
  submit: plain(objectionTexts.submit),
};

/** "0" stands for the whole of the minutes. */
export const itemChoices = (items: ViewOf<'objection'>['items'], room: Room): readonly Choice[] => [
  { title: plain(objectionTexts.wholeMinutes), value: '0' },
  ...items.map(({ number, title }) => ({
    title: plain(objectionTexts.itemChoice(number, title), Math.min(room.title, 90)),
    value: String(number),
  })),
];

export const objectionModel = (view: ViewOf<'objection'>, room: Room = rooms[0]): ObjectionModel => {
  const { meeting, version, hash, nonce, items } = view;
  return {
    ...head(
      objectionTexts.fallback(meeting.date),
      `${meeting.committee} · ${objectionTexts.about(meeting.date, version)}`,
      objectionTexts.heading,
    ),
    meetingId: meeting.meetingId,
    version,
    hash,
    nonce,
    whoSees: markdown(objectionTexts.whoSees),
    items: itemChoices(items, room),
    labels,
  };
};
