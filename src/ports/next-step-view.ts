import type { Situation } from '../domain/meeting/meeting.ts';
import type { DeadlineExtension } from '../domain/meeting/meeting-event.ts';
import type { MeetingFacts } from './meeting-facts.ts';
import type { FiledPaper } from './outbox.ts';
import type { Unreached } from './unreached.ts';

/** `persons` by name; absent: everybody. */
export type MovedDeadline = {
  readonly cause: DeadlineExtension['reason'];
  readonly until: Temporal.Instant;
  readonly persons?: readonly string[];
};

export type Step =
  | { readonly step: 'publish-agenda' }
  | { readonly step: 'await-meeting' }
  | { readonly step: 'hold-meeting' }
  | { readonly step: 'send-minutes'; readonly version: number }
  | {
      readonly step: 'await-answers';
      readonly counts: { readonly entitled: number; readonly approved: number; readonly objected: number };
      readonly unreached: readonly Unreached[];
      /** Deadlines that were moved and hold now, everybody's first. */
      readonly moved: readonly MovedDeadline[];
    }
  | { readonly step: 'rule-on-objections'; readonly count: number }
  | { readonly step: 'needs-decision'; readonly unreached: readonly Unreached[] }
  /** The next meeting takes a stand on the minutes. */
  | { readonly step: 'minutes-deferred' }
  | { readonly step: 'done' };

/** The secretary's card: what comes next with a meeting, and one button that does it. `due` is the rule's last moment. */
export type NextStepView = {
  readonly card: 'next-step';
  readonly meeting: MeetingFacts;
  readonly situation: Situation;
  readonly next: Step;
  readonly due?: Temporal.Instant;
  /** What the secretary may do besides, with this version. */
  readonly onVersion?: { readonly version: number; readonly extend: boolean };
  readonly urgency: 'in-order' | 'soon' | 'overdue';
  /** The papers that lie in the library, newest first. */
  readonly papers: readonly {
    readonly paper: FiledPaper;
    readonly version: number;
    readonly format: 'docx' | 'pdf';
    readonly href: string;
  }[];
};
