import type {
  ApprovalCounts,
  ApprovalResult,
  ApprovalTerms,
  DeadlineExtension,
  RulingKind,
} from '../domain/meeting/meeting-event.ts';
import type { ItemField } from '../domain/meeting/meeting-paper.ts';
import type { ObjectionText } from '../domain/minutes/answer-event.ts';
import type { Changed } from '../domain/minutes/minutes-text.ts';
import type { OnBehalfShown } from './decision-card-view.ts';
import type { MeetingFacts } from './meeting-facts.ts';

/** The instant in `at` is never later than now. */
export type Receipted = { readonly receipt: string; readonly at: Temporal.Instant };

export type MyAnswer =
  | { readonly stance: 'not-asked' }
  | { readonly stance: 'silent' }
  | ({ readonly stance: 'approved' } & Receipted)
  | {
      readonly stance: 'objected';
      readonly objections: readonly (Receipted & {
        readonly objectionId: string;
        readonly objection: ObjectionText;
        readonly onBehalf?: OnBehalfShown;
      })[];
    };

/** Why a deadline is no longer the one that was first given; `personal`: for the viewer only. */
export type DeadlineMoved = { readonly cause: DeadlineExtension['reason']; readonly personal: boolean };

export type MinutesForApprovalView = {
  readonly card: 'minutes-for-approval';
  readonly meeting: MeetingFacts;
  readonly version: number;
  readonly hash: string;
  readonly nonce: string;
  readonly terms: ApprovalTerms;
  /** The one that holds for this person. */
  readonly deadline: Temporal.Instant;
  readonly moved?: DeadlineMoved;
  readonly personId: string;
  /** At most five, the first of the paper that have a decision. */
  readonly decisions: readonly {
    readonly number: number;
    readonly title: string;
    readonly decision: string;
  }[];
  /** Against the version before; empty for version 1. */
  readonly changes: readonly Changed[];
  readonly mine: MyAnswer;
  /** What came too late to count, and objections taken back: the person's own, oldest first. */
  readonly remarks: readonly (Receipted & {
    readonly itemNumber?: number;
    readonly onBehalf?: OnBehalfShown;
  })[];
  readonly withdrawn: readonly { readonly itemNumber?: number }[];
  /** The person's own page, where the changes since the version before are shown. */
  readonly link?: string;
  readonly state:
    | { readonly kind: 'open' }
    | { readonly kind: 'superseded'; readonly newest: number }
    /** `until`: others have longer, and it is decided after that. */
    | { readonly kind: 'past-deadline'; readonly until?: Temporal.Instant }
    | { readonly kind: 'closed'; readonly result: ApprovalResult };
  readonly pdf?: string;
};

/** The same card with the same buttons, sent to those who have not answered. */
export type MinutesReminderView = Omit<MinutesForApprovalView, 'card'> & {
  readonly card: 'minutes-reminder';
  readonly number: number;
};

export type ObjectionDialogView = {
  readonly card: 'objection';
  readonly meeting: MeetingFacts;
  readonly version: number;
  readonly hash: string;
  readonly nonce: string;
  readonly items: readonly { readonly number: number; readonly title: string }[];
};

/** Never says who objected or what: counts only. */
export type MinutesStatusView = {
  readonly card: 'minutes-status';
  readonly meeting: MeetingFacts;
  readonly version: number;
  readonly hash: string;
  readonly nonce: string;
  readonly terms: ApprovalTerms;
  /** Everybody's. */
  readonly deadline: Temporal.Instant;
  readonly moved?: DeadlineMoved;
  /** How many have longer than that, and until when at the latest. */
  readonly longer?: { readonly persons: number; readonly until: Temporal.Instant };
  readonly counts: { readonly entitled: number; readonly approved: number; readonly objected: number };
  readonly state: MinutesForApprovalView['state'];
  readonly pdf?: string;
};

export type MinutesOutcomeView = {
  readonly card: 'minutes-outcome';
  readonly meeting: MeetingFacts;
  readonly version: number;
  readonly result: ApprovalResult;
  readonly counts: ApprovalCounts;
  readonly terms: ApprovalTerms;
  /** The last one anybody had. */
  readonly deadline: Temporal.Instant;
  readonly pdf?: string;
  readonly docx?: string;
  /** For those who serve the committee: the course with names, and the paper on the decision once it lies there. */
  readonly serving?: { readonly evidence?: string };
};

/** To chair and minute-taker. `current` is the item's text in the version objected to. */
export type ObjectionReceivedView = {
  readonly card: 'objection-received';
  readonly meeting: MeetingFacts;
  readonly version: number;
  readonly objectionId: string;
  readonly objectorId: string;
  readonly objector: string;
  readonly receivedAt: Temporal.Instant;
  readonly objection: ObjectionText;
  readonly late: boolean;
  readonly withdrawn: boolean;
  /** With the name of whoever recorded it. */
  readonly onBehalf?: OnBehalfShown & { readonly recordedBy: string };
  /** R13: the objector has left; the objection stands. */
  readonly left?: { readonly until: Temporal.Instant; readonly successor?: string };
  readonly item?: { readonly number: number; readonly title: string };
  readonly current: Readonly<Partial<Record<ItemField, string>>>;
  readonly ruling?: { readonly kind: RulingKind; readonly reason: string };
  /** The version that would carry the ruling out, while it has not been sent. */
  readonly nextVersion?: number;
};

/** Dialog in which the ruling is written; the fields are prefilled with today's text of the item. */
export type RulingDialogView = Omit<ObjectionReceivedView, 'card'> & {
  readonly card: 'ruling';
  readonly kind: RulingKind;
};

/** To the objector. */
export type ObjectionRuledView = {
  readonly card: 'objection-ruled';
  readonly meeting: MeetingFacts;
  readonly version: number;
  readonly objection: ObjectionText;
  readonly item?: { readonly number: number; readonly title: string };
  readonly ruling: { readonly kind: RulingKind; readonly reason: string };
};
