import type { Situation } from '../../domain/meeting/meeting.ts';
import type { Purpose } from '../../domain/meeting/meeting-paper.ts';
import { danishDate, danishTimeSpan } from '../danish-format.ts';

/** What an item is for, as a small word beside its title. */
export const purposeWords = {
  information: 'orientering',
  discussion: 'drøftelse',
  decision: 'beslutning',
  approval: 'godkendelse',
  formal: 'fast punkt',
  planning: 'planlægning',
  break: 'pause',
} as const satisfies Record<Purpose, string>;

/** Where a meeting is in its course. */
export const situationWords = {
  unknown: 'ukendt',
  planned: 'planlagt',
  callForItems: 'punkter indkaldes',
  agendaDrafted: 'dagsorden under arbejde',
  cancelled: 'aflyst',
  agendaSent: 'dagsorden sendt ud',
  held: 'mødet er holdt',
  minutesDrafted: 'referat under arbejde',
  sentForApproval: 'referat til godkendelse',
  contested: 'indsigelse mod referatet',
  needsDecision: 'referatet kræver stillingtagen',
  approved: 'referat godkendt',
  published: 'referat offentliggjort',
  noted: 'referat noteret på næste møde',
  archived: 'arkiveret',
} as const satisfies Record<Situation, string>;

export const meetingTexts = {
  when: (date: string, from: string, to: string) => `${danishDate(date)} ${danishTimeSpan(from, to)}`,
  heading: (date: string, from: string, to: string) => `Møde ${danishDate(date)} ${danishTimeSpan(from, to)}`,
  listHeading: 'Udvalgets møder',
  listEmpty: 'Udvalget har ingen møder endnu.',
  listDeadline: (deadline: string) => `frist ${deadline}`,
  listMore: (count: number) => `Og ${count} ældre ${count === 1 ? 'møde' : 'møder'}.`,
  plan: 'Planlæg møde …',
  planHeading: 'Planlæg et møde',
  planExplained:
    'Dagsordenen begynder med forretningsordenens faste punkter. Intet bliver sendt ud, før du siger til.',
  planSubmit: 'Opret mødet',
  committee: 'Udvalg',
  committeeMissing: 'Vælg udvalget.',
  date: 'Dato',
  dateMissing: 'Vælg mødets dato.',
  from: 'Fra',
  fromMissing: 'Skriv, hvornår mødet begynder.',
  to: 'Til',
  toMissing: 'Skriv, hvornår mødet slutter.',
  site: 'Sted',
  street: 'Adresse',
  room: 'Lokale',
  theme: 'Tema',
  created: (date: string) => ({
    heading: 'Mødet er oprettet',
    sentences: [`Det holdes ${danishDate(date)}.`, 'Kortet Næste skridt viser, hvad der nu skal ske.'],
  }),
  held: {
    heading: 'Mødet er meldt holdt',
    sentences: [
      'Referatet ligger klar i biblioteket med punkter og fremmøde på plads. Skriv det færdigt i Word.',
    ],
  },
  heldAlready: {
    heading: 'Mødet var allerede meldt holdt',
    sentences: ['Der er ikke ændret noget. Referatet ligger i biblioteket.'],
  },
} as const;
