import type { ApprovalCounts, ApprovalResult, ApprovalTerms } from '../../domain/meeting/meeting-event.ts';
import type { ItemField } from '../../domain/meeting/meeting-paper.ts';
import type { Changed, ChangedItem } from '../../domain/minutes/minutes-text.ts';
import { danishCount, danishDate, danishDeadline, danishInstant, danishList } from '../danish-format.ts';
import { paperLabels } from './paper.da.ts';

const fieldWords = {
  casePresentation: paperLabels.casePresentation,
  recommendation: paperLabels.recommendation,
  summary: paperLabels.summary,
  decision: paperLabels.decision,
  title: 'Overskrift',
  presenters: 'oplægsholder og tid',
  annexes: paperLabels.annexes,
  moved: 'punktet er flyttet',
  new: 'nyt punkt',
  removed: 'punktet er udgået',
} as const satisfies Record<ItemField | ChangedItem['fields'][number], string>;

const partWords = { head: 'mødets data', attendance: 'deltagerlisten' } as const;

/** What saying nothing means, in the words of the rule it rests on. */
export const silenceSentence = ({ approval, approvalParagraph }: ApprovalTerms): string =>
  approval === 'tacit'
    ? `Hører vi ikke fra dig, er referatet godkendt (forretningsordenens ${approvalParagraph}).`
    : `Referatet er først godkendt, når alle har godkendt det (forretningsordenens ${approvalParagraph}).`;

const changedWords = (change: Changed): string =>
  'part' in change
    ? partWords[change.part]
    : `punkt ${change.number} (${danishList(change.fields.map((field) => fieldWords[field]))})`;

/** "Ændret siden version 1: deltagerlisten og punkt 6 (Beslutning)". */
export const changesSentence = (version: number, changes: readonly Changed[]): string => {
  const since = `siden version ${version - 1}`;
  if (changes.length === 0) return `Teksten er uændret ${since}.`;
  return `Ændret ${since}: ${danishList(changes.map(changedWords))}.`;
};

export const resultTexts = {
  approvedTacitly: {
    heading: 'Referatet er godkendt',
    sentence: 'Referatet er godkendt: ingen indsigelser inden fristen.',
  },
  approvedByAll: { heading: 'Referatet er godkendt', sentence: 'Referatet er godkendt af alle.' },
  approvedByTwo: {
    heading: 'Referatet er godkendt',
    sentence: 'Referatet er godkendt af to ansvarlige personer, fordi tavshed ikke kunne tælle.',
  },
  contested: {
    heading: 'Referatet er ikke godkendt',
    sentence:
      'Der stod en indsigelse ved fristens udløb. Referatet skal på næste møde, eller der sendes en ny version.',
  },
  needsDecision: {
    heading: 'Referatet kræver stillingtagen',
    sentence:
      'Tavshed kan ikke tælle som godkendelse her. Formand og sekretær må tage stilling, eller referatet skal på næste møde.',
  },
} as const satisfies Record<ApprovalResult, { readonly heading: string; readonly sentence: string }>;

/** Whether the minutes ended approved, in whichever way. */
export const isApproved = (result: ApprovalResult): boolean =>
  result !== 'contested' && result !== 'needsDecision';

export const outcomeCounts = ({ entitled, approved, silent, objected, unreached }: ApprovalCounts): string =>
  [
    `${danishCount(entitled, 'person', 'personer')} er spurgt`,
    `${approved} har godkendt`,
    `${objected} har gjort indsigelse`,
    `${silent} har ikke svaret`,
    ...(unreached === 0 ? [] : [`${unreached} af dem fik ikke besked i tide`]),
  ].join(' · ');

