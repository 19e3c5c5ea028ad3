import type { Step } from '../../ports/next-step-view.ts';
import { danishCount, danishDeadline } from '../danish-format.ts';
import { movedDeadline } from './deadline.da.ts';
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
  'await-answers': ({ counts, unreached, moved }) => ({
    heading: 'Medlemmerne svarer',
    sentences: [
      `${counts.approved + counts.objected} af ${counts.entitled} har svaret · ${danishCount(counts.objected, 'indsigelse', 'indsigelser')}.`,
      ...moved.map(movedDeadline),
      ...unreachedLines(unreached),
      ...(unreached.length === 0
        ? []
        : ['Du kan give længere frist eller registrere en indsigelse, der er kommet på anden vis.']),
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
      'Tag stilling på kortet Kræver stillingtagen i din personlige chat. Formand og næstformand har det samme kort.',
    ],
  }),
  'minutes-deferred': () => ({
    heading: 'Referatet kommer på næste møde',
    sentences: ['Punktet kommer på næste mødes dagsorden, og udvalget tager stilling til det dér.'],
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
  extend: 'Giv længere frist …',
  record: 'Registrér indsigelse …',
  paper: {
    agenda: () => 'Dagsorden',
    'minutes-draft': () => 'Referat, udkast',
    minutes: (version: number) => `Referat, version ${version}`,
    evidence: (version: number) => `Godkendelsesforløb, version ${version}`,
  },
  format: { docx: 'Word', pdf: 'PDF' },
  fallback: (committee: string, step: string) => `Næste skridt for ${committee}: ${step}`,
} as const;
