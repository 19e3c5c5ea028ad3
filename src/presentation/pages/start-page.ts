import type { AnswerPageView } from '../../ports/answer-page-view.ts';
import { richLine } from '../cards/rich-lines.ts';
import { whyDeadline } from '../texts/deadline.da.ts';
import { changesSentence, minutesTexts, silenceSentence } from '../texts/minutes.da.ts';
import { webFormPaths, webFormTexts } from '../texts/web-form.da.ts';
import { actionList } from './action-list.ts';
import { asideNotes, mineNote, stateNote } from './answer-notes.ts';
import { all, element, type Html, paragraphs, text } from './html.ts';
import { actForm, linkTo, type Page, type Place, pageHead, submitButton } from './page.ts';

/** What is asked, how it stands, what can be done: the whole of it in one view, each act one press away. */
export const startPage = (view: AnswerPageView, place: Place): Page => {
  const { minutes, name } = view;
  const { meeting, version } = minutes;
  const heading = minutesTexts.heading(meeting.date, version);
  return {
    title: `${heading} – ${meeting.committee}`,
    body: all(
      pageHead(meeting.committee, heading),
      element(
        'p',
        { class: 'owner' },
        text(webFormTexts.belongsTo(name)),
        text(` ${webFormTexts.notYou(name)}`),
      ),
      stateNote(view),
      mineNote(view),
      asideNotes(view),
      asked(view),
      changes(view, place),
      reading(view, place),
      decisions(view),
      actionList(view, place),
      receipts(view),
    ),
  };
};

const asked = ({ minutes }: AnswerPageView): Html | undefined => {
  const { mine, state, terms, deadline } = minutes;
  if (state.kind !== 'open' || mine.stance !== 'silent') return undefined;
  return all(
    element('p', { class: 'asked' }, text(minutesTexts.asked(deadline))),
    paragraphs([silenceSentence(terms), whyDeadline(minutes)]),
  );
};

const changes = ({ minutes, before }: AnswerPageView, { base }: Place): Html | undefined =>
  before === undefined
    ? undefined
    : element(
        'p',
        {},
        text(`${changesSentence(minutes.version, minutes.changes)} `),
        linkTo(`${base}/${webFormPaths.differences}`, minutesTexts.seeChanges),
      );

/** The press that makes the notice one that reached the person: a mail scanner follows links, it presses nothing. */
const reading = ({ opened, minutes: { state, mine } }: AnswerPageView, { base }: Place): Html =>
  actForm(
    `${base}/${webFormPaths.read}`,
    {},
    submitButton(opened ? webFormTexts.readAgain : webFormTexts.read, opened ? 'secondary' : 'primary'),
    opened || state.kind !== 'open' || mine.stance !== 'silent'
      ? all()
      : element('p', { class: 'small' }, text(webFormTexts.readExplained)),
  );

const decisions = ({ minutes }: AnswerPageView): Html | undefined =>
  minutes.decisions.length === 0
    ? undefined
    : all(
        element('h2', {}, text(minutesTexts.decisions)),
        element(
          'ul',
          {},
          minutes.decisions.map(({ number, title, decision }) =>
            element(
              'li',
              {},
              element('strong', {}, text(`${number}. ${title}:`)),
              text(` ${richLine(decision, 400)}`),
            ),
          ),
        ),
      );

const receipts = ({ receipts: own }: AnswerPageView): Html | undefined =>
  own.length === 0
    ? undefined
    : all(
        element('h2', {}, text(webFormTexts.receipts)),
        element(
          'ul',
          {},
          own.map(({ verb, receipt, receivedAt }) =>
            element(
              'li',
              {},
              text(
                webFormTexts.receiptLine(
                  webFormTexts.receiptVerbs[verb],
                  Temporal.Instant.from(receivedAt),
                  receipt,
                ),
              ),
            ),
          ),
        ),
      );
