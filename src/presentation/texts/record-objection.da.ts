import type { RecordedOnBehalf } from '../../domain/minutes/answer-event.ts';
import type { OnBehalfShown } from '../../ports/decision-card-view.ts';
import { danishInstant } from '../danish-format.ts';

export const sourceWords = {
  mail: 'med mail',
  letter: 'med brev',
  phone: 'i telefonen',
  spoken: 'mundtligt',
} as const satisfies Record<RecordedOnBehalf['source'], string>;

/** "med mail onsdag den 3. december 2025 kl. 9.15" */
export const howItCame = ({ source, reachedAt }: OnBehalfShown): string =>
  `${sourceWords[source]} ${danishInstant(reachedAt)}`;

export const recordTexts = {
  heading: 'Registrér en indsigelse',
  explained:
    'Brug den, når en indsigelse er kommet på anden vis. Den tæller fra det tidspunkt, den nåede udvalget. En godkendelse kan ikke registreres for andre.',
  person: 'Hvem har gjort indsigelse?',
  personChoose: 'Vælg en person',
  personMissing: 'Vælg den, der har gjort indsigelse.',
  source: 'Hvordan kom den?',
  sourceChoose: 'Vælg en måde',
  sourceMissing: 'Vælg, hvordan indsigelsen kom.',
  sources: { mail: 'Med mail', letter: 'Med brev', phone: 'I telefonen', spoken: 'Mundtligt' },
  sourceNote: 'Hvor kan den findes igen?',
  sourceNoteHint: 'For eksempel mail i sagens mappe eller et journalnummer',
  sourceNoteMissing: 'Skriv, hvor indsigelsen kan findes igen.',
  date: 'Hvilken dag nåede den udvalget?',
  dateMissing: 'Skriv den dag, indsigelsen nåede udvalget.',
  time: 'Hvad tid?',
  timeMissing: 'Skriv, hvad tid indsigelsen nåede udvalget.',
  text: 'Hvad står der i indsigelsen?',
  textHint: 'Skriv den, som den blev sendt eller sagt.',
  textMissing: 'Skriv, hvad der står i indsigelsen.',
  submit: 'Registrér indsigelsen',
  receivedOnBehalf: 'Registreret på vegne af',
  foundAt: 'Findes',
  recordedBy: (how: string, name: string) => `Kom ${how}. Registreret af ${name}.`,
} as const;

/** What the secretary is told afterwards. */
export const recordActs = {
  recorded: (name: string, receipt: string) => ({
    heading: 'Indsigelsen er registreret',
    sentences: [
      `${name} kan se kvitteringen ${receipt} på sit kort. Formand og referent ser indsigelsen og kilden.`,
    ],
  }),
  recordedAlready: (name: string, receipt: string) => ({
    heading: 'Indsigelsen var allerede registreret',
    sentences: [`Kvitteringen til ${name} er ${receipt}.`, 'Den tæller én gang.'],
  }),
  keptAsLateRemark: (name: string, receipt: string, deadline: string) => ({
    heading: 'Bemærkningen er gemt',
    sentences: [
      `Den nåede først udvalget, efter at fristen for ${name} udløb ${deadline}. Den er gemt som en sen bemærkning og sendt til formand og referent.`,
      `Kvitteringen er ${receipt}.`,
    ],
  }),
} as const;
