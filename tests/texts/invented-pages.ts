import { wordDifference } from '../../src/adapters/text-difference/word-difference.ts';
import type { MeetingPaper } from '../../src/domain/meeting/meeting-paper.ts';
import type { AnswerPageView } from '../../src/ports/answer-page-view.ts';
import type { MailView } from '../../src/ports/mail-view.ts';
import {
  confirmApprovePage,
  confirmWithdrawObjectionPage,
  confirmWithdrawPage,
} from '../../src/presentation/pages/confirm-pages.ts';
import { differencePage } from '../../src/presentation/pages/difference-page.ts';
import { minutesPage } from '../../src/presentation/pages/minutes-page.ts';
import { emptyObjection, objectionPage } from '../../src/presentation/pages/objection-page.ts';
import { noticePage, type Page } from '../../src/presentation/pages/page.ts';
import { receiptPage } from '../../src/presentation/pages/receipt-page.ts';
import { startPage } from '../../src/presentation/pages/start-page.ts';
import { webFormTexts, webRefusal } from '../../src/presentation/texts/web-form.da.ts';
import { minutesViews } from '../cards/invented-minutes-views.ts';
import { inventedViews } from '../cards/invented-views.ts';

const paper: MeetingPaper = {
  committee: 'LUU SOSU-AMU',
  date: '2023-12-08',
  from: '09:00',
  to: '12:00',
  place: { site: 'SOSU MV Holstebro', room: 'lokale 2.9' },
  participants: [
    { name: 'Egon Eksempel', title: 'Centerchef', list: 'deltager' },
    { name: 'Ada Afbud', list: 'afbud' },
  ],
  items: [
    { number: 1, title: 'Godkendelse af dagsorden', presenters: [], annexes: [], decision: 'Godkendt.' },
    {
      number: 2,
      title: 'Oplæringsvejledernes uddannelse',
      presenters: ['Egon Eksempel'],
      annexes: [{ number: '2.1', title: 'Notat' }],
      summary: 'Udvalget drøftede:\n\n- hvem der hjælper\n  - og hvornår\n- hvad det koster',
      decision: 'Udvalget anbefaler **40 pladser**. Se https://eksempel.dk/pladser.',
    },
    { number: 3, title: 'Eventuelt', presenters: [], annexes: [] },
  ],
  breaksAfter: [1],
};

const later: MeetingPaper = {
  ...paper,
  theme: 'Året der gik',
  items: [
    ...paper.items.slice(0, 1),
    { number: 2, title: 'Et nyt punkt', presenters: [], annexes: [], decision: 'Taget til efterretning.' },
    {
      ...(paper.items[1] ?? { presenters: [], annexes: [] }),
      number: 3,
      title: 'Oplæringsvejledernes uddannelse',
      decision: 'Udvalget anbefaler **50 pladser**. Se https://eksempel.dk/pladser.',
      annexes: [],
    },
  ],
};

const { sample, approved, objected, versionTwo, remarked } = minutesViews['minutes-for-approval'];

const view: AnswerPageView = {
  name: 'Egon Eksempel',
  minutes: sample,
  paper,
  opened: false,
  rulings: [],
  receipts: [],
};

const receipts: AnswerPageView['receipts'] = (
  ['approve', 'withdraw-approval', 'object', 'withdraw-objection', 'remark'] as const
).map((verb, place) => ({
  verb,
  nonce: `n${place}`,
  receipt: `K7F${place}-92`,
  receivedAt: '2023-12-14T09:12:00Z',
}));

const second: AnswerPageView = {
  ...view,
  minutes: versionTwo,
  paper: later,
  before: { version: 1, paper },
  rulings: [
    { kind: 'partly', reason: 'Tallet var 50.\nResten står til troende.', itemNumbers: [3] },
    { kind: 'rejected', reason: 'Det blev ikke sagt på mødet.', itemNumbers: [] },
  ],
};

