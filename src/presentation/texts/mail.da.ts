import { danishDate } from '../danish-format.ts';

/** The words around a mail that stands in for a card. What it says of the minutes stands with the card's own texts. */
export const mailTexts = {
  hello: (name: string) => `Kære ${name}`,
  subjectNotice: (committee: string, date: string, version: number) =>
    `Referat til godkendelse: ${committee}, mødet ${danishDate(date)}${version > 1 ? `, version ${version}` : ''}`,
  subjectReminder: (committee: string, date: string) =>
    `Påmindelse om referat: ${committee}, mødet ${danishDate(date)}`,
  subjectOutcome: (heading: string, committee: string, date: string) =>
    `${heading}: ${committee}, mødet ${danishDate(date)}`,
  subjectRuling: (committee: string, date: string) =>
    `Afgørelse om din indsigelse: ${committee}, mødet ${danishDate(date)}`,
  read: 'Læs referatet',
  approve: 'Godkend',
  object: 'Gør indsigelse',
  seePage: 'Se referatet og dit svar',
  confirmed: 'Du bliver bedt om at bekræfte på siden. Intet sker, før du har gjort det.',
  personal: (name: string) =>
    `Linkene er personlige og hører til ${name}. Send dem ikke videre: den, der har dem, kan svare for dig.`,
  whyMail:
    'Du får denne mail, fordi du ikke kan nås i Teams. Mailen kan ikke besvares. Skriv til udvalgets sekretær, hvis du har spørgsmål.',
} as const;

/** The folder of the demo's library in which mails lie as files, and who they are from. */
export const outboxFolder = 'Udbakke';
export const mailSender = { name: 'Udvalgsbot', address: 'udvalgsbot@demo.invalid' } as const;
