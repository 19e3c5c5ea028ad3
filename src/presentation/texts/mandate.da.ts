import { danishDate, danishInstant } from '../danish-format.ts';

export const mandateTexts = {
  button: 'Medlem udtræder …',
  heading: 'Et medlem udtræder',
  explained:
    'Pladsen ophører kl. 24.00 på den sidste dag. Det, personen har svaret, gælder stadig, og indsigelser bliver stående.',
  person: 'Hvem udtræder?',
  personChoose: 'Vælg en person',
  personMissing: 'Vælg den, der udtræder.',
  lastDay: 'Sidste dag i udvalget',
  lastDayMissing: 'Vælg den sidste dag.',
  successor: 'Hvem overtager pladsen?',
  nobody: 'Ingen endnu',
  submit: 'Gem',
} as const;

export const mandateActs = {
  ended: (name: string, until: Temporal.Instant, successor: string | undefined) => ({
    heading: 'Udtrædelsen er gemt',
    sentences: [
      `${name} har plads i udvalget til og med ${danishDate(until.subtract({ nanoseconds: 1 }))}.`,
      ...(successor === undefined ? [] : [`${successor} overtager pladsen derefter.`]),
    ],
  }),
} as const;

/** R13: on the cards of those who rule, and of the successor. */
export const leaverTexts = {
  left: (name: string, until: Temporal.Instant, successor: string | undefined) =>
    `${name} har kun plads i udvalget til og med ${danishDate(until.subtract({ nanoseconds: 1 }))}. Indsigelsen bliver stående.${successor === undefined ? '' : ` ${successor} overtager pladsen.`}`,
  heading: 'Indsigelse fra din forgænger',
  fallback: (date: string) => `Indsigelse mod referatet fra mødet ${danishDate(date)}`,
  stands: (name: string, at: Temporal.Instant) =>
    `${name}, hvis plads du overtager, gjorde indsigelse ${danishInstant(at)}. Indsigelsen bliver stående, indtil formand eller referent har afgjort den og en ny version er sendt.`,
  whoSees: 'Formand og referent kan se, hvad der står i den. Du kan selv gøre indsigelse på dit eget kort.',
  ruled: (done: string) => `Den er ${done}.`,
  withdrawn: 'Indsigelsen er trukket tilbage.',
} as const;
