/** The tables of every store, as its queries see them. Times are milliseconds since 1970, an event's own instant is text. */
export type Tables = {
  readonly event: {
    readonly school: string;
    readonly seq: number;
    readonly stream: string;
    readonly version: number;
    readonly id: string;
    readonly at: string;
    readonly actor: string;
    readonly type: string;
    readonly data: string;
    readonly prev_hash: string;
    readonly hash: string;
  };
  /** PostgreSQL only: the end of the log, locked by whoever adds to it. */
  readonly log_head: { readonly school: string; readonly seq: number; readonly hash: string };
  readonly outbox: {
    readonly school: string;
    readonly key: string;
    readonly kind: string;
    readonly payload: string;
    readonly state: 'waiting' | 'parked' | 'dead' | 'done';
    readonly due_at: number;
    readonly lease_until: number | null;
    readonly lease_by: string | null;
    readonly attempts: number;
    readonly revision: number;
    readonly spacing: number;
    readonly code: string | null;
    readonly last_done_at: number | null;
  };
  readonly committee: {
    readonly school: string;
    readonly committee_id: string;
    readonly name: string;
    readonly conversation_id: string | null;
  };
  readonly meeting_index: {
    readonly school: string;
    readonly meeting_id: string;
    readonly committee_id: string;
    readonly date: string;
    readonly situation: string;
  };
  readonly answer: {
    readonly school: string;
    readonly meeting_id: string;
    readonly version: number;
    readonly person_id: string;
    readonly stance: 'silent' | 'approved' | 'objected';
    /** 0 or 1. */
    readonly reached: number;
    readonly told_at: number | null;
  };
  readonly due: { readonly school: string; readonly key: string; readonly at: number };
  readonly receipt: {
    readonly school: string;
    readonly receipt: string;
    readonly meeting_id: string;
    readonly version: number;
    readonly person_id: string;
  };
  readonly conversation: {
    readonly school: string;
    readonly conversation_id: string;
    readonly scope: 'personal' | 'groupChat' | 'channel';
    readonly tenant_id: string;
    readonly service_url: string;
    readonly person_id: string | null;
    readonly seen_at: number;
  };
  readonly tenant_address: {
    readonly school: string;
    readonly tenant_id: string;
    readonly service_url: string;
    readonly seen_at: number;
  };
  readonly posted_card: {
    readonly school: string;
    readonly card_key: string;
    readonly conversation_id: string;
    readonly activity_id: string;
    readonly content_hash: string;
    readonly at: number;
  };
  readonly delivery: {
    readonly school: string;
    readonly card_key: string;
    readonly person_id: string;
    readonly channel: string;
    readonly state: string;
    readonly at: number;
    readonly code: string | null;
  };
  readonly instance: {
    readonly school: string;
    readonly instance: string;
    /** Null until it has said for the first time that it lives. */
    readonly beat_at: number | null;
    readonly worked_off: number | null;
    readonly ended: 'left' | 'fenced' | null;
  };
  readonly meta: { readonly name: string; readonly value: string };
};
