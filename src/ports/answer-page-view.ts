import type { RulingKind } from '../domain/meeting/meeting-event.ts';
import type { MeetingPaper } from '../domain/meeting/meeting-paper.ts';
import type { Receipt } from '../domain/minutes/answer.ts';
import type { MinutesForApprovalView } from './minutes-card-view.ts';

/** What the page of a personal link shows: one person, one version. Never who else answered, or what they objected to. */
export type AnswerPageView = {
  /** Whom the link belongs to. */
  readonly name: string;
  readonly minutes: MinutesForApprovalView;
  readonly paper: MeetingPaper;
  /** The notice reached the person: in Teams, or because they asked for the text. */
  readonly opened: boolean;
  readonly before?: { readonly version: number; readonly paper: MeetingPaper };
  /** What was decided about objections to the version before; `itemNumbers`: where the text was changed for it. */
  readonly rulings: readonly {
    readonly kind: RulingKind;
    readonly reason: string;
    readonly itemNumbers: readonly number[];
  }[];
  /** The person's own, the oldest first. */
  readonly receipts: readonly Receipt[];
};
