import type { ViewOf } from '../../ports/card-view.ts';
import { capitalised, danishDate, danishTimeSpan } from '../danish-format.ts';
import { plain } from '../escape-text.ts';
import { importTexts } from '../texts/import.da.ts';
import { paperLabels } from '../texts/paper.da.ts';
import { type DateInputs, dateInputs } from './date-inputs.ts';
import { type FindingList, findingNotes } from './findings.ts';
import {
  type Fact,
  fact,
  type Head,
  head,
  type Line,
  line,
  type Maybe,
  type NamedButton,
  type Note,
  note,
  placeWords,
  type Room,
  rooms,
  type Verbatim,
} from './parts.ts';

type View = ViewOf<'import-preview'>;

export type ImportPreviewModel = Head & {
  readonly importId: string;
  readonly notes: readonly Note[];
  readonly facts: readonly Fact[];
  readonly findings: readonly FindingList[];
  readonly itemsHeading: Line['text'];
  readonly items: readonly Verbatim[];
  readonly leftOut: Maybe<Line>;
  readonly inputs: Maybe<DateInputs & { readonly heading: Line['text'] }>;
  readonly create: Maybe<NamedButton & { readonly committeeId: string }>;
};

const when = ({ date, from, to }: View): string => {
  if (date === undefined) return importTexts.undated;
  return [
    capitalised(danishDate(date)),
    from === undefined || to === undefined ? '' : danishTimeSpan(from, to),
  ]
    .filter((part) => part !== '')
    .join(' ');
};

const facts = (view: View): readonly Fact[] => [
  ...fact(importTexts.file, view.fileName, 120),
  ...fact(importTexts.when, when(view)),
  ...fact(paperLabels.place, placeWords(view.place)),
  ...fact(paperLabels.theme, view.theme),
  ...fact(importTexts.people, importTexts.participants(view.participants)),
  ...fact(importTexts.contents, importTexts.counts(view.items.length, view.annexes)),
];

export const importPreviewModel = (view: View, room: Room = rooms[0]): ImportPreviewModel => {
  const { committeeId, items } = view;
  const shown = items.slice(0, room.items);
  return {
    ...head(importTexts.fallback(view.fileName), view.committee, importTexts.heading),
    importId: view.importId,
    notes: [
      committeeId === undefined
        ? note('attention', importTexts.unknownCommittee(view.committee))
        : note('emphasis', importTexts.explained),
    ],
    facts: facts(view),
    findings: findingNotes(view.findings, room),
    itemsHeading: line(importTexts.items).text,
    items: shown.map(({ number, title }) => ({ text: plain(`${number}. ${title}`, room.title) })),
    leftOut: items.length > shown.length ? [line(importTexts.itemsLeftOut(items.length - shown.length))] : [],
    inputs:
      committeeId === undefined
        ? []
        : [{ heading: line(importTexts.confirm).text, ...dateInputs(view.date, view.from, view.to) }],
    create: committeeId === undefined ? [] : [{ title: plain(importTexts.create), committeeId }],
  };
};
