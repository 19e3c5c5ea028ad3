import type {
  ApprovalCounts,
  ApprovalResult,
  DeadlineExtension,
  RulingKind,
} from '../domain/meeting/meeting-event.ts';
import type { ActVerb, NoticeTry } from '../domain/minutes/answer.ts';
import type { RecordedOnBehalf } from '../domain/minutes/answer-event.ts';
import type { Changed } from '../domain/minutes/minutes-text.ts';
import type { MeetingFacts } from './meeting-facts.ts';

/** One thing that happened to a version. `name`: of the person it happened to, or who did it. */
export type TimelineEntry = { readonly at: Temporal.Instant } & (
  | {
      readonly kind: 'sent';
      readonly asked: number;
      readonly deadline: Temporal.Instant;
      readonly changes: readonly Changed[];
    }
  | ({ readonly kind: 'told'; readonly name: string } & Pick<NoticeTry, 'about' | 'channel' | 'result'>)
  | { readonly kind: 'reminded'; readonly persons: number }
  | {
      readonly kind: 'act';
      readonly name: string;
      readonly verb: ActVerb;
      readonly receipt: string;
      readonly item?: number;
      /** R17: who noted it for the person, and how it had reached the committee. */
      readonly onBehalf?: { readonly by: string; readonly source: RecordedOnBehalf['source'] };
    }
  | {
      readonly kind: 'ruling';
      readonly name: string;
      readonly ruling: RulingKind;
      readonly objector?: string;
      readonly item?: number;
    }
  | {
      readonly kind: 'extension';
      readonly cause: DeadlineExtension['reason'];
      readonly until: Temporal.Instant;
      /** Absent: everybody. */
      readonly names?: readonly string[];
    }
  | { readonly kind: 'downtime'; readonly until: Temporal.Instant }
  | { readonly kind: 'closed'; readonly result: ApprovalResult; readonly counts: ApprovalCounts }
  | { readonly kind: 'proposed'; readonly name: string }
  | { readonly kind: 'by-two'; readonly first: string; readonly second: string }
  | { readonly kind: 'deferred'; readonly name: string }
);

/** The whole course of a meeting's minutes, with names: for those who serve the committee, and nobody else. */
export type TimelineView = {
  readonly card: 'timeline';
  readonly meeting: MeetingFacts;
  /** The first version first; what happened to each in the order in which it happened. */
  readonly versions: readonly { readonly version: number; readonly entries: readonly TimelineEntry[] }[];
};
