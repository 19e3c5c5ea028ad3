import type { PersonId } from '../committee/committee.ts';

/** An objection as its sender worded it. `itemNumber` counts in the version it was raised against. */
export type ObjectionText = {
  readonly itemNumber?: number;
  readonly passage?: string;
  readonly text: string;
  readonly proposedWording?: string;
};

/** What every act carries: proof against doubling (the card's nonce) and the code the person is given. */
export type ActStamp = { readonly nonce: string; readonly receipt: string; readonly receivedAt: string };

export type NoticeChannel = 'teams' | 'mail';

/** How a notice or reminder came to nothing. `no-address`: there is nowhere to write to. */
export type NoticeFailure = 'blocked' | 'gone' | 'failed' | 'refused' | 'no-address';

/** R17: an objection that reached the committee another way, as the secretary noted it. */
export type RecordedOnBehalf = {
  readonly recordedBy: PersonId;
  readonly source: 'mail' | 'letter' | 'phone' | 'spoken';
  /** Where it can be found again: "mail af 3. december, journalnr. …". */
  readonly sourceNote: string;
  /** When it reached the committee; decides whether it came in time. */
  readonly reachedAt: string;
};

export type AnswerEvent =
  | { readonly type: 'NoticeDelivered'; readonly channel: NoticeChannel; readonly at: string }
  /** Handed to the mail server; whether it reached the person is not known yet. */
  | { readonly type: 'NoticeSent'; readonly channel: 'mail'; readonly at: string }
  | {
      readonly type: 'NoticeFailed';
      readonly channel: NoticeChannel;
      readonly at: string;
      readonly reason: NoticeFailure;
    }
  | {
      readonly type: 'ReminderDelivered';
      readonly channel: NoticeChannel;
      readonly number: number;
      readonly at: string;
    }
  | ({ readonly type: 'ApprovalGiven'; readonly hash: string } & ActStamp)
  | ({ readonly type: 'ApprovalWithdrawn' } & ActStamp)
  | ({
      readonly type: 'ObjectionRaised';
      readonly objectionId: string;
      readonly objection: ObjectionText;
      readonly hash: string;
      readonly onBehalf?: RecordedOnBehalf;
    } & ActStamp)
  /** `othersStand`: another objection of the same person still stands on this version. */
  | ({
      readonly type: 'ObjectionWithdrawn';
      readonly objectionId: string;
      readonly othersStand: boolean;
    } & ActStamp)
  /** Came after the deadline or the decision: kept with the minutes, changes nothing (R10). */
  | ({
      readonly type: 'LateRemarkMade';
      readonly objectionId: string;
      readonly objection: ObjectionText;
      readonly onBehalf?: RecordedOnBehalf;
    } & ActStamp);
