import type { Standing } from '../../domain/minutes/act-by-receipt.ts';
import type { ActVerb } from '../../domain/minutes/answer.ts';
import type { ReceiptView } from '../../ports/receipt-view.ts';
import type { NoticeView } from '../cards/notice.ts';
import { capitalised, danishDate, danishDeadline, danishInstant } from '../danish-format.ts';
import { resultTexts } from './minutes.da.ts';
import { rulingTexts } from './objection.da.ts';

/** What was done, after the instant: "Torsdag den 14. december 2023 kl. 10.12 godkendte du version 1." */
const deeds = {
  approve: (what) => `godkendte du ${what}`,
  'withdraw-approval': (what) => `trak du din godkendelse af ${what} tilbage`,
  object: (what) => `gjorde du indsigelse mod ${what}`,
  'withdraw-objection': (what) => `trak du din indsigelse mod ${what} tilbage`,
  remark: (what) => `sendte du en sen bemærkning til ${what}`,
} as const satisfies Record<ActVerb, (what: string) => string>;

const recorded = {
  'for-viewer': (what) => `blev din indsigelse mod ${what} registreret af en anden`,
  'by-viewer': (what) => `registrerede du en indsigelse mod ${what} for en anden`,
} as const satisfies Record<NonNullable<ReceiptView['recorded']>, (what: string) => string>;

const standings = {
  approve: {
    stands: 'Godkendelsen står.',
    regretted: 'Du har siden trukket godkendelsen tilbage.',
    replaced: 'Du har siden gjort indsigelse, så godkendelsen tæller ikke længere.',
  },
  object: { stands: 'Indsigelsen står.', regretted: 'Indsigelsen er siden trukket tilbage.' },
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
  const { receipt, meeting, at, verb, recorded: how } = view;
  const deed = how === undefined ? deeds[verb] : recorded[how];
  return {
    heading: `Kvittering ${receipt}`,
    sentences: [
      `${capitalised(danishInstant(at))} ${deed(aboutWords(view))}.`,
      ...standingSentence(view),
      ...rulingSentence(view),
      outcomeSentence(view),
    ],
    facts: [
      { title: 'Udvalg', value: meeting.committee },
      { title: 'Møde', value: danishDate(meeting.date) },
    ],
  };
};
