import type { Standing } from '../../domain/minutes/act-by-receipt.ts';
import type { ActVerb } from '../../domain/minutes/answer.ts';
import type { ReceiptView } from '../../ports/receipt-view.ts';
import type { NoticeView } from '../cards/notice.ts';
import { capitalised, danishDate, danishDeadline, danishInstant } from '../danish-format.ts';
import { resultTexts } from './minutes.da.ts';
import { rulingTexts } from './objection.da.ts';

/** What was done, after the instant: "Torsdag den 14. december 2023 kl. 10.12 godkendte du version 1." */
const deeds = {
  approve: 'godkendte du',
  'withdraw-approval': 'trak du din godkendelse tilbage af',
  object: 'gjorde du indsigelse mod',
  'withdraw-objection': 'trak du en indsigelse tilbage mod',
  remark: 'sendte du en sen bemærkning til',
} as const satisfies Record<ActVerb, string>;

const standings = {
  approve: {
    stands: 'Godkendelsen står.',
    regretted: 'Du har siden trukket godkendelsen tilbage.',
    replaced: 'Du har siden gjort indsigelse, så godkendelsen tæller ikke længere.',
  },
  object: { stands: 'Indsigelsen står.', regretted: 'Du har siden trukket indsigelsen tilbage.' },
  remark: { kept: 'Bemærkningen kom efter fristen. Den følger referatet, men ændrer ikke udfaldet.' },
  'withdraw-approval': {},
  'withdraw-objection': {},
} as const satisfies Record<ActVerb, Partial<Record<Standing, string>>>;

const standingSentence = ({ verb, standing }: ReceiptView): readonly string[] => {
  const said: Partial<Record<Standing, string>> = standings[verb];
  return [said[standing]].filter((sentence) => sentence !== undefined);
};

const rulingSentence = ({ ruling }: ReceiptView): readonly string[] =>
  ruling === undefined
    ? []
    : [`Indsigelsen er ${rulingTexts[ruling.kind].done}. Begrundelse: ${ruling.reason}`];

const outcomeSentence = ({ outcome, version, verb }: ReceiptView): string => {
  switch (outcome.kind) {
    case 'open':
      return `Fristen er ${danishDeadline(outcome.deadline)}.`;
    case 'awaiting':
      return 'Fristen er udløbet. Resultatet er ikke kommet endnu.';
    case 'superseded':
      return `Version ${outcome.newest} er sendt ud siden.${verb === 'approve' ? ` Din godkendelse af version ${version} er ikke ført over på den.` : ''}`;
    case 'decided':
      return resultTexts[outcome.result].sentence;
  }
};

const aboutWords = ({ version, item }: ReceiptView): string =>
  item === undefined ? `version ${version}` : `punkt ${item} i version ${version}`;

/** What a receipt was given for: a notice to the person whose act it is. */
export const receiptNotice = (view: ReceiptView): NoticeView => {
  const { receipt, meeting, at, verb, onBehalf } = view;
  const deed = onBehalf ? 'blev en indsigelse noteret mod' : deeds[verb];
  return {
    heading: `Kvittering ${receipt}`,
    sentences: [
      `${capitalised(danishInstant(at))} ${deed} ${aboutWords(view)}.`,
      ...standingSentence(view),
      ...rulingSentence(view),
      outcomeSentence(view),
    ],
    facts: [
      { title: 'Udvalg', value: meeting.committee },
      { title: 'Referat', value: `mødet ${danishDate(meeting.date)}` },
    ],
  };
};
