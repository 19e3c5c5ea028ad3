/** Which card, about what. The card's content is not stored: it is made from the state when it is shown. */
export type CardRef =
  | { readonly card: 'agenda'; readonly meetingId: string }
  | { readonly card: 'minutes-for-approval'; readonly meetingId: string; readonly version: number }
  | { readonly card: 'minutes-status'; readonly meetingId: string; readonly version: number }
  | { readonly card: 'minutes-outcome'; readonly meetingId: string; readonly version: number }
  | {
      readonly card: 'objection-received';
      readonly meetingId: string;
      readonly version: number;
      readonly objectionId: string;
      readonly objectorId: string;
    }
  | {
      readonly card: 'objection-ruled';
      readonly meetingId: string;
      readonly version: number;
      readonly objectionId: string;
      readonly objectorId: string;
    }
  | { readonly card: 'next-step'; readonly committeeId: string; readonly meetingId: string }
  /** To the silent; `number` counts from 1. */
  | {
      readonly card: 'minutes-reminder';
      readonly meetingId: string;
      readonly version: number;
      readonly number: number;
    }
  /** To secretary and chair: why silence could not count, and what can be done (R18). */
  | { readonly card: 'needs-decision'; readonly meetingId: string; readonly version: number }
  /** To the successor of somebody who left with an objection that stands (R13). */
  | {
      readonly card: 'objection-inherited';
      readonly meetingId: string;
      readonly version: number;
      readonly objectionId: string;
      readonly objectorId: string;
    }
  /** To those who serve a committee: why nothing is decided (R15, R16). `since` tells one doubt from the next. */
  | {
      readonly card: 'operation-doubt';
      readonly committeeId: string;
      readonly about: 'clock' | 'safe-mode';
      readonly since: string;
    };

export type Audience =
  | { readonly to: 'person'; readonly personId: string }
  | { readonly to: 'conversation'; readonly conversationId: string };

export type FiledPaper = 'agenda' | 'minutes-draft' | 'minutes' | 'evidence';

/**
 * A desired state of the world, written with the event that wants it: "this card shows the state", "this file is there".
 * Carrying one out twice is harmless but for a first posting of a card, which may double once after a crash.
 */
export type Effect =
  | { readonly kind: 'show-card'; readonly ref: CardRef; readonly audience: Audience }
  | {
      readonly kind: 'file-paper';
      readonly meetingId: string;
      readonly paper: FiledPaper;
      readonly version: number;
    }
  | { readonly kind: 'stamp-papers'; readonly meetingId: string; readonly version: number }
  /** "This person has this mail": for people without Teams, or whose chat cannot be reached. Twice is one mail too many. */
  | {
      readonly kind: 'send-mail';
      readonly mail: 'minutes-notice' | 'minutes-reminder' | 'minutes-outcome' | 'objection-ruled';
      readonly meetingId: string;
      readonly version: number;
      readonly personId: string;
      /** Which reminder, which result, or which objection. */
      readonly about?: string;
    }
  /** "The head of the log is anchored outside the database": daily, and with each decision. */
  | { readonly kind: 'anchor-log'; readonly occasion: string };

export type EffectKind = Effect['kind'];

/**
 * Idempotency key: one row a key. Wanting again what is wanted already changes nothing; wanting it while it is being
 * carried out, or after, has it carried out once more.
 */
export function effectKey(effect: Effect): string {
  switch (effect.kind) {
    case 'show-card': {
      const { card, ...about } = effect.ref;
      const audience =
        effect.audience.to === 'person' ? effect.audience.personId : effect.audience.conversationId;
      return ['show-card', card, ...Object.values(about), audience].join('|');
    }
    case 'file-paper':
      return ['file-paper', effect.meetingId, effect.paper, effect.version].join('|');
    case 'stamp-papers':
      return ['stamp-papers', effect.meetingId, effect.version].join('|');
    case 'send-mail': {
      const { mail, meetingId, version, personId, about = '' } = effect;
      return ['send-mail', mail, meetingId, version, personId, about].join('|');
    }
    case 'anchor-log':
      return ['anchor-log', effect.occasion].join('|');
  }
}

export type ClaimedEffect = {
  readonly key: string;
  readonly effect: Effect;
  /** How often it was begun before, from 0. */
  readonly attempts: number;
  /** Grows with every new wish for the same key; a completion counts only for the revision that was claimed. */
  readonly revision: number;
};

/** `waiting` is due or will be; `parked` waits for a person (file open, grant missing); `dead` is given up and shown. */
export type EffectState = 'waiting' | 'parked' | 'dead' | 'done';

export type EffectStatus = {
  readonly key: string;
  readonly kind: EffectKind;
  readonly state: EffectState;
  readonly attempts: number;
  readonly dueAt: Temporal.Instant;
  /** Code of the last failure, no names or texts. */
  readonly code?: string;
};

/** The queue of effects. Filled by `EventLog.transact` only; emptied by the worker. */
export interface Outbox {
  /** Due effects, leased to the caller until `leaseUntil`; a lease that ran out is due again. Oldest first. */
  claim(
    now: Temporal.Instant,
    leaseUntil: Temporal.Instant,
    limit: number,
  ): Promise<readonly ClaimedEffect[]>;
  complete(claimed: ClaimedEffect, now: Temporal.Instant): Promise<void>;
  /** Not done: due again at `dueAt` (`waiting`, `parked`) or never (`dead`). */
  postpone(
    claimed: ClaimedEffect,
    state: Exclude<EffectState, 'done'>,
    dueAt: Temporal.Instant,
    code: string,
  ): Promise<void>;
  /** Leases of a process that is gone are given back; called once at start by the one writer. */
  releaseAll(): Promise<void>;
  /** All that is not done, and counts by state. */
  status(): Promise<{ readonly open: readonly EffectStatus[]; readonly done: number }>;
  /** When the next effect is due; undefined when the queue is empty. */
  nextDue(): Promise<Temporal.Instant | undefined>;
}
