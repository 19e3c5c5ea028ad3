import {
  type ItemField,
  itemFields,
  type MeetingPaper,
  type PaperItem,
} from '../../domain/meeting/meeting-paper.ts';
import type { DocumentBlock, DocumentModel } from '../../ports/document-writer.ts';
import { danishDate, danishList, danishShortDate, danishTime } from '../danish-format.ts';
import { documentTexts } from '../texts/document.da.ts';
import { paperLabels } from '../texts/paper.da.ts';
import { paperHead } from './paper-head.ts';
import { richTextBlocks } from './rich-text.ts';

export type PaperKind = 'agenda' | 'minutes';

export type AboutPaper = {
  /** Whose paper it is: the document's author and the first word of its foot. */
  readonly organisation: string;
  readonly version?: number;
  /** Finished words such as "Udkast" or "Godkendt den 23. december 2023"; they stand in the foot. */
  readonly status?: string;
  readonly date: Temporal.Instant;
  /** A draft for the minute-taker: summary and decision stand as labels to write under, even when empty. */
  readonly emptyFields?: boolean;
};

/** What is said of an item before the meeting; the rest is written afterwards. */
const agendaFields: readonly ItemField[] = ['casePresentation', 'recommendation'];
const writtenAtMeeting: readonly ItemField[] = ['summary', 'decision'];

const titleOf = (paper: MeetingPaper, kind: PaperKind): string =>
  `${kind === 'agenda' ? paperLabels.agendaTitle : paperLabels.minutesTitle} ${paper.committee}`;

const heading = (item: PaperItem): string =>
  [
    `${item.number}. ${item.title}`,
    item.presenters.length === 0 ? '' : `${paperLabels.by} ${danishList(item.presenters)}`,
    item.arrival === undefined ? '' : `(${paperLabels.arrives} ${danishTime(item.arrival)})`,
    item.durationMin === undefined ? '' : `(${item.durationMin} ${paperLabels.minutesLong})`,
  ]
    .filter((part) => part !== '')
    .join(' ');

const label = (text: string): DocumentBlock => ({ kind: 'label', text: `${text}:` });

const field = (item: PaperItem, name: ItemField, about: AboutPaper): readonly DocumentBlock[] => {
  const text = item[name];
  if (text !== undefined) return [label(paperLabels[name]), ...richTextBlocks(text)];
  const toBeWritten =
    about.emptyFields === true && item.purpose !== 'formal' && writtenAtMeeting.includes(name);
  return toBeWritten ? [label(paperLabels[name]), { kind: 'paragraph', runs: [] }] : [];
};

const annexes = (item: PaperItem): readonly DocumentBlock[] =>
  item.annexes.length === 0
    ? []
    : [
        label(paperLabels.annexes),
        {
          kind: 'bullets',
          items: item.annexes.map(({ number, title }) => ({
            level: 0,
            runs: [{ text: `${paperLabels.annex} ${number} ${title}` }],
          })),
        },
      ];

const itemBlocks = (item: PaperItem, kind: PaperKind, about: AboutPaper): readonly DocumentBlock[] => [
  { kind: 'heading', level: 2, text: heading(item) },
  ...(kind === 'agenda' ? agendaFields : itemFields).flatMap((name) => field(item, name, about)),
  ...annexes(item),
];

const pauseAfter = (item: PaperItem, paper: MeetingPaper): readonly DocumentBlock[] =>
  paper.breaksAfter.includes(item.number) ? [{ kind: 'break', text: paperLabels.pause }] : [];

const footerOf = (paper: MeetingPaper, kind: PaperKind, about: AboutPaper): string =>
  [
    about.organisation,
    titleOf(paper, kind),
    paper.date === undefined ? undefined : danishShortDate(paper.date),
    about.version === undefined ? undefined : documentTexts.version(about.version),
    about.status,
  ]
    .filter((part) => part !== undefined && part !== '')
    .join(' · ');

/** The agenda or the minutes as a document ready to be set, in the house order of parts. */
export const meetingPaperDocument = (
  paper: MeetingPaper,
  kind: PaperKind,
  about: AboutPaper,
): DocumentModel => {
  const title = titleOf(paper, kind);
  return {
    title: paper.date === undefined ? title : `${title} ${danishDate(paper.date)}`,
    subject: title,
    author: about.organisation,
    date: about.date,
    footer: footerOf(paper, kind, about),
    blocks: [
      { kind: 'heading', level: 1, text: title },
      ...paperHead(paper),
      ...paper.items.flatMap((item) => [...itemBlocks(item, kind, about), ...pauseAfter(item, paper)]),
    ],
  };
};
