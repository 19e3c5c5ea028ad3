import type { Role } from '../domain/committee/committee.ts';
import type { Rsvp, Situation } from '../domain/meeting/meeting.ts';
import type { Place } from '../domain/meeting/meeting-event.ts';
import type { Finding, Purpose } from '../domain/meeting/meeting-paper.ts';
import type { Changed } from '../domain/minutes/minutes-text.ts';
import type { DecisionCardView } from './decision-card-view.ts';
import type { MeetingFacts } from './meeting-facts.ts';
import type {
  MinutesForApprovalView,
  MinutesOutcomeView,
  MinutesReminderView,
  MinutesStatusView,
  ObjectionDialogView,
  ObjectionReceivedView,
  ObjectionRuledView,
  RulingDialogView,
} from './minutes-card-view.ts';
import type { NextStepView } from './next-step-view.ts';
import type { EndSafeModeDialogView, OperationDoubtView } from './operation-card-view.ts';

import type { TimelineView } from './timeline-view.ts';

export type AgendaItemView = {
  readonly itemId: string;
  readonly number: number;
  readonly title: string;
  readonly purpose?: Purpose;
  readonly presenters: readonly string[];
  readonly arrival?: string;
  readonly durationMin?: number;
  readonly annexes: readonly { readonly number: string; readonly title: string; readonly href?: string }[];
};

/** Who sends apologies, and what they wrote to the chair. */
export type ApologiesNote = {
  readonly name: string;
  readonly substitute?: string;
  readonly message?: string;
};

/** Nonce: an act carries it back, so that the same press is told from a new one. Links are absent until the file lies there. */
export type AgendaView = {
  readonly card: 'agenda';
  readonly meeting: MeetingFacts;
  readonly items: readonly AgendaItemView[];
  readonly counts: { readonly coming: number; readonly apologies: number; readonly missing: number };
  /** `shared` stands in the committee's chat; `person` is one member's own, with their answer. */
  /** `apologies` with their messages are shown to the chair, whom they are addressed to. */
  readonly viewer:
    | { readonly kind: 'shared' }
    | {
        readonly kind: 'person';
        readonly personId: string;
        readonly rsvp?: Rsvp;
        readonly apologies: readonly ApologiesNote[];
      };
  /** Whether the invitation can still be answered. */
  readonly open: boolean;
  readonly nonce: string;
  readonly pdf?: string;
};

export type AgendaItemDialogView = {
  readonly card: 'agenda-item';
  readonly meeting: MeetingFacts;
  readonly item: AgendaItemView & { readonly casePresentation?: string; readonly recommendation?: string };
};

export type ApologiesDialogView = {
  readonly card: 'apologies';
  readonly meeting: MeetingFacts;
  readonly nonce: string;
  /** Persons of the committee who may be named as substitute; free text is possible too. */
  readonly substitutes: readonly { readonly personId: string; readonly name: string }[];
};

/** Before minutes go out: what the file in the library says, and what is doubtful in it. */
export type SendMinutesDialogView = {
  readonly card: 'send-minutes';
  readonly meeting: MeetingFacts;
  readonly version: number;
  /** Hash of the read content; sending is refused if the file has changed since. */
  readonly hash: string;
  readonly deadline: Temporal.Instant;
  readonly asked: number;
  readonly decisions: number;
  readonly findings: readonly Finding[];
  readonly changes: readonly Changed[];
};

export type ImportPreviewView = {
  readonly card: 'import-preview';
  readonly importId: string;
  readonly fileName: string;
  readonly committee: string;
  /** Absent when no committee of that name exists here: then nothing can be created from it. */
  readonly committeeId?: string;
  readonly date?: string;
  readonly from?: string;
  readonly to?: string;
  readonly place?: Place;
  readonly theme?: string;
  readonly items: readonly { readonly number: number; readonly title: string }[];
  readonly participants: { readonly deltager: number; readonly tilforordnet: number; readonly afbud: number };
  readonly annexes: number;
  readonly findings: readonly Finding[];
};

export type PlanMeetingDialogView = {
  readonly card: 'plan-meeting';
  readonly committees: readonly { readonly committeeId: string; readonly name: string }[];
  readonly proposedDate?: string;
};

export type MenuView = {
  readonly card: 'menu';
  readonly name: string;
  readonly committees: readonly {
    readonly committeeId: string;
    readonly name: string;
    readonly roles: readonly Role[];
  }[];
  readonly isSecretary: boolean;
};

export type MeetingListView = {
  readonly card: 'meetings';
  readonly committeeId: string;
  readonly committee: string;
  readonly meetings: readonly {
    readonly meetingId: string;
    readonly date: string;
    readonly situation: Situation;
    readonly deadline?: Temporal.Instant;
  }[];
  readonly isSecretary: boolean;
};

/** In a chat that belongs to no committee yet. */
export type LinkConversationView = {
  readonly card: 'link-conversation';
  readonly committees: readonly { readonly committeeId: string; readonly name: string }[];
};

export type CardView =
  | AgendaView
  | AgendaItemDialogView
  | ApologiesDialogView
  | MinutesForApprovalView
  | ObjectionDialogView
  | MinutesStatusView
  | MinutesOutcomeView
  | ObjectionReceivedView
  | RulingDialogView
  | ObjectionRuledView
  | MinutesReminderView
  | DecisionCardView
  | NextStepView
  | SendMinutesDialogView
  | ImportPreviewView
  | PlanMeetingDialogView
  | MenuView
  | MeetingListView
  | LinkConversationView
  | OperationDoubtView
  | EndSafeModeDialogView
  | TimelineView;

export type CardName = CardView['card'];
export type ViewOf<N extends CardName> = Extract<CardView, { readonly card: N }>;
