import type {
  ApprovalCounts,
  ApprovalResult,
  ApprovalTerms,
  RulingKind,
} from '../domain/meeting/meeting-event.ts';
import type { ItemField } from '../domain/meeting/meeting-paper.ts';
import type { ObjectionText } from '../domain/minutes/answer-event.ts';
import type { ChangedItem } from '../domain/minutes/minutes-text.ts';
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
      })[];
    };

export type MinutesForApprovalView = {
  readonly card: 'minutes-for-approval';
  readonly meeting: MeetingFacts;
  readonly version: number;
  readonly hash: string;
  readonly nonce: string;
  readonly terms: ApprovalTerms;
  readonly personId: string;
  /** At most five, the first of the paper that have a decision. */
  readonly decisions: readonly {
    readonly number: number;
    readonly title: string;
    readonly decision: string;
  }[];
  /** Against the version before; empty for version 1. */
  readonly changes: readonly ChangedItem[];
  readonly mine: MyAnswer;
  /** The person's own page, where the changes since the version before are shown. */
  readonly link?: string;
  readonly state:
    | { readonly kind: 'open' }
    | { readonly kind: 'superseded'; readonly newest: number }
    | { readonly kind: 'past-deadline' }
    | { readonly kind: 'closed'; readonly result: ApprovalResult };
  readonly pdf?: string;
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
  readonly pdf?: string;
  readonly docx?: string;
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
