import type { ApprovalCounts, RulingKind } from '../domain/meeting/meeting-event.ts';
import type { RecordedOnBehalf } from '../domain/minutes/answer-event.ts';
import type { MeetingFacts } from './meeting-facts.ts';
import type { Unreached } from './unreached.ts';

/** A person who can be chosen in a dialog. */
export type Choosable = { readonly personId: string; readonly name: string };

/**
 * To secretary, chair and vice-chair: why silence could not count, and what can be done (R18). What the viewer may do stands
 * in `may`; nothing where somebody has taken a stand.
 */
export type NeedsDecisionView = {
  readonly card: 'needs-decision';
  readonly meeting: MeetingFacts;
  readonly version: number;
  readonly counts: ApprovalCounts;
  /** `unreached`: silence cannot count; `explicit`: the rules want an answer of all; `nobody-asked`: R19. */
  readonly why: 'unreached' | 'explicit' | 'nobody-asked';
  readonly unreached: readonly Unreached[];
  readonly state:
    | { readonly kind: 'open' }
    | {
        readonly kind: 'proposed';
        readonly proposedBy: string;
        readonly mine: boolean;
        readonly reason: string;
      }
    | {
        readonly kind: 'approved';
        readonly first: string;
        readonly second: string;
        readonly at: Temporal.Instant;
      }
    | { readonly kind: 'deferred'; readonly deferredBy: string }
    | { readonly kind: 'superseded'; readonly newest: number };
  readonly may: {
    readonly send: boolean;
    readonly propose: boolean;
    readonly agree: boolean;
    readonly defer: boolean;
  };
};

/** The first of two says why. */
export type ApproveByTwoDialogView = {
  readonly card: 'approve-by-two';
  readonly meeting: MeetingFacts;
  readonly version: number;
  /** The second of the two must be chair or vice-chair. */
  readonly needsHead: boolean;
};

/** R17: what reached the committee another way. */
export type RecordObjectionDialogView = {
  readonly card: 'record-objection';
  readonly meeting: MeetingFacts;
  readonly version: number;
  readonly hash: string;
  readonly nonce: string;
  readonly persons: readonly Choosable[];
  readonly items: readonly { readonly number: number; readonly title: string }[];
  /** ISO date and Danish wall time of now, to begin with. */
  readonly date: string;
  readonly time: string;
};

export type ExtendDeadlineDialogView = {
  readonly card: 'extend-deadline';
  readonly meeting: MeetingFacts;
  readonly version: number;
  readonly deadline: Temporal.Instant;
  /** ISO date of the first working day after the present last day. */
  readonly proposedDay: string;
  readonly persons: readonly Choosable[];
  /** Those of them whose silence does not count as it stands. */
  readonly unreached: readonly string[];
};

/** R13: somebody leaves the committee. */
export type EndMandateDialogView = {
  readonly card: 'end-mandate';
  readonly committeeId: string;
  readonly committee: string;
  readonly persons: readonly Choosable[];
  readonly today: string;
};

/**
 * R13: to whoever takes over the seat of somebody who left: that an objection stands, not what it says, as members were
 * promised.
 */
export type ObjectionInheritedView = {
  readonly card: 'objection-inherited';
  readonly meeting: MeetingFacts;
  readonly version: number;
  readonly objector: string;
  readonly receivedAt: Temporal.Instant;
  readonly item?: { readonly number: number; readonly title: string };
  readonly withdrawn: boolean;
  readonly ruling?: { readonly kind: RulingKind };
};

/** How an objection came that somebody else recorded. */
export type OnBehalfShown = Pick<RecordedOnBehalf, 'source' | 'sourceNote'> & {
  readonly reachedAt: Temporal.Instant;
};

export type DecisionCardView =
  | NeedsDecisionView
  | ApproveByTwoDialogView
  | RecordObjectionDialogView
  | ExtendDeadlineDialogView
  | EndMandateDialogView
  | ObjectionInheritedView;
