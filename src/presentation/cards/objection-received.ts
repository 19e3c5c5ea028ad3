import { type RulingKind, rulings } from '../../domain/meeting/meeting-event.ts';
import type { ObjectionReceivedView } from '../../ports/minutes-card-view.ts';
import { danishInstant } from '../danish-format.ts';
import { type MarkdownText, markdown, plain } from '../escape-text.ts';
import { leaverTexts } from '../texts/mandate.da.ts';
import { objectionTexts, rulingTexts } from '../texts/objection.da.ts';
import { paperLabels } from '../texts/paper.da.ts';
import { howItCame, recordTexts } from '../texts/record-objection.da.ts';
import { timelineTexts } from '../texts/timeline.da.ts';
import {
  button,
  type Fact,
  fact,
  type Head,
  head,
  type Maybe,
  type NamedButton,
  type Note,
  note,
  type Room,
  rooms,
  type Tone,
  type Verbatim,
  verbatim,
} from './parts.ts';
import { richLines } from './rich-lines.ts';

/** Words that people wrote, under a heading of ours. */
export type Passage = { readonly heading: MarkdownText; readonly lines: readonly Verbatim[] };

export type ObjectionReceivedModel = Head & {
  readonly meetingId: string;
  readonly version: number;
  readonly objectionId: string;
  readonly objectorId: string;
  readonly notes: readonly Note[];
  readonly facts: readonly Fact[];
  readonly passages: readonly Passage[];
  /** Today's words and the proposed ones beside each other. */
  readonly comparison: Maybe<{ readonly current: Passage; readonly proposed: Passage }>;
  readonly ruling: Maybe<Passage>;
  readonly accept: Maybe<NamedButton>;
  readonly others: readonly (NamedButton & { readonly ruling: RulingKind })[];
  readonly sendNewVersion: Maybe<NamedButton>;
  readonly timeline: Maybe<NamedButton>;
};

type AboutObjection = Omit<ObjectionReceivedView, 'card'>;

export const passage = (heading: string, lines: readonly Verbatim[]): Passage => ({
  heading: markdown(heading),
  lines,
});

/** What minutes are objected to for; what stood in the agenda already is read in the paper. */
const comparedFields = ['summary', 'decision'] as const;

/** What the item says today, field by field with the paper's labels. */
const currentText = ({ current }: AboutObjection, max: number): readonly Verbatim[] => {
  const present = comparedFields.filter((field) => current[field] !== undefined);
  if (present.length === 0) return [{ text: plain(objectionTexts.noCurrent) }];
  return present.flatMap((field) => [
    { text: plain(`${paperLabels[field]}:`) },
    ...richLines(current[field] ?? '', Math.floor(max / present.length)),
  ]);
};

export const objectionPassages = (
  { objection }: Pick<AboutObjection, 'objection'>,
  room: Room,
): readonly Passage[] => [
  ...(objection.passage === undefined
    ? []
    : [passage(objectionTexts.thePassage, verbatim(objection.passage, Math.min(room.text, 1_000)))]),
  passage(objectionTexts.theObjection, verbatim(objection.text, room.text)),
];

const comparison = (view: AboutObjection, room: Room): ObjectionReceivedModel['comparison'] =>
  view.objection.proposedWording === undefined
    ? []
    : [
        {
          current: passage(objectionTexts.current, currentText(view, Math.min(room.text, 2_000))),
          proposed: passage(objectionTexts.proposed, verbatim(view.objection.proposedWording, room.text)),
        },
      ];

const toneOf = (kind: RulingKind): Tone => (kind === 'rejected' ? 'emphasis' : 'good');

/** Whether something that people wrote is longer than what the card shows of it. */
const isCut = ({ objection, current }: AboutObjection, { text }: Room): boolean =>
  [objection.text, objection.proposedWording ?? '', current.decision ?? ''].some(
    (each) => each.length > text,
  );

const notes = (view: AboutObjection, room: Room): readonly Note[] => [
  ...stateNotes(view),
  ...(isCut(view, room) ? [note('emphasis', objectionTexts.textLeftOut)] : []),
];

const stateNotes = ({
  late,
  withdrawn,
  ruling,
  onBehalf,
  left,
  objector,
}: AboutObjection): readonly Note[] => [
  ...(onBehalf === undefined
    ? []
    : [note('accent', recordTexts.recordedBy(howItCame(onBehalf), onBehalf.recordedBy))]),
  ...(late ? [note('warning', objectionTexts.lateExplained)] : []),
  ...(withdrawn ? [note('emphasis', objectionTexts.withdrawn)] : []),
  ...(left === undefined ? [] : [note('emphasis', leaverTexts.left(objector, left.until, left.successor))]),
  ...(ruling === undefined
    ? []
    : [note(toneOf(ruling.kind), objectionTexts.ruledUpon(rulingTexts[ruling.kind].done))]),
];

type Buttons = Pick<ObjectionReceivedModel, 'accept' | 'others' | 'sendNewVersion'>;

const buttons = ({ late, withdrawn, ruling, nextVersion }: AboutObjection): Buttons => {
  const none: Buttons = { accept: [], others: [], sendNewVersion: [] };
  if (late || withdrawn) return none;
  if (ruling !== undefined) {
    const offered = nextVersion === undefined ? [] : [button(objectionTexts.sendNewVersion(nextVersion))];
    return { ...none, sendNewVersion: offered };
  }
  const others = rulings.filter((kind) => kind !== 'accepted');
  return {
    accept: [button(rulingTexts.accepted.button)],
    others: others.map((kind) => ({ ...button(rulingTexts[kind].button), ruling: kind })),
    sendNewVersion: [],
  };
};

export const itemWords = ({ item }: Pick<AboutObjection, 'item'>): string =>
  item === undefined ? objectionTexts.wholeMinutes : objectionTexts.theItem(item.number, item.title);

export const objectionReceivedModel = (
  view: ObjectionReceivedView,
  room: Room = rooms[0],
): ObjectionReceivedModel => {
  const { meeting, version, objectionId, objectorId, ruling } = view;
  const heading = view.late ? objectionTexts.lateHeading : objectionTexts.receivedHeading;
  return {
    ...head(objectionTexts.fallback(meeting.date), meeting.committee, heading),
    meetingId: meeting.meetingId,
    version,
    objectionId,
    objectorId,
    notes: notes(view, room),
    facts: [
      ...fact(
        view.onBehalf === undefined ? objectionTexts.from : recordTexts.receivedOnBehalf,
        view.objector,
      ),
      ...fact(objectionTexts.at, danishInstant(view.onBehalf?.reachedAt ?? view.receivedAt)),
      ...fact(recordTexts.foundAt, view.onBehalf?.sourceNote, room.title),
      ...fact(objectionTexts.minutes, objectionTexts.minutesOf(meeting.date, version)),
      ...fact(objectionTexts.onItem, itemWords(view), room.title),
    ],
    passages: objectionPassages(view, room),
    comparison: comparison(view, room),
    ruling: ruling === undefined ? [] : [passage(objectionTexts.reason, verbatim(ruling.reason, room.text))],
    ...buttons(view),
    timeline: [button(timelineTexts.open)],
  };
};
