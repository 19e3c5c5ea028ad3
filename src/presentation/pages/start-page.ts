import type { AnswerPageView } from '../../ports/answer-page-view.ts';
import { richLine } from '../cards/rich-lines.ts';
import { whyDeadline } from '../texts/deadline.da.ts';
import { changesSentence, minutesTexts, resultTexts, silenceSentence } from '../texts/minutes.da.ts';
import { webFormPaths, webFormTexts } from '../texts/web-form.da.ts';
import { actionList } from './action-list.ts';
import { all, element, type Html, paragraphs, text } from './html.ts';
import { actForm, linkTo, noteBox, type Page, type Place, pageHead, submitButton } from './page.ts';

/** What is asked, how it stands, what can be done: the whole of it in one view, each act one press away. */
export const startPage = (view: AnswerPageView, place: Place): Page => {
  const { minutes, name } = view;
  const { meeting, version } = minutes;
  const heading = minutesTexts.heading(meeting.date, version);
  return {
    title: `${heading} – ${meeting.committee}`,
    body: all(
      pageHead(meeting.committee, heading),
      element('p', { class: 'owner' }, text(webFormTexts.belongsTo(name)), text(` ${webFormTexts.notYou}`)),
      stateNote(view),
      mineNote(view),
      asked(view),
      changes(view, place),
      reading(view, place),
      decisions(view),
      actionList(view, place),
      receipts(view),
    ),
  };
};

const stateNote = ({ minutes: { state, deadline } }: AnswerPageView): Html | undefined => {
  switch (state.kind) {
    case 'open':
      return undefined;
    case 'superseded':
      return noteBox('warning', [webFormTexts.superseded(state.newest)]);
    case 'past-deadline':
      return noteBox('emphasis', [webFormTexts.pastDeadline(deadline)]);
    case 'closed': {
      const tone = /^approved/.test(state.result) ? 'good' : 'attention';
      return noteBox(tone, [resultTexts[state.result].sentence, webFormTexts.closed]);
    }
  }
};

const mineNote = ({ minutes: { mine, state, deadline } }: AnswerPageView): Html | undefined => {
  const open = state.kind === 'open';
  if (mine.stance === 'silent') return undefined;
  if (mine.stance === 'not-asked') return noteBox('emphasis', [minutesTexts.notAsked]);
  if (mine.stance === 'approved')
    return noteBox('good', [
      `${minutesTexts.youApproved(mine.at, mine.receipt)}.`,
      ...(open ? [minutesTexts.youMayRegret(deadline)] : []),
    ]);
  return noteBox('warning', [
    ...mine.objections.map(
      ({ objection, at, receipt }) => `${minutesTexts.youObjected(objection.itemNumber, at, receipt)}.`,
    ),
    ...(open ? [minutesTexts.objectionBlocks(deadline)] : []),
  ]);
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
const reading = ({ opened, minutes: { state } }: AnswerPageView, { base }: Place): Html =>
  actForm(
    `${base}/${webFormPaths.read}`,
    {},
    submitButton(opened ? webFormTexts.readAgain : webFormTexts.read, opened ? 'secondary' : 'primary'),
    opened || state.kind !== 'open'
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
