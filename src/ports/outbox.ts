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
  | { readonly card: 'next-step'; readonly committeeId: string; readonly meetingId: string };

export type Audience =
  | { readonly to: 'person'; readonly personId: string }
  | { readonly to: 'conversation'; readonly conversationId: string };

export type FiledPaper = 'agenda' | 'minutes-draft' | 'minutes';

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
  | { readonly kind: 'stamp-papers'; readonly meetingId: string; readonly version: number };

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
