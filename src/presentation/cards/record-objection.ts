import type { RecordedOnBehalf } from '../../domain/minutes/answer-event.ts';
import type { Choosable, RecordObjectionDialogView } from '../../ports/decision-card-view.ts';
import { type PlainText, plain } from '../escape-text.ts';
import { objectionTexts } from '../texts/objection.da.ts';
import { recordTexts } from '../texts/record-objection.da.ts';
import type { ActOn } from './minutes-for-approval.ts';
import { itemChoices } from './objection.ts';
import { type Choice, type Head, head, type Line, line, type Room, rooms } from './parts.ts';

const labelTexts = {
  person: recordTexts.person,
  personChoose: recordTexts.personChoose,
  personMissing: recordTexts.personMissing,
  source: recordTexts.source,
  sourceChoose: recordTexts.sourceChoose,
  sourceMissing: recordTexts.sourceMissing,
  sourceNote: recordTexts.sourceNote,
  sourceNoteHint: recordTexts.sourceNoteHint,
  sourceNoteMissing: recordTexts.sourceNoteMissing,
  date: recordTexts.date,
  dateMissing: recordTexts.dateMissing,
  time: recordTexts.time,
  timeMissing: recordTexts.timeMissing,
  item: objectionTexts.item,
  itemChoose: objectionTexts.itemChoose,
  itemMissing: objectionTexts.itemMissing,
  passage: objectionTexts.passage,
  passageHint: objectionTexts.passageHint,
  text: recordTexts.text,
  textHint: recordTexts.textHint,
  textMissing: recordTexts.textMissing,
  proposedWording: objectionTexts.proposedWording,
  proposedWordingHint: objectionTexts.proposedWordingHint,
  submit: recordTexts.submit,
} as const;

type Labels = Readonly<Record<keyof typeof labelTexts, PlainText>>;

const labels = Object.fromEntries(
  Object.entries(labelTexts).map(([name, words]) => [name, plain(words)]),
) as Labels;

export type RecordObjectionModel = Head &
  ActOn & {
    readonly explained: Line['text'];
    readonly persons: readonly Choice[];
    readonly sources: readonly Choice[];
    readonly items: readonly Choice[];
    readonly date: string;
    readonly time: string;
    readonly labels: Labels;
  };

/** At most a card's worth of names. */
export const personChoices = (persons: readonly Choosable[]): readonly Choice[] =>
  persons.slice(0, 150).map(({ personId, name }) => ({ title: plain(name, 80), value: personId }));

const sources = Object.entries(recordTexts.sources).map(
  ([value, words]: readonly [string, string]): Choice & { readonly value: RecordedOnBehalf['source'] } => ({
    title: plain(words),
    value: value as RecordedOnBehalf['source'],
  }),
);

export const recordObjectionModel = (
  view: RecordObjectionDialogView,
  room: Room = rooms[0],
): RecordObjectionModel => {
  const { meeting, version, hash, nonce, persons, items, date, time } = view;
  return {
    ...head(
      objectionTexts.fallback(meeting.date),
      `${meeting.committee} · ${objectionTexts.about(meeting.date, version)}`,
      recordTexts.heading,
    ),
    meetingId: meeting.meetingId,
    version,
    hash,
    nonce,
    explained: line(recordTexts.explained).text,
    persons: personChoices(persons),
    sources,
    items: itemChoices(items, room),
    date,
    time,
    labels,
  };
};
