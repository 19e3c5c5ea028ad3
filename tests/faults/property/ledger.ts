/** What one person said about one version, as the log tells it. Milliseconds of the epoch throughout. */
export type Said = {
  notice?: number;
  approved: boolean;
  readonly objections: Map<string, { withdrawn: boolean }>;
};

export type SentVersion = {
  readonly version: number;
  readonly hash: string;
  readonly sentAt: number;
  readonly asked: readonly string[];
  readonly approval: string;
  readonly noticeDays: number;
  readonly downtimeExtends: boolean;
  /** The first moment that is too late, for everybody and for those who were given longer. */
  deadline: number;
  readonly own: Map<string, number>;
  readonly text: string;
  reminders: number;
};

type Seat = {
  readonly from: number;
  until?: number;
  readonly mayObject: boolean;
  readonly roles: readonly string[];
};

/**
 * The log read by somebody who knows the rules and not the program: no fold and no rule of it is asked. It is kept event by
 * event, so that each can be judged by what came before it.
 */
export type Ledger = {
  seq: number;
  readonly versions: SentVersion[];
  readonly seats: Map<string, Seat[]>;
  readonly said: Map<string, Said>;
  readonly receipts: Map<string, { readonly receipt: string; readonly at: string; readonly as: string }>;
  readonly rulings: { readonly objection: string; readonly rejected: boolean; readonly on: number }[];
  readonly filed: Map<string, string>;
  readonly downtimes: { readonly from: number; readonly until: number }[];
  decision?: { readonly version: number; result: string };
  proposedBy?: string;
  deferred: boolean;
  /** The marks that the cards about a doubt carry. */
  doubted?: string;
  safeMode: { on: boolean; since?: string; proposedBy?: string };
  readonly seen: Set<string>;
};

export function emptyLedger(): Ledger {
  return {
    seq: 0,
    versions: [],
    seats: new Map(),
    said: new Map(),
    receipts: new Map(),
    rulings: [],
    filed: new Map(),
    downtimes: [],
    deferred: false,
    safeMode: { on: false },
    seen: new Set(),
  };
}

export const ms = (instant: string): number => Temporal.Instant.from(instant).epochMilliseconds;

export function newestOf({ versions }: Ledger): SentVersion | undefined {
  return versions.at(-1);
}

export function deadlineFor(version: SentVersion, personId: string): number {
  return Math.max(version.deadline, version.own.get(personId) ?? 0);
}

export function lastDeadline(version: SentVersion): number {
  return Math.max(version.deadline, ...version.own.values());
}

export function saidBy(ledger: Ledger, version: number, personId: string): Said {
  return saidIn(ledger, `${version}/${personId}`);
}

export function saidIn({ said }: Ledger, key: string): Said {
  return said.get(key) ?? { approved: false, objections: new Map() };
}

export function standingOf(said: Said): readonly string[] {
  return [...said.objections].flatMap(([id, { withdrawn }]) => (withdrawn ? [] : [id]));
}

export function seatsAt({ seats }: Ledger, personId: string, at: number): readonly Seat[] {
  const own = seats.get(personId) ?? [];
  return own.filter(({ from, until }) => from <= at && (until === undefined || at < until));
}

export function isEntitled(ledger: Ledger, personId: string, at: number): boolean {
  return seatsAt(ledger, personId, at).some(({ mayObject }) => mayObject);
}
