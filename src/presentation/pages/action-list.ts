import type { AnswerPageView } from '../../ports/answer-page-view.ts';
import { webFormPaths, webFormTexts } from '../texts/web-form.da.ts';
import { element, type Html, text } from './html.ts';
import { linkTo, type Place } from './page.ts';

type Choice = { readonly part: string; readonly words: string };

const choices = ({ minutes: { mine, state } }: AnswerPageView): readonly Choice[] => {
  if (mine.stance === 'not-asked' || state.kind === 'superseded') return [];
  if (state.kind !== 'open') return [{ part: webFormPaths.object, words: webFormTexts.remark }];
  const object = { part: webFormPaths.object, words: webFormTexts.object };
  if (mine.stance === 'silent') return [{ part: webFormPaths.approve, words: webFormTexts.approve }, object];
  if (mine.stance === 'approved')
    return [{ part: webFormPaths.withdrawApproval, words: webFormTexts.withdrawApproval }, object];
  const withdraw = mine.objections.map(({ objectionId, objection: { itemNumber } }) => ({
    part: `${webFormPaths.withdrawObjection}/${objectionId}`,
    words:
      itemNumber === undefined
        ? webFormTexts.withdrawObjection
        : webFormTexts.withdrawObjectionTo(itemNumber),
  }));
  return [...withdraw, { ...object, words: webFormTexts.objectAgain }];
};

/** Links to the pages that ask for a yes: none of them acts by being opened. */
export const actionList = (view: AnswerPageView, { base }: Place): Html | undefined => {
  const possible = choices(view);
  if (possible.length === 0) return undefined;
  return element(
    'nav',
    { 'aria-labelledby': 'actions' },
    element('h2', { id: 'actions' }, text(webFormTexts.actions)),
    element(
      'ul',
      { class: 'actions' },
      possible.map(({ part, words }) => element('li', {}, linkTo(`${base}/${part}`, words, 'button'))),
    ),
  );
};
