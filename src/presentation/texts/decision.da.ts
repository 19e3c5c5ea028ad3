import type { NeedsDecisionView } from '../../ports/decision-card-view.ts';
import { danishCount, danishDate, danishDeadline, danishInstant } from '../danish-format.ts';

const reasons = {
  unreached: (silent: string) =>
    `Referatet er ikke godkendt. Beskeden nåede ikke frem i tide til alle, der ikke har svaret, og så kan tavshed ikke tælle som godkendelse. ${silent}`,
  explicit: (silent: string) =>
    `Referatet er ikke godkendt. Forretningsordenen kræver svar fra alle. ${silent}`,
  'nobody-asked': () =>
    'Referatet er ikke godkendt. Ingen i udvalget havde ret til at godkende, da det blev sendt.',
} as const satisfies Record<NeedsDecisionView['why'], (silent: string) => string>;

/** Why silence could not count. */
export const whyDecision = ({ why, counts }: Pick<NeedsDecisionView, 'why' | 'counts'>): string =>
  reasons[why](`${danishCount(counts.silent, 'person', 'personer')} har ikke svaret.`);

export const decisionTexts = {
  heading: 'Kræver stillingtagen',
  fallback: (date: string) => `Referatet fra mødet ${danishDate(date)} kræver stillingtagen`,
  choices: 'Det kan du gøre:',
  chooseSend: 'Send samme tekst igen med en ny frist, så alle får tid til at svare.',
  chooseTwo:
    'Notér referatet som godkendt. Det kræver to forskellige personer, og den ene skal være formand eller næstformand.',
  chooseDefer: 'Sæt referatet på næste mødes dagsorden, så udvalget tager stilling.',
  send: 'Send igen med ny frist …',
  propose: 'Notér som godkendt …',
  agree: 'Ja, notér som godkendt',
  defer: 'Sæt på næste dagsorden',
  proposed: (name: string) => `${name} foreslår, at referatet noteres som godkendt. En anden skal sige ja.`,
  proposedByYou: 'Du har foreslået, at referatet noteres som godkendt. En anden skal sige ja.',
  reason: 'Begrundelse',
  approved: (first: string, second: string, at: Temporal.Instant) =>
    `${first} og ${second} noterede referatet som godkendt ${danishInstant(at)}.`,
  deferred: (name: string) => `${name} har sat referatet på næste mødes dagsorden.`,
  superseded: (newest: number) => `Version ${newest} er sendt ud med en ny frist.`,
  dialogHeading: 'Notér referatet som godkendt',
  dialogExplained:
    'Dit forslag bliver vist for sekretær, formand og næstformand. Referatet er først godkendt, når en anden af dem har sagt ja.',
  dialogNeedsHead: 'Den anden skal være formand eller næstformand.',
  dialogReason: 'Hvorfor kan referatet noteres som godkendt?',
  dialogReasonHint: 'Begrundelsen følger referatet.',
  dialogReasonMissing: 'Skriv begrundelsen.',
  dialogSubmit: 'Foreslå',
} as const;

/** What a person is told after having taken a stand. */
export const decisionActs = {
  proposed: {
    heading: 'Dit forslag er gemt',
    sentences: ['Referatet er godkendt, når en anden af dem, der må, har sagt ja på sit kort.'],
  },
  approved: {
    heading: 'Referatet er godkendt',
    sentences: ['I var to om det. Udvalget har fået besked.'],
  },
  deferred: {
    heading: 'Referatet kommer på næste møde',
    sentences: ['Punktet kommer på dagsordenen, når den bliver sendt.'],
  },
} as const;

export const extendTexts = {
  heading: 'Giv længere frist',
  fallback: (date: string) => `Frist for referatet fra mødet ${danishDate(date)}`,
  now: (deadline: Temporal.Instant) => `Fristen er nu ${danishDeadline(deadline)}.`,
  onlyLater: 'En frist kan kun flyttes til en senere dag, og den udløber kl. 24.00.',
  lastDay: 'Ny sidste dag',
  lastDayMissing: 'Vælg den nye sidste dag.',
  whom: 'Hvem får længere frist?',
  whomMissing: 'Vælg, hvem der får længere frist.',
  everybody: 'Alle',
  unreached: (count: number) =>
    count === 1
      ? 'Den ene, som beskeden ikke er nået frem til i tide'
      : `De ${count}, som beskeden ikke er nået frem til i tide`,
  named: 'Dem, jeg vælger herunder',
  persons: 'Personer',
  submit: 'Giv længere frist',
} as const;

export const extendActs = {
  extended: (deadline: Temporal.Instant, persons: number | undefined) => ({
    heading: 'Fristen er flyttet',
    sentences: [
      persons === undefined
        ? `Alle kan svare indtil ${danishDeadline(deadline)}. Kortene er rettet.`
        : `${danishCount(persons, 'person', 'personer')} kan svare indtil ${danishDeadline(deadline)}. Kortene er rettet.`,
    ],
  }),
} as const;
