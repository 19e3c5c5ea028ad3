import type { RulingKind } from '../../domain/meeting/meeting-event.ts';
import { type ItemField, itemFields } from '../../domain/meeting/meeting-paper.ts';
import type { ViewOf } from '../../ports/card-view.ts';
import { danishList } from '../danish-format.ts';
import { inputValue, type PlainText, plain } from '../escape-text.ts';
import { objectionTexts, rulingTexts } from '../texts/objection.da.ts';
import { paperLabels } from '../texts/paper.da.ts';
import { itemWords, objectionPassages, type Passage, passage } from './objection-received.ts';
import {
  type Choice,
  type Head,
  head,
  type Line,
  line,
  type Maybe,
  type Room,
  rooms,
  verbatim,
} from './parts.ts';

type View = ViewOf<'ruling'>;

export type RulingModel = Head & {
  readonly meetingId: string;
  readonly version: number;
  readonly objectionId: string;
  readonly objectorId: string;
  readonly ruling: RulingKind;
  readonly passages: readonly Passage[];
  readonly next: Line['text'];
  readonly amendments: Maybe<{ readonly text: Line['text'] }>;
  /** Inputs whose ids are the fields of the item. */
  readonly fields: readonly {
    readonly id: ItemField;
    readonly label: PlainText;
    readonly value: PlainText;
  }[];
  /** A blank input may be one that was only left out: what shall stand empty is chosen. */
  readonly emptied: Maybe<{ readonly label: PlainText; readonly choices: readonly Choice[] }>;
  readonly labels: Readonly<Record<'reason' | 'reasonHint' | 'reasonMissing' | 'submit', PlainText>>;
};

/**
 * The item's texts to be put right, in full: what is cut here would be lost when it is saved. A text too long for the
 * card is left out and stays as it is; the person is told to mend it in Word.
 */
const amendable = (
  view: View,
): { readonly fields: RulingModel['fields']; readonly tooLong: readonly string[] } => {
  if (view.kind === 'rejected' || view.item === undefined) return { fields: [], tooLong: [] };
  let left = 9_000;
  const tooLong: string[] = [];
  const offered = itemFields.filter((id) => id === 'decision' || view.current[id] !== undefined);
  const fields = offered.flatMap((id) => {
    const value = inputValue(view.current[id] ?? '');
    if (value.length > left) {
      tooLong.push(paperLabels[id]);
      return [];
    }
    left -= value.length;
    return [{ id, label: plain(paperLabels[id]), value }];
  });
  return { fields, tooLong };
};

const emptied = (fields: RulingModel['fields']): RulingModel['emptied'] => {
  const choices = fields
    .filter(({ value }) => value.length > 0)
    .map(({ id, label }) => ({ title: label, value: id }));
  return choices.length === 0 ? [] : [{ label: plain(objectionTexts.emptied), choices }];
};

const explained = (fields: number, tooLong: readonly string[]): RulingModel['amendments'] => [
  ...(fields > 0 ? [line(objectionTexts.amendExplained)] : []),
  ...(tooLong.length > 0 ? [line(objectionTexts.amendTooLong(danishList(tooLong)))] : []),
];

const passages = (view: View, room: Room): readonly Passage[] => {
  const tight = { ...room, text: Math.min(room.text, 1_500) };
  const { proposedWording } = view.objection;
  const proposed =
    proposedWording === undefined
      ? []
      : [passage(objectionTexts.proposed, verbatim(proposedWording, tight.text))];
  return [...objectionPassages(view, tight), ...proposed];
};

export const rulingModel = (view: View, room: Room = rooms[0]): RulingModel => {
  const { meeting, version, objectionId, objectorId, kind } = view;
  const { fields, tooLong } = amendable(view);
  return {
    ...head(objectionTexts.fallback(meeting.date), itemWords(view), rulingTexts[kind].heading),
    meetingId: meeting.meetingId,
    version,
    objectionId,
    objectorId,
    ruling: kind,
    passages: passages(view, room),
    next: line(rulingTexts[kind].afterwards).text,
    amendments: explained(fields.length, tooLong),
    fields,
    emptied: emptied(fields),
    labels: {
      reason: plain(objectionTexts.reason),
      reasonHint: plain(objectionTexts.reasonHint),
      reasonMissing: plain(objectionTexts.reasonMissing),
      submit: plain(objectionTexts.saveRuling),
    },
  };
};