export const minutesTexts = {
  heading: (date: string, version: number) => `Referat fra mødet ${danishDate(date)}, version ${version}`,
  asked: (deadline: Temporal.Instant) => `Læs referatet, og svar senest ${danishDeadline(deadline)}.`,
  decisions: 'Vigtigste beslutninger',
  approve: 'Godkend',
  object: 'Gør indsigelse …',
  objectAgain: 'Ny indsigelse …',
  withdrawApproval: 'Fortryd',
  withdrawObjection: 'Træk indsigelsen tilbage',
  withdrawObjectionTo: (item: number) => `Træk indsigelsen mod punkt ${item} tilbage`,
  openPdf: 'Åbn referat',
  seeChanges: 'Se ændringerne',
  openWord: 'Åbn i Word',
  openEvidence: 'Åbn bevis',
  youApproved: (at: Temporal.Instant, receipt: string) =>
    `Du har godkendt ${danishInstant(at)} · kvittering ${receipt}`,
  youMayRegret: (deadline: Temporal.Instant) =>
    `Du kan fortryde eller gøre indsigelse indtil ${danishDeadline(deadline)}.`,
  youObjected: (item: number | undefined, at: Temporal.Instant, receipt: string) =>
    `Du har gjort indsigelse mod ${item === undefined ? 'referatet' : `punkt ${item}`} ${danishInstant(at)} · kvittering ${receipt}`,
  objectionBlocks: (deadline: Temporal.Instant) =>
    `Referatet bliver ikke godkendt, så længe indsigelsen står. Du kan trække den tilbage indtil ${danishDeadline(deadline)}.`,
  notAsked: 'Du får referatet til orientering og behøver ikke svare.',
  superseded: (newest: number) =>
    `Version ${newest} er sendt ud med sit eget kort. Denne version gælder ikke mere.`,
  pastDeadline: 'Fristen er udløbet. Resultatet kommer om lidt.',
  pastOwnDeadline: (until: Temporal.Instant) =>
    `Fristen er udløbet. Nogle har længere frist, så resultatet kommer efter ${danishDeadline(until)}.`,
  reminder: 'Du har ikke svaret på referatet endnu.',
  objectedForYou: (item: number | undefined, at: Temporal.Instant, receipt: string, how: string) =>
    `Din indsigelse mod ${item === undefined ? 'referatet' : `punkt ${item}`}, der kom ${how}, er registreret ${danishInstant(at)} · kvittering ${receipt}`,
  remarked: (item: number | undefined, at: Temporal.Instant, receipt: string) =>
    `Din bemærkning til ${item === undefined ? 'referatet' : `punkt ${item}`} kom efter fristen og er gemt ${danishInstant(at)} · kvittering ${receipt}`,
  remarkedForYou: (item: number | undefined, at: Temporal.Instant, receipt: string, how: string) =>
    `Din bemærkning til ${item === undefined ? 'referatet' : `punkt ${item}`}, der kom ${how} efter fristen, er gemt ${danishInstant(at)} · kvittering ${receipt}`,
  youWithdrew: (item: number | undefined) =>
    `Du har trukket din indsigelse mod ${item === undefined ? 'referatet' : `punkt ${item}`} tilbage.`,
  answered: (answered: number, entitled: number) => `${answered} af ${entitled} har svaret`,
  objections: (count: number) => danishCount(count, 'indsigelse', 'indsigelser'),
  deadline: (deadline: Temporal.Instant) => `frist ${danishDeadline(deadline)}`,
  deadlineWas: (deadline: Temporal.Instant) => `Fristen var ${danishDeadline(deadline)}.`,
  bar: (approved: number, objected: number, silent: number) =>
    `${approved} har godkendt · ${objected} har gjort indsigelse · ${silent} mangler`,
  sendHeading: (version: number) => `Send referatet til godkendelse, version ${version}`,
  sendAsked: (asked: number, deadline: Temporal.Instant) =>
    `${danishCount(asked, 'person', 'personer')} bliver spurgt og kan svare indtil ${danishDeadline(deadline)}.`,
  sendDecisions: (decisions: number) =>
    decisions === 0
      ? 'Filen har ingen beslutninger. Se efter, om det er den rigtige.'
      : `Filen har ${danishCount(decisions, 'punkt', 'punkter')} med beslutning.`,
  sendFrozen: 'Når referatet er sendt, ligger teksten fast. Rettelser kræver en ny version.',
  sendSubmit: (version: number, asked: number) =>
    `Send version ${version} til ${danishCount(asked, 'person', 'personer')}`,
  fallbackOutcome: (heading: string, date: string) => `${heading}: mødet ${danishDate(date)}`,
  fallback: (date: string) => `Referat fra mødet ${danishDate(date)} til godkendelse`,
} as const;

/** What a person is told after an act on minutes. */
export const minutesActs = {
  approved: (at: Temporal.Instant, receipt: string, deadline?: Temporal.Instant) => ({
    heading: 'Din godkendelse er gemt',
    sentences: [
      `${minutesTexts.youApproved(at, receipt)}.`,
      deadline === undefined
        ? 'Du kan fortryde eller gøre indsigelse indtil fristen.'
        : minutesTexts.youMayRegret(deadline),
    ],
  }),
  approvedAlready: (at: Temporal.Instant, receipt: string) => ({
    heading: 'Du har allerede godkendt referatet',
    sentences: [`${minutesTexts.youApproved(at, receipt)}.`, 'Det tæller én gang.'],
  }),
  approvalWithdrawn: (at: Temporal.Instant, receipt: string) => ({
    heading: 'Din godkendelse er trukket tilbage',
    sentences: [
      `Den er trukket tilbage ${danishInstant(at)} · kvittering ${receipt}.`,
      'Du kan svare igen indtil fristen. Svarer du ikke igen, regnes det som tavshed.',
    ],
  }),
  sent: (version: number, asked: number, deadline: Temporal.Instant) => ({
    heading: `Version ${version} er sendt til godkendelse`,
    sentences: [
      `${danishCount(asked, 'person er spurgt', 'personer er spurgt')}, og de kan svare indtil ${danishDeadline(deadline)}.`,
    ],
  }),
} as const;
