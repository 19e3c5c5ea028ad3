import type { StoredEvent } from './event-log.ts';

/** A meeting in the index by which it is found. */
export type MeetingRow = {
  readonly meetingId: string;
  readonly committeeId: string;
  /** ISO date. */
  readonly date: string;
  /** The meeting's situation, see `domain/meeting/meeting.ts`. */
  readonly situation: string;
};

/** One entitled person's stance on one version; the counts on the shared card are made from these rows. */
export type AnswerRow = {
  readonly meetingId: string;
  readonly version: number;
  readonly personId: string;
  readonly stance: 'silent' | 'approved' | 'objected';
  readonly reached: boolean;
  /** When the notice was last tried to be delivered; null as long as it was not. */
  readonly toldAt: Temporal.Instant | null;
};

/** An act by the code its person was given. */
export type ReceiptRow = {
  readonly receipt: string;
  readonly meetingId: string;
  readonly version: number;
  readonly personId: string;
};

/** Something the sweep must look at. One row a key; `at: null` takes it away. */
export type DueRow = { readonly key: string; readonly at: Temporal.Instant | null };

/** A change that an event makes to the read models, as data; the store carries it out in the event's transaction. */
export type RowChange =
  | { readonly model: 'meeting'; readonly row: Pick<MeetingRow, 'meetingId'> & Partial<MeetingRow> }
  | {
      readonly model: 'answer';
      readonly row: Pick<AnswerRow, 'meetingId' | 'version' | 'personId'> & Partial<AnswerRow>;
    }
  | { readonly model: 'due'; readonly row: DueRow }
  | { readonly model: 'receipt'; readonly row: ReceiptRow }
  | {
      readonly model: 'committee';
      readonly row: {
        readonly committeeId: string;
        readonly name?: string;
        readonly conversationId?: string;
      };
    };

/** Pure; the read models can be thrown away and made again from the log by it. */
export type Project = (stored: StoredEvent) => readonly RowChange[];

export type CommitteeRow = {
  readonly committeeId: string;
  readonly name: string;
  readonly conversationId?: string;
};

export interface ReadModels {
  committees(): Promise<readonly CommitteeRow[]>;
  committeeOfConversation(conversationId: string): Promise<CommitteeRow | undefined>;
  /** Newest date first. */
  meetingsOf(committeeId: string): Promise<readonly MeetingRow[]>;
  /** The cost does not depend on the number of events, only on the number of entitled persons. */
  answerCounts(
    meetingId: string,
    version: number,
  ): Promise<{
    readonly approved: number;
    readonly objected: number;
    readonly silent: number;
    readonly reached: number;
  }>;
  /**
   * Answers that ask something of those who serve the committee: objections to any version, and silence on this one whose
   * notice failed or came after `toldBy`, with `untold` also where none was tried. May list more than the rules would
   * find; it is they who judge.
   */
  doubtfulAnswers(
    meetingId: string,
    version: number,
    silence: { readonly toldBy: Temporal.Instant; readonly untold: boolean },
  ): Promise<readonly Pick<AnswerRow, 'version' | 'personId'>[]>;
  /** Keys due at or before the instant, oldest first. */
  due(
    until: Temporal.Instant,
    limit: number,
  ): Promise<readonly { readonly key: string; readonly at: Temporal.Instant }[]>;
  /** Codes are short: two acts may, once in many years, share one. */
  receipts(receipt: string): Promise<readonly ReceiptRow[]>;
  nextDue(): Promise<Temporal.Instant | undefined>;
}
