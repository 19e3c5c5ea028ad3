import type { AnswerPageView } from '../../ports/answer-page-view.ts';
import { minutesTexts, resultTexts } from '../texts/minutes.da.ts';
import { howItCame } from '../texts/record-objection.da.ts';
import { webFormTexts } from '../texts/web-form.da.ts';
import { all, type Html } from './html.ts';
import { noteBox } from './page.ts';

/** How the version stands, where it no longer waits for answers. */
export const stateNote = ({ minutes: { state, deadline } }: AnswerPageView): Html | undefined => {
  switch (state.kind) {
    case 'open':
      return undefined;
    case 'superseded':
      return noteBox('warning', [webFormTexts.superseded(state.newest)]);
    case 'past-deadline':
      return noteBox('emphasis', [webFormTexts.pastDeadline(deadline)]);
    case 'closed': {
      const tone = state.result.startsWith('approved') ? 'good' : 'attention';
      return noteBox(tone, [resultTexts[state.result].sentence, webFormTexts.closed]);
    }
  }
};

/** What the person has answered, and how long it can be changed. */
export const mineNote = ({ minutes: { mine, state, deadline } }: AnswerPageView): Html | undefined => {
  const open = state.kind === 'open';
  switch (mine.stance) {
    case 'silent':
      return undefined;
    case 'not-asked':
      return noteBox('emphasis', [minutesTexts.notAsked]);
    case 'approved':
      return noteBox('good', [
        `${minutesTexts.youApproved(mine.at, mine.receipt)}.`,
        ...(open ? [minutesTexts.youMayRegret(deadline)] : []),
      ]);
    case 'objected':
      return noteBox('warning', [
        ...mine.objections.map(({ objection: { itemNumber }, at, receipt, onBehalf }) =>
          onBehalf === undefined
            ? `${minutesTexts.youObjected(itemNumber, at, receipt)}.`
            : `${minutesTexts.objectedForYou(itemNumber, at, receipt, howItCame(onBehalf))}.`,
        ),
        ...(open ? [minutesTexts.objectionBlocks(deadline)] : []),
      ]);
  }
};

/** Remarks that came too late, and objections that were taken back. */
export const asideNotes = ({ minutes: { remarks, withdrawn } }: AnswerPageView): Html =>
  all(
    remarks.map(({ itemNumber, at, receipt, onBehalf }) =>
      noteBox('emphasis', [
        onBehalf === undefined
          ? `${minutesTexts.remarked(itemNumber, at, receipt)}.`
          : `${minutesTexts.remarkedForYou(itemNumber, at, receipt, howItCame(onBehalf))}.`,
      ]),
    ),
    withdrawn.map(({ itemNumber }) => noteBox('emphasis', [minutesTexts.youWithdrew(itemNumber)])),
  );
