import { danishDate, weekdayNames } from '../danish-format.ts';

/**
 * The words printed in the house's papers, used both for writing them and for recognising them,
 * and what the secretary is told about doubtful places.
 */
export const paperLabels = {
  minutesTitle: 'Referat fra møde i',
  agendaTitle: 'Dagsorden til møde i',
  date: 'Dato',
  time: 'Tid',
  place: 'Sted',
  theme: 'Tema',
  themeSentence: 'Temaet for mødet er',
  participants: 'Deltagere',
  attached: 'Tilforordnede',
  apologies: 'Afbud',
  presidingPerson: 'Mødeleder',
  minuteTaker: 'Referent',
  casePresentation: 'Sagsfremstilling',
  recommendation: 'Indstilling',
  summary: 'Resumé',
  decision: 'Beslutning',
  annexes: 'Bilag',
  annex: 'Bilag',
  pause: 'PAUSE',
  /** Before a presenter: "v. Anna Andersen". */
  by: 'v.',
  /** Before the organisation a person speaks for: "v/ Struer Kommune". */
  representing: 'v/',
  substituteFor: 'suppleant for',
  pupilRepresentative: 'elevrepræsentant',
  everybody: 'alle',
  arrives: 'deltager kl.',
  minutesLong: 'min.',
  oClock: 'kl.',
  at: 'på',
  room: 'lokale',
} as const;

/** Citations of a paper stay short, so that a finding is one readable sentence. */
const cited = (words: string): string => `”${words.length > 120 ? `${words.slice(0, 119)}…` : words}”`;

/** What is said about a doubtful place: what the paper says, why it is doubtful, and the proposal. */
export const findingTexts = {
  yearMissing: (printed: string, proposal: Temporal.PlainDate) =>
    `Mødets dato ${cited(printed)} har intet årstal. Forslag: ${danishDate(proposal)}.`,
  yearMissingNoProposal: (printed: string) =>
    `Mødets dato ${cited(printed)} har intet årstal, og papiret giver intet sikkert bud. Skriv datoen.`,
  dateMissing: () => 'Papiret har ingen mødedato. Skriv datoen.',
  weekdayDoesNotFit: (
    printed: string,
    actual: Temporal.PlainDate,
    proposal: Temporal.PlainDate | undefined,
  ) =>
    `${cited(printed)} passer ikke: dagen er en ${weekdayNames[actual.dayOfWeek - 1]}. ${
      proposal === undefined ? 'Ret datoen eller ugedagen.' : `Forslag: ${danishDate(proposal)}.`
    }`,
  nextMeetingInThePast: (printed: string, proposal: Temporal.PlainDate) =>
    `Næste møde står til ${cited(printed)}, men den dag ligger ikke efter dette møde. Forslag: ${danishDate(proposal)}.`,
  earlierMeetingInTheFuture: (printed: string, proposal: Temporal.PlainDate) =>
    `Et tidligere møde står til ${cited(printed)}, men den dag ligger ikke før dette møde. Forslag: ${danishDate(proposal)}.`,
  twoSpellings: (inText: string, inList: string) =>
    `Navnet er stavet på to måder: ${cited(inText)} i teksten og ${cited(inList)} i listen. Er det samme person?`,
  presenterSentApologies: (name: string) => `${name} står som oplægsholder, men har sendt afbud.`,
  presenterUnknown: (name: string) =>
    `${name} står som oplægsholder, men er ikke på nogen liste, og der står ikke, hvornår vedkommende deltager. Er det en gæst?`,
  emptyBullet: (words: string) =>
    `Under ${cited(words)} står der intet. Skriv, hvad der blev sagt, eller fjern linjen.`,
  emptyBulletMark: () => 'Der står et punkttegn uden tekst. Udfyld det, eller fjern det.',
  numberSkipped: (before: number, after: number) =>
    before === 0
      ? `Det første punkt har nummer ${after}. Mangler der punkter før det?`
      : `Efter punkt ${before} kommer punkt ${after}. Mangler der et punkt?`,
  unknownLabel: (printed: string, understoodAs: string) =>
    `Overskriften ${cited(printed)} er læst som ${cited(understoodAs)}. Ret den, hvis det er forkert.`,
  annexFileMissing: (number: string, title: string) =>
    `Bilag ${number} ${cited(title)} står på listen, men filen fulgte ikke med.`,
  annexCitedNotListed: (number: string) =>
    `Teksten henviser til bilag ${number}, men det bilag står ikke på nogen liste.`,
  annexNumberMismatch: (number: string, item: number) =>
    `Bilag ${number} står under punkt ${item}. Er nummeret rigtigt?`,
  trackingLink: (address: string, clean: string) =>
    `Linket ${cited(address)} indeholder sporing. Forslag: ${cited(clean)}.`,
  addedAfterMeeting: (words: string) =>
    `Teksten siger selv, at noget er tilføjet efter mødet: ${cited(words)}. Skal det fremgå af referatet?`,
  listUnclear: (words: string) =>
    `Linjen ${cited(words)} kan ikke deles sikkert i navn og titel. Ret den, hvis det er forkert.`,
} as const;
