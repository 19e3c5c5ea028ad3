import type { Step } from '../../ports/card-view.ts';
import { danishCount, danishDeadline } from '../danish-format.ts';
import { unreachedLines } from './unreached.da.ts';

export const urgencyWords = { 'in-order': 'I orden', soon: 'Snart', overdue: 'Overskredet' } as const;

type StepText = { readonly heading: string; readonly sentences: readonly string[]; readonly button?: string };

/** What comes next with a meeting: what is to be done, why, and the name of the button that does it. */
export const stepTexts = {
  'publish-agenda': () => ({
    heading: 'Send dagsordenen',
    sentences: [
      'Dagsordenen ligger klar. Når den er sendt til medlemmerne og vist i udvalgets chat, er den låst.',
    ],
    button: 'Send dagsordenen',
  }),
  'await-meeting': () => ({
    heading: 'Hold mødet',
    sentences: ['Dagsordenen er sendt. Du skal ikke gøre mere før mødet.'],
  }),
  'hold-meeting': () => ({
    heading: 'Gør referatet klar',
    sentences: [
      'Når mødet er holdt, lægger botten referatet i biblioteket med punkter og fremmøde på plads.',
    ],
    button: 'Mødet er holdt',
  }),
  'send-minutes': ({ version }) => ({
    heading: `Send referatet, version ${version}`,
    sentences: [
      'Skriv referatet færdigt i Word. Det er teksten i filen, der bliver sendt, og du ser den igennem først.',
    ],
    button: `Send version ${version} …`,
  }),
  'await-answers': ({ counts, unreached }) => ({
    heading: 'Medlemmerne svarer',
    sentences: [
      `${counts.approved + counts.objected} af ${counts.entitled} har svaret · ${danishCount(counts.objected, 'indsigelse', 'indsigelser')}.`,
      ...unreachedLines(unreached),
      'Resultatet kommer af sig selv, når fristen er udløbet.',
    ],
  }),
  'rule-on-objections': ({ count }) => ({
    heading: count === 1 ? 'Afgør indsigelsen' : `Afgør ${count} indsigelser`,
    sentences: [
      'Formand eller referent afgør på kortet Indsigelse modtaget i sin personlige chat. Derefter kan en ny version sendes.',
    ],
  }),
  'needs-decision': ({ unreached }) => ({
    heading: 'Referatet kræver stillingtagen',
    sentences: [
      'Tavshed kan ikke tælle som godkendelse her.',
      ...unreachedLines(unreached),
      'Sæt referatet på dagsordenen til næste møde, eller send en ny version med en ny frist.',
    ],
  }),
  done: () => ({
    heading: 'Mødet er ført til ende',
    sentences: ['Referatet er godkendt, og papirerne ligger i biblioteket.'],
  }),
} as const satisfies { readonly [S in Step['step']]: (step: Extract<Step, { step: S }>) => StepText };

export const nextStepTexts = {
  kicker: (committee: string) => `Næste skridt · ${committee}`,
  due: (due: Temporal.Instant) => `Senest ${danishDeadline(due)}`,
  meeting: 'Møde',
  situation: 'Status',
  papers: 'Papirer',
  paper: {
    agenda: () => 'Dagsorden',
    'minutes-draft': () => 'Referat, udkast',
    minutes: (version: number) => `Referat, version ${version}`,
    evidence: (version: number) => `Godkendelsesbevis, version ${version}`,
  },
  format: { docx: 'Word', pdf: 'PDF' },
  fallback: (committee: string, step: string) => `Næste skridt for ${committee}: ${step}`,
} as const;
