import { danishDate } from '../danish-format.ts';

export const invitationTexts = {
  coming: 'Jeg deltager',
  comingAfterAll: 'Jeg deltager alligevel',
  apologies: 'Afbud …',
  youAreComing: 'Du har svaret, at du deltager.',
  youSentApologies: 'Du har sendt afbud.',
  substituteComes: (name: string) => `${name} kommer i dit sted.`,
  closed: 'Tilmeldingen er lukket.',
  apologiesFrom: (name: string, substitute: string | undefined, message: string | undefined) =>
    `Afbud fra ${name}${substitute === undefined ? '' : ` (suppleant: ${substitute})`}${message === undefined ? '' : `: ”${message}”`}`,
  apologiesHeading: 'Afbud',
  apologiesExplained: (date: string) =>
    `Du melder afbud til mødet ${danishDate(date)}. Du kan ændre dit svar, indtil mødet er holdt.`,
  substituteFromList: 'Suppleant fra udvalget',
  substituteChoose: 'Vælg en suppleant',
  substituteName: 'Eller en anden suppleant',
  substituteOnly: 'Suppleant',
  substituteNameHint: 'Navn på den, der kommer i dit sted',
  message: 'Besked til formanden',
  messageHint: 'Kan udelades',
  submit: 'Send afbud',
  comingNoted: (date: string) => ({
    heading: 'Du deltager',
    sentences: [`Dit svar til mødet ${danishDate(date)} er gemt. Du kan ændre det, indtil mødet er holdt.`],
  }),
  apologiesNoted: (date: string, substitute: string | undefined) => ({
    heading: 'Dit afbud er sendt',
    sentences: [
      `Dit afbud til mødet ${danishDate(date)} er gemt.`,
      substitute === undefined
        ? 'Du har ikke nævnt en suppleant.'
        : `${substitute} står som suppleant i dit sted.`,
    ],
  }),
} as const;
