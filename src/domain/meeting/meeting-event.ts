import type { AgendaItem } from '../agenda/agenda.ts';
import type { CommitteeId, PersonId } from '../committee/committee.ts';
import type { DeadlineReason } from '../minutes/objection-deadline.ts';
import type { ApprovalSettings } from '../rules/rules-of-procedure.ts';
import type { MeetingPaper, PaperParticipant } from './meeting-paper.ts';

export type MeetingId = string;

export type Place = NonNullable<MeetingPaper['place']>;

/** When, where and who leads: what is known of a meeting from the moment it is planned. */
export type MeetingPlan = {
  readonly meetingId: MeetingId;
  readonly committeeId: CommitteeId;
  /** ISO date and Danish wall times. */
  readonly date: string;
  readonly from: string;
  readonly to: string;
  readonly place?: Place;
  readonly theme?: string;
  readonly presidingPerson?: string;
  readonly minuteTaker?: string;
  /** People named in an imported paper; the committee's own members are added when the minutes are drafted. */
  readonly named: readonly PaperParticipant[];
};

export type Substitute = { readonly name: string; readonly personId?: PersonId };

/** What was asked of the members with a version, frozen when it was sent. */
export type ApprovalTerms = ApprovalSettings & {
  readonly deadline: string;
  readonly deadlineReason: DeadlineReason;
  readonly deadlineDays: number;
  readonly movedFromClosedDay: boolean;
  readonly approval: 'tacit' | 'explicit';
  readonly noticeDaysBeforeDeadline: number;
  /** The rule silence rests on: place in the rules of procedure, and its words. */
  readonly approvalParagraph: string;
  readonly approvalText: string;
};

export const rulings = ['accepted', 'partly', 'rejected'] as const;
export type RulingKind = (typeof rulings)[number];

/** New wording of one field of one item, set by those who rule. An absent text empties the field. */
export type Amendment = {
  readonly itemNumber: number;
  readonly field: 'casePresentation' | 'recommendation' | 'summary' | 'decision';
  readonly text?: string;
};

export const approvalResults = [
  'approvedTacitly',
  'approvedByAll',
  'approvedByTwo',
  'contested',
  'needsDecision',
] as const;
export type ApprovalResult = (typeof approvalResults)[number];

/**
 * A deadline that was moved, always later (R9): for everybody after downtime (R8), for persons whose notice came late (R7),
 * or because the secretary gave more time.
 */
export type DeadlineExtension = {
  readonly reason: 'downtime' | 'late-notice' | 'more-time';
  readonly deadline: string;
  /** Absent: everybody. */
  readonly persons?: readonly PersonId[];
};

/** `number` counts from 1, at most three a version. */
export type PlannedReminder = { readonly number: number; readonly at: string };

export type ApprovalCounts = {
  readonly entitled: number;
  readonly approved: number;
  readonly silent: number;
  readonly objected: number;
  readonly unreached: number;
};

export type MeetingEvent =
  | ({ readonly type: 'MeetingPlanned' } & MeetingPlan)
  | {
      readonly type: 'AgendaDrafted';
      readonly items: readonly AgendaItem[];
      readonly breaksAfter: readonly number[];
    }
  | {
      readonly type: 'AgendaPublished';
      readonly paper: MeetingPaper;
      readonly hash: string;
      readonly invited: readonly PersonId[];
    }
  | { readonly type: 'AttendanceAnnounced'; readonly personId: PersonId; readonly nonce: string }
  | {
      readonly type: 'ApologiesSent';
      readonly personId: PersonId;
      readonly nonce: string;
      readonly substitute?: Substitute;
      readonly message?: string;
    }
  /** The hour of the meeting came: from now on the minutes can be drafted. */
  | { readonly type: 'MeetingTimeCame' }
  | { readonly type: 'MeetingHeld' }
  | { readonly type: 'MinutesDrafted'; readonly paper: MeetingPaper }
  | ({
      readonly type: 'MinutesSent';
      readonly version: number;
      readonly paper: MeetingPaper;
      readonly hash: string;
      readonly entitled: readonly PersonId[];
      /** Absent in logs from before it was kept. */
      readonly sentAt?: string;
      /** Computed once, with the deadline; absent: nobody is reminded. */
      readonly remindersPlanned?: readonly PlannedReminder[];
    } & ApprovalTerms)
  | {
      readonly type: 'ObjectionRuled';
      readonly objectionId: string;
      readonly ruling: RulingKind;
      readonly reason: string;
      readonly ruledBy: PersonId;
      readonly amendments: readonly Amendment[];
    }
  | {
      readonly type: 'MinutesClosed';
      readonly version: number;
      readonly result: ApprovalResult;
      readonly counts: ApprovalCounts;
      readonly objections: readonly string[];
    }
  /** `closesAt`: the latest deadline anybody has now; the version is decided after it. */
  | ({
      readonly type: 'DeadlineExtended';
      readonly version: number;
      readonly closesAt: string;
      readonly extendedBy?: PersonId;
      /** Those that have not gone out yet, computed anew; absent: they stay as they are. */
      readonly remindersPlanned?: readonly PlannedReminder[];
    } & DeadlineExtension)
  /** The silent were reminded; `number` counts from 1. */
  | {
      readonly type: 'MembersReminded';
      readonly version: number;
      readonly number: number;
      readonly persons: readonly PersonId[];
    }
  /** R18: the first of two says that minutes which need a decision are approved. */
  | {
      readonly type: 'ApprovalProposed';
      readonly version: number;
      readonly proposedBy: PersonId;
      readonly reason: string;
    }
  /** R18: the second agrees. */
  | {
      readonly type: 'MinutesApprovedByTwo';
      readonly version: number;
      readonly first: PersonId;
      readonly second: PersonId;
      readonly reason: string;
      readonly at: string;
    }
  /** Minutes that need a decision are put on the next meeting's agenda. */
  | { readonly type: 'MinutesDeferred'; readonly version: number; readonly deferredBy: PersonId }
  | {
      readonly type: 'PaperFiled';
      readonly paper: 'agenda' | 'minutes-draft' | 'minutes' | 'evidence';
      readonly version: number;
      readonly format: 'docx' | 'pdf';
      readonly documentId: string;
      readonly href: string;
      readonly sha256: string;
      /** Of a draft: the objections whose rulings are written into it, each once. */
      readonly rulings?: readonly string[];
    }
  | { readonly type: 'MeetingCancelled'; readonly reason: string }
  | { readonly type: 'MeetingMoved'; readonly date: string; readonly from: string; readonly to: string }
  | { readonly type: 'MinutesPublished'; readonly version: number; readonly address: string }
  | { readonly type: 'MinutesNoted'; readonly atMeetingId: MeetingId }
  | { readonly type: 'MeetingArchived' };
