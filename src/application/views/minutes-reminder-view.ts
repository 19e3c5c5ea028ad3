import { type Answer, stanceOf } from '../../domain/minutes/answer.ts';
import type { MinutesForApprovalView, MinutesReminderView } from '../../ports/minutes-card-view.ts';

/**
 * The reminder before a person: nothing where somebody has answered meanwhile and was not reminded yet, or where there is
 * nothing to answer any more. One that stands already shows the state, as the card it reminds of.
 */
export function minutesReminderView(
  view: MinutesForApprovalView,
  answer: Answer,
  reminder: { readonly number: number; readonly delivered: boolean },
): MinutesReminderView | undefined {
  const { number, delivered } = reminder;
  const isWanted = stanceOf(answer) === 'silent' && view.state.kind === 'open';
  return delivered || isWanted ? { ...view, card: 'minutes-reminder', number } : undefined;
}
