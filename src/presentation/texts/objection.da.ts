import type { RulingKind } from '../../domain/meeting/meeting-event.ts';
import { danishDate, danishInstant } from '../danish-format.ts';

/** Who sees what: said before the objection is written, and again in the receipt. */
const whoSees =
  'Formand og referent ser din indsigelse. Udvalget ser, at der er en indsigelse, og afgørelsen.';

export const rulingTexts = {
  accepted: {
    button: 'Tag til følge …',
    heading: 'Tag indsigelsen til følge',
    done: 'taget til følge',
    afterwards: 'Derefter kan en ny version sendes til alle med en ny frist.',
    toObjector: 'Din indsigelse er taget til følge',
    next: 'Referatet bliver rettet og sendt til alle som en ny version med en ny frist.',
  },
  partly: {
    button: 'Delvist …',
    heading: 'Tag indsigelsen delvist til følge',
    done: 'delvist taget til følge',
    afterwards: 'Derefter kan en ny version sendes til alle med en ny frist.',
    toObjector: 'Din indsigelse er delvist taget til følge',
    next: 'Referatet bliver rettet og sendt til alle som en ny version med en ny frist.',
  },
  rejected: {
    button: 'Ikke til følge …',
    heading: 'Tag ikke indsigelsen til følge',
    done: 'ikke taget til følge',
    afterwards:
      'Indsigelsen og afgørelsen følger referatet. Står indsigelsen ved fristens udløb, er referatet ikke godkendt.',
    toObjector: 'Din indsigelse er ikke taget til følge',
    next: 'Indsigelsen og afgørelsen følger referatet. Du kan trække indsigelsen tilbage; ellers er referatet ikke godkendt ved fristens udløb.',
  },
} as const satisfies Record<
  RulingKind,
  Readonly<Record<'button' | 'heading' | 'done' | 'afterwards' | 'toObjector' | 'next', string>>
>;

export const objectionTexts = {
  heading: 'Gør indsigelse',
  about: (date: string, version: number) => `Referat fra mødet ${danishDate(date)}, version ${version}`,
  whoSees,
  item: 'Hvilket punkt gælder det?',
  itemChoose: 'Vælg et punkt',
  itemMissing: 'Vælg det punkt, indsigelsen gælder.',
  wholeMinutes: 'Hele referatet',
  itemChoice: (number: number, title: string) => `${number}. ${title}`,
  passage: 'Hvilket sted i teksten?',
  passageHint: 'Kan udelades. Skriv eller indsæt ordene fra referatet.',
  text: 'Hvad er forkert eller mangler?',
  textHint: 'Skriv det, så formand og referent kan tage stilling til det.',
  textMissing: 'Skriv, hvad der er forkert eller mangler.',
  proposedWording: 'Hvad skal der stå i stedet?',
  proposedWordingHint: 'Kan udelades',
  submit: 'Send indsigelse',
  receivedHeading: 'Indsigelse modtaget',
  lateHeading: 'Sen bemærkning modtaget',
  lateExplained: 'Bemærkningen kom efter fristen. Den følger referatet, men ændrer ikke udfaldet.',
  from: 'Fra',
  at: 'Modtaget',
  minutes: 'Referat',
  minutesOf: (date: string, version: number) => `${danishDate(date)}, version ${version}`,
  onItem: 'Gælder',
  theItem: (number: number, title: string) => `Punkt ${number}: ${title}`,
  thePassage: 'Sted i teksten',
  theObjection: 'Indsigelsen',
  proposed: 'Forslag til ny ordlyd',
  current: 'Sådan står der nu',
  noCurrent: 'Punktet har ingen tekst.',
  textLeftOut: 'Noget af teksten er forkortet på kortet. Den er gemt i sin helhed.',
  ruledUpon: (done: string) => `Indsigelsen er ${done}.`,
  withdrawn: 'Indsigelsen er trukket tilbage. Der skal ikke tages stilling til den.',
  sendNewVersion: (version: number) => `Send version ${version} …`,
  reason: 'Begrundelse',
  reasonHint: 'Bliver sendt til den, der gjorde indsigelse, og følger referatet.',
  reasonMissing: 'Skriv begrundelsen for afgørelsen.',
  amendExplained:
    'Ret teksten, som den skal stå i den nye version. Stjerner om et ord gør det fedt, og en streg først på en linje gør den til et punkt på en liste.',
  amendTooLong: (fields: string) =>
    `${fields} er for lang til at rettes her. Ret den i Word, før du sender den nye version.`,
  emptied: 'Felter, der skal stå tomme i den nye version',
  saveRuling: 'Gem afgørelsen',
  yourObjection: 'Din indsigelse',
  fallback: (date: string) => `Indsigelse mod referatet fra mødet ${danishDate(date)}`,
} as const;

/** What a person is told after an act on an objection. */
export const objectionActs = {
  received: (at: Temporal.Instant, receipt: string) => ({
    heading: 'Din indsigelse er modtaget',
    sentences: [`Modtaget ${danishInstant(at)} · kvittering ${receipt}.`, whoSees],
  }),
  receivedAlready: (at: Temporal.Instant, receipt: string) => ({
    heading: 'Din indsigelse var allerede modtaget',
    sentences: [`Modtaget ${danishInstant(at)} · kvittering ${receipt}.`, 'Den tæller én gang.'],
  }),
  keptAsLateRemark: (at: Temporal.Instant, receipt: string, deadline: string) => ({
    heading: 'Din bemærkning er gemt',
    sentences: [
      `Fristen udløb ${deadline}. Din bemærkning er gemt som en sen bemærkning og sendt til formand og referent.`,
      `Modtaget ${danishInstant(at)} · kvittering ${receipt}.`,
    ],
  }),
  withdrawn: (at: Temporal.Instant, receipt: string) => ({
    heading: 'Din indsigelse er trukket tilbage',
    sentences: [
      `Den er trukket tilbage ${danishInstant(at)} · kvittering ${receipt}.`,
      'Du kan stadig godkende eller gøre en ny indsigelse indtil fristen.',
    ],
  }),
  ruled: (kind: RulingKind) => ({
    heading: 'Afgørelsen er gemt',
    sentences: [
      `Indsigelsen er ${rulingTexts[kind].done}. Den, der gjorde indsigelse, har fået afgørelsen og begrundelsen.`,
      ...(kind === 'rejected' ? [] : ['Nu kan en ny version sendes til udvalget.']),
    ],
  }),
} as const;