export const inventedAnswers = {
  unread: view,
  opened: { ...view, opened: true },
  approved: { ...view, minutes: approved, opened: true, receipts: receipts.slice(0, 1) },
  objected: { ...view, minutes: objected, opened: true, receipts: receipts.slice(2, 3) },
  second,
  superseded: { ...view, minutes: { ...sample, state: { kind: 'superseded', newest: 2 } } },
  pastDeadline: { ...view, minutes: { ...sample, state: { kind: 'past-deadline' } } },
  closed: { ...view, minutes: remarked, receipts: receipts.slice(4) },
  notAsked: { ...view, minutes: { ...sample, mine: { stance: 'not-asked' } } },
} as const satisfies Record<string, AnswerPageView>;

const place = { base: '/svar/token' };
const { unread, opened, approved: hasApproved, objected: hasObjected, pastDeadline } = inventedAnswers;
const receiptsShown = receipts.map(({ receipt }) => [
  `kvittering ${receipt}`,
  receiptPage({ ...unread, receipts }, place, receipt) ?? noticePage(webFormTexts.unknownLink),
]);

/** Every page behind a personal link, in each of its states. */
export const inventedPages: Readonly<Record<string, Page>> = {
  ...Object.fromEntries(
    Object.entries(inventedAnswers).map(([name, answer]) => [`forside, ${name}`, startPage(answer, place)]),
  ),
  referat: minutesPage(opened, place),
  'bekræft godkendelse': confirmApprovePage(unread, place),
  'bekræft fortryd': confirmWithdrawPage(hasApproved, place),
  'bekræft tilbagetrækning': confirmWithdrawObjectionPage(hasObjected, place, 'objection-1'),
  'kan ikke bekræftes': confirmApprovePage(hasApproved, place),
  indsigelse: objectionPage(unread, place),
  'indsigelse, mangler': objectionPage(unread, place, emptyObjection, [
    { field: 'itemNumber', fault: 'missing' },
    { field: 'text', fault: 'missing' },
    { field: 'proposedWording', fault: 'too-long' },
  ]),
  'sen bemærkning': objectionPage(pastDeadline, place),
  ...Object.fromEntries(receiptsShown),
  forskelle: differencePage(second, place, wordDifference),
  'forskelle, ingen': differencePage({ ...second, paper, rulings: [] }, place, wordDifference),
  'forskelle, version 1': differencePage(unread, place, wordDifference),
  'ukendt link': noticePage(webFormTexts.unknownLink),
  'forkert metode': noticePage(webFormTexts.wrongMethod, place),
  'ulæselig formular': noticePage(webFormTexts.badForm, place),
  'for mange': noticePage(webFormTexts.tooMany),
  'kan ikke svare': noticePage(webFormTexts.unavailable),
  fejl: noticePage(webFormTexts.failed('1a2b3c4d')),
  'afslag, erstattet': noticePage(webRefusal({ code: 'version-superseded', newest: 2 }), place),
  'afslag, afgjort': noticePage(webRefusal({ code: 'already-decided' }), place),
  'afslag, punkt': noticePage(webRefusal({ code: 'no-such-item' }), place),
};

const about = { name: 'Egon Eksempel', link: 'https://udvalg.eksempel.dk/svar/token' };

/** Every mail. */
export const inventedMails: Readonly<Record<string, MailView>> = {
  besked: { ...about, mail: 'minutes-notice', view: sample },
  'besked, version 2': { ...about, mail: 'minutes-notice', view: versionTwo },
  påmindelse: { ...about, mail: 'minutes-reminder', view: sample },
  udfald: { ...about, mail: 'minutes-outcome', view: inventedViews['minutes-outcome'].sample },
  afgørelse: { ...about, mail: 'objection-ruled', view: inventedViews['objection-ruled'].sample },
};

const ends =
  /<\/?(?:p|h\d|li|ul|div|section|article|header|tr|table|form|label|option|select|nav|blockquote|button|br|textarea|th|td)\b[^>]*>/g;

/** What a person reads of a page, a line a paragraph; buttons and links stand in brackets. */
export function linesOf({ title, body }: Page): readonly string[] {
  const marked = body
    .replaceAll(/<(?:button|a)\b[^>]*>/g, '[')
    .replaceAll(/<\/(?:button|a)>/g, ']')
    .replaceAll(ends, '\n')
    .replaceAll(/<[^>]+>/g, '');
  const plain = marked
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
  return [`(${title})`, ...plain.split('\n').map((line) => line.replaceAll(/\s+/g, ' ').trim())].filter(
    (line) => line !== '',
  );
}
