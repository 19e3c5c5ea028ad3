import type { RulingKind } from '../../domain/meeting/meeting-event.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { NoticeView } from '../cards/notice.ts';
import { danishDate, danishDeadline, danishInstant, danishList } from '../danish-format.ts';
import { refusalNotice } from './refusal.da.ts';

/** The parts of a personal link's address, as people see them in a mail. */
export const webFormPaths = {
  folder: 'svar',
  style: 'udseende.css',
  read: 'referat',
  approve: 'godkend',
  withdrawApproval: 'fortryd',
  object: 'indsigelse',
  withdrawObjection: 'traek-tilbage',
  receipt: 'kvittering',
  differences: 'forskelle',
} as const;

/** Words of the pages behind a personal link. What they say of the minutes stands with the cards' own texts. */
export const webFormTexts = {
  belongsTo: (name: string) => `Siden hører til ${name}.`,
  notYou: (name: string) =>
    `Er du en anden, så luk den. Send ikke linket videre: den, der har det, kan svare for ${name}.`,
  read: 'Læs referatet',
  readAgain: 'Læs referatet igen',
  readExplained:
    'Når du åbner referatet her, noterer vi, at du har fået det. Først fra da af kan din tavshed tælle.',
  approve: 'Godkend …',
  object: 'Gør indsigelse …',
  objectAgain: 'Gør en ny indsigelse …',
  remark: 'Skriv en sen bemærkning …',
  withdrawApproval: 'Fortryd godkendelsen …',
  withdrawObjection: 'Træk indsigelsen tilbage …',
  withdrawObjectionTo: (item: number) => `Træk indsigelsen mod punkt ${item} tilbage …`,
  yourAnswer: 'Dit svar',
  actions: 'Det kan du gøre',
  receipts: 'Dine kvitteringer',
  back: 'Tilbage til referatets side',
  cancel: 'Fortryd, og gå tilbage',
  superseded: (newest: number) =>
    `Version ${newest} er sendt ud. Dette link hører til en ældre version og kan ikke bruges til at svare mere. Svar på det nyeste kort, eller brug linket i den nyeste mail.`,
  pastDeadline: (deadline: Temporal.Instant) =>
    `Fristen udløb ${danishDeadline(deadline)}. Du kan ikke godkende mere, men du kan skrive en sen bemærkning.`,
  closed: 'Sagen er afgjort. Du kan læse referatet og skrive en sen bemærkning.',
  confirmApproveHeading: 'Godkend referatet',
  confirmApprove: (date: string, version: number, committee: string) =>
    `Du er ved at godkende version ${version} af referatet fra mødet ${danishDate(date)} i ${committee}.`,
  confirmApproveButton: 'Ja, godkend referatet',
  confirmWithdrawHeading: 'Fortryd din godkendelse',
  confirmWithdraw:
    'Du er ved at trække din godkendelse tilbage. Svarer du ikke igen inden fristen, regnes det som tavshed.',
  confirmWithdrawButton: 'Ja, træk godkendelsen tilbage',
  confirmWithdrawObjectionHeading: 'Træk din indsigelse tilbage',
  confirmWithdrawObjection: 'Du er ved at trække denne indsigelse tilbage:',
  confirmWithdrawObjectionButton: 'Ja, træk indsigelsen tilbage',
  notPossibleHeading: 'Det kan ikke gøres nu',
  notPossible: 'Der er ikke ændret noget. På referatets side kan du se, hvad du kan gøre.',
  remarkHeading: 'Skriv en sen bemærkning',
  remarkExplained: 'Bemærkningen følger referatet, men ændrer ikke udfaldet.',
  remarkWhoSees: 'Formand og referent ser din bemærkning.',
  remarkSubmit: 'Send bemærkningen',
  errorHeading: 'Indsigelsen er ikke sendt endnu',
  errorTitle: (title: string) => `Fejl: ${title}`,
  tooLong: (label: string, max: string) => `Feltet ”${label}” er for langt. Skriv højst ${max} tegn.`,
  receiptCode: 'Kvittering',
  keepReceipt: 'Gem kvitteringen. Med den kan sekretæren finde dit svar frem.',
  receiptLine: (what: string, at: Temporal.Instant, receipt: string) =>
    `${what} ${danishInstant(at)} · kvittering ${receipt}`,
  receiptVerbs: {
    approve: 'Godkendt',
    'withdraw-approval': 'Godkendelse trukket tilbage',
    object: 'Indsigelse sendt',
    'withdraw-objection': 'Indsigelse trukket tilbage',
    remark: 'Sen bemærkning sendt',
  },
  differencesHeading: (version: number) => `Ændret fra version ${version - 1} til version ${version}`,
  differencesOf: (date: string) => `Referat fra mødet ${danishDate(date)}`,
  differencesKey:
    'Det, der er taget ud, står overstreget efter ordet ”slettet”. Det, der er kommet til, står understreget efter ordet ”tilføjet”.',
  removedMark: 'slettet:',
  addedMark: 'tilføjet:',
  noDifferences: 'Teksten er den samme som i den forrige version.',
  firstVersion: 'Dette er den første version. Der er ingen tidligere at sammenligne med.',
  headOfPaper: 'Referatets hoved',
  itemTitle: 'Overskrift',
  newItem: (number: number, title: string) => `Punkt ${number}: ${title} (nyt punkt)`,
  removedItem: (number: number, title: string) => `Punkt ${number}: ${title} (punktet er udgået)`,
  theItem: (number: number, title: string) => `Punkt ${number}: ${title}`,
  renumbered: (items: readonly { readonly before: number; readonly after: number }[]) =>
    `Uændret, men med nyt nummer: ${danishList(items.map(({ before, after }) => `punkt ${after} (før ${before})`))}.`,
  movedItem: (before: number) => `Punktet havde nummer ${before} i den forrige version.`,
  rulings: 'Afgørelser om indsigelser',
  ruling: {
    accepted: 'En indsigelse er taget til følge',
    partly: 'En indsigelse er delvist taget til følge',
    rejected: 'En indsigelse er ikke taget til følge',
  } satisfies Record<RulingKind, string>,
  rulingOn: (items: readonly number[]) =>
    items.length === 0 ? '' : ` (punkt ${danishList(items.map(String))})`,
  reason: 'Begrundelse:',
  unknownLink: {
    heading: 'Siden findes ikke',
    sentences: [
      'Linket er ikke helt, eller det gælder ikke. Åbn det igen fra mailen, eller kopiér hele adressen.',
      'Skriv til udvalgets sekretær, hvis det ikke hjælper.',
    ],
  },
  wrongMethod: {
    heading: 'Det kan siden ikke',
    sentences: ['Der er ikke ændret noget. Gå tilbage, og prøv igen fra referatets side.'],
  },
  badForm: {
    heading: 'Formularen kunne ikke læses',
    sentences: ['Der er ikke gemt noget. Gå tilbage, genindlæs siden, og prøv igen.'],
  },
  tooMany: {
    heading: 'Vent lidt',
    sentences: [
      'Der er kommet for mange forespørgsler på kort tid. Prøv igen om et minut. Der er ikke ændret noget.',
    ],
  },
  unavailable: {
    heading: 'Det lykkedes ikke lige nu',
    sentences: [
      'Vi kan ikke se, om dit svar er gemt. Prøv igen om lidt ved at genindlæse siden. Det samme svar tæller kun én gang.',
    ],
  },
  failed: (errorNumber: string) => ({
    heading: 'Det lykkedes ikke på grund af en fejl hos os',
    sentences: [`Prøv igen om lidt. Sker det igen, så giv sekretæren fejlnummeret ${errorNumber}.`],
  }),
} as const;

/** What a page says otherwise than a card, which stands in a chat with other cards. */
export const webRefusal = (refusal: Refusal): NoticeView => {
  const notice = refusalNotice(refusal);
  switch (refusal.code) {
    case 'version-superseded':
      return { ...notice, sentences: [webFormTexts.superseded(refusal.newest), 'Svaret er ikke talt med.'] };
    case 'already-decided':
      return { ...notice, sentences: ['Der er ikke ændret noget.', 'Resultatet står på referatets side.'] };
    case 'no-such-item':
      return { ...notice, sentences: ['Der er ikke sendt noget. Gå tilbage, og vælg punktet på listen.'] };
    case 'no-meeting':
    case 'no-minutes':
      return webFormTexts.unknownLink;
    default:
      return notice;
  }
};
