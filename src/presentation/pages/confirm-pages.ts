import type { AnswerPageView } from '../../ports/answer-page-view.ts';
import { minutesTexts } from '../texts/minutes.da.ts';
import { objectionTexts } from '../texts/objection.da.ts';
import { webFormPaths, webFormTexts } from '../texts/web-form.da.ts';
import { all, element, type Html, paragraphs, text } from './html.ts';
import { actForm, backLink, linkTo, type Page, type Place, pageHead, submitButton } from './page.ts';

type Confirming = {
  readonly heading: string;
  readonly asked: Html;
  readonly action: string;
  readonly button: string;
};

/** One thing, said in full, and one button: what a link leads to never acts by itself. */
const confirmPage = (view: AnswerPageView, place: Place, confirming: Confirming): Page => {
  const { meeting, version, hash, nonce } = view.minutes;
  const { heading, asked, action, button } = confirming;
  return {
    title: `${heading} – ${meeting.committee}`,
    body: all(
      pageHead(`${meeting.committee} · ${minutesTexts.heading(meeting.date, version)}`, heading),
      asked,
      element('p', { class: 'owner' }, text(webFormTexts.belongsTo(view.name))),
      actForm(`${place.base}/${action}`, { nonce, hash }, submitButton(button)),
      element('p', { class: 'back' }, linkTo(place.base, webFormTexts.cancel)),
    ),
  };
};

const notPossible = ({ minutes }: AnswerPageView, place: Place): Page => ({
  title: webFormTexts.notPossibleHeading,
  body: all(
    pageHead(minutes.meeting.committee, webFormTexts.notPossibleHeading),
    paragraphs([webFormTexts.notPossible]),
    backLink(place),
  ),
});

export const confirmApprovePage = (view: AnswerPageView, place: Place): Page => {
  const { meeting, version, mine, state } = view.minutes;
  if (state.kind !== 'open' || mine.stance !== 'silent') return notPossible(view, place);
  return confirmPage(view, place, {
    heading: webFormTexts.confirmApproveHeading,
    asked: paragraphs([
      webFormTexts.confirmApprove(meeting.date, version, meeting.committee),
      minutesTexts.youMayRegret(view.minutes.deadline),
    ]),
    action: webFormPaths.approve,
    button: webFormTexts.confirmApproveButton,
  });
};

export const confirmWithdrawPage = (view: AnswerPageView, place: Place): Page => {
  const { mine, state } = view.minutes;
  if (state.kind !== 'open' || mine.stance !== 'approved') return notPossible(view, place);
  return confirmPage(view, place, {
    heading: webFormTexts.confirmWithdrawHeading,
    asked: paragraphs([webFormTexts.confirmWithdraw]),
    action: webFormPaths.withdrawApproval,
    button: webFormTexts.confirmWithdrawButton,
  });
};

export const confirmWithdrawObjectionPage = (
  view: AnswerPageView,
  place: Place,
  objectionId: string,
): Page => {
  const { mine } = view.minutes;
  const found =
    mine.stance === 'objected' ? mine.objections.find((each) => each.objectionId === objectionId) : undefined;
  if (found === undefined) return notPossible(view, place);
  const { itemNumber, text: words } = found.objection;
  const title = view.paper.items.find((item) => item.number === itemNumber)?.title ?? '';
  return confirmPage(view, place, {
    heading: webFormTexts.confirmWithdrawObjectionHeading,
    asked: all(
      paragraphs([webFormTexts.confirmWithdrawObjection]),
      element(
        'blockquote',
        {},
        paragraphs([
          itemNumber === undefined ? objectionTexts.wholeMinutes : objectionTexts.theItem(itemNumber, title),
          ...words.split('\n').filter((line) => line.trim() !== ''),
        ]),
      ),
    ),
    action: `${webFormPaths.withdrawObjection}/${objectionId}`,
    button: webFormTexts.confirmWithdrawObjectionButton,
  });
};
