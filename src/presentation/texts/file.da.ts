import type { FiledPaper } from '../../ports/outbox.ts';

/** Names of the papers in the library, without ending. */
export const fileNames = {
  agenda: (committee: string, date: string) => `Dagsorden ${committee} ${date}`,
  'minutes-draft': (committee: string, date: string) => `Referat ${committee} ${date} udkast`,
  minutes: (committee: string, date: string, version: number) =>
    `Referat ${committee} ${date} version ${version}`,
  evidence: (committee: string, date: string, version: number) =>
    `Godkendelsesforløb ${committee} ${date} version ${version}`,
} as const satisfies Record<FiledPaper, (committee: string, date: string, version: number) => string>;

/** How a paper stands, at the foot of its pages. */
export const documentStates = {
  draft: 'Udkast',
  sent: 'Sendt til godkendelse',
  approved: 'Godkendt',
} as const;

/** "2023-12-08 Møde". A paper without a date keeps the words it was given instead. */
export const meetingFolder = (date: string): string =>
  /^\d{4}-\d{2}-\d{2}$/.test(date) ? `${date} Møde` : date;

/** The library's folder for the anchors of the log. */
export const anchorFolder = 'Ankre';
