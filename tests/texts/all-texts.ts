import { renderCard, renderNotice } from '../../src/adapters/teams/cards/render-card.ts';
import { roles } from '../../src/domain/committee/committee.ts';
import type { CardName, CardView } from '../../src/ports/card-view.ts';
import type { NoticeView } from '../../src/presentation/cards/notice.ts';
import { happeningText } from '../../src/presentation/happenings.ts';
import { agendaTexts } from '../../src/presentation/texts/agenda.da.ts';
import { committeeTexts } from '../../src/presentation/texts/committee.da.ts';
import { unreadable } from '../../src/presentation/texts/import.da.ts';
import { invitationTexts } from '../../src/presentation/texts/invitation.da.ts';
import { meetingTexts, purposeWords, situationWords } from '../../src/presentation/texts/meeting.da.ts';
import { commands, menuTexts } from '../../src/presentation/texts/menu.da.ts';
import { minutesActs } from '../../src/presentation/texts/minutes.da.ts';
import { objectionActs } from '../../src/presentation/texts/objection.da.ts';
import { operationActs } from '../../src/presentation/texts/operation.da.ts';
import { refusalNotice } from '../../src/presentation/texts/refusal.da.ts';
import { wording } from '../../src/presentation/wording.ts';
import { at, hash } from '../cards/invented-meeting.ts';
import { allInventedViews, inventedViews } from '../cards/invented-views.ts';
import { evidenceLines, logLines, receiptTexts } from './evidence-texts.ts';
import { inventedClosings } from './invented-closings.ts';
import { inventedEvents } from './invented-events.ts';
import { inventedMails, inventedPages, linesOf } from './invented-pages.ts';
import { inventedRefusals } from './invented-refusals.ts';
import { wordsOf } from './words-of.ts';

type Section = {
  readonly title: string;
  readonly parts: readonly { readonly name: string; readonly lines: readonly string[] }[];
};

/** All words of a card's sample; of its other states only those that the sample has not. */
const newWords = (card: CardName, name: string, view: CardView): readonly string[] => {
  const known = name === 'sample' ? [] : wordsOf(renderCard(inventedViews[card].sample));
  return wordsOf(renderCard(view)).filter((words) => !known.includes(words));
};

const noticeLines = (notice: NoticeView): readonly string[] => wordsOf(renderNotice(notice));
const when = at('2023-12-14T09:12:00Z');
const deadline = at('2023-12-22T23:00:00Z');
const receipt = 'K7F3-92';

const told: Readonly<Record<string, NoticeView>> = {
  'dagsorden sendt': agendaTexts.published(17),
  'dagsorden sendt før': agendaTexts.publishedAlready(1),
  'chat knyttet': committeeTexts.linked('LUU SOSU-AMU'),
  deltager: invitationTexts.comingNoted('2023-12-08'),
  'afbud med suppleant': invitationTexts.apologiesNoted('2023-12-08', 'Sus Stedfortræder'),
  'afbud uden suppleant': invitationTexts.apologiesNoted('2023-12-08', undefined),
  'møde oprettet': meetingTexts.created('2024-03-15'),
  'møde holdt': meetingTexts.held,
  'møde holdt før': meetingTexts.heldAlready,
  'ukendt kommando': menuTexts.unknownCommand,
  godkendt: minutesActs.approved(when, receipt),
  'godkendt med frist': minutesActs.approved(when, receipt, deadline),
  'godkendt før': minutesActs.approvedAlready(when, receipt),
  'godkendelse trukket tilbage': minutesActs.approvalWithdrawn(when, receipt),
  'referat sendt': minutesActs.sent(2, 11, deadline),
  'indsigelse modtaget': objectionActs.received(when, receipt),
  'indsigelse modtaget før': objectionActs.receivedAlready(when, receipt),
  'sen bemærkning': objectionActs.keptAsLateRemark(when, receipt, 'mandag den 30. september 2024 kl. 24.00'),
  'indsigelse trukket tilbage': objectionActs.withdrawn(when, receipt),
  'klokken bekræftet': operationActs.clockConfirmed(when),
  'gå videre foreslået': operationActs.endProposed,
  'gået videre': operationActs.ended,
  'taget til følge': objectionActs.ruled('accepted'),
  'ikke taget til følge': objectionActs.ruled('rejected'),
};

const reasons = ['too-large', 'empty', 'unknown-type', 'damaged', 'unsafe', 'not-a-meeting-paper'] as const;
const parts = <T>(record: Readonly<Record<string, T>>, lines: (value: T) => readonly string[]) =>
  Object.entries(record).map(([name, value]) => ({ name, lines: lines(value) }));

const stored = (event: (typeof inventedEvents)[keyof typeof inventedEvents]) => ({
  seq: 1,
  stream: 'answer/meeting-1/2/person-1',
  version: 1,
  id: 'event-1',
  at: when,
  actor: { personId: 'person-1' },
  event,
  hash,
});

const names = { person: () => 'Egon Eksempel' };
const about = { committee: 'LUU SOSU-AMU', date: '2023-12-08', version: 2 };

/** All that the bot can say in Danish, as it is read. */
export const allTexts: readonly Section[] = [
  {
    title: 'Kort',
    parts: allInventedViews
      .filter(({ name }) => !['overfull', 'crowded', 'long', 'many', 'tooLong'].includes(name))
      .map(({ card, name, view }) => ({ name: `${card}, ${name}`, lines: newWords(card, name, view) })),
  },
  { title: 'Svar på handlinger', parts: parts({ ...told, ...receiptTexts }, noticeLines) },
  { title: 'Bevis for godkendelsesforløbet', parts: [{ name: 'side', lines: evidenceLines }] },
  { title: 'Loggen i terminalen', parts: parts(logLines, (lines) => lines) },
  {
    title: 'Mails',
    parts: parts(inventedMails, (view) => {
      const { subject, text } = wording.mail(view);
      return [`(${subject})`, ...text.split('\n').filter((line) => line !== '')];
    }),
  },
  { title: 'Sider bag personlige links', parts: parts(inventedPages, linesOf) },
  { title: 'Afslag', parts: parts(inventedRefusals, (refusal) => noticeLines(refusalNotice(refusal))) },
  {
    title: 'Filer, der ikke kan læses',
    parts: reasons.map((reason) => ({ name: reason, lines: noticeLines(unreadable(reason)) })),
  },
  { title: 'Hændelser', parts: parts(inventedEvents, (event) => [happeningText(stored(event), names)]) },
  {
    title: 'Punktet om det forrige referat',
    parts: parts(inventedClosings, (meeting) => {
      const { title, summary = '' } = wording.previousMinutes({ date: '2023-09-22', meeting });
      return [title, summary];
    }),
  },
  {
    title: 'Kommandoer',
    parts: parts(commands, ({ name, title, description }) => [`${name} · ${title} · ${description}`]),
  },
  { title: 'Punkters art', parts: parts(purposeWords, (word) => [word]) },
  { title: 'Mødets situation', parts: parts(situationWords, (word) => [word]) },
  {
    title: 'Roller på papir',
    parts: roles.map((role) => ({ name: role, lines: [wording.role(role, about.committee) ?? '–'] })),
  },
  {
    title: 'Filnavne',
    parts: (['agenda', 'minutes-draft', 'minutes', 'evidence'] as const).map((paper) => ({
      name: paper,
      lines: [wording.fileName(paper, about)],
    })),
  },
];
