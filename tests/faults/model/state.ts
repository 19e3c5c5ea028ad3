/**
 * The approval core told a second time, small enough to look at every course it can take. It shares no code with the
 * program. Time is counted in ticks: an even tick is noon of a day, the odd one after it is a minute past the midnight that
 * ends the day, which is within the grace. Windows and notices are one day long.
 */
export type Tick = number;
export type Member = 0 | 1;
export type Process = 0 | 1;
export type Pair<T> = readonly [T, T];

export const members: readonly Member[] = [0, 1];

/** Those who serve the committee: of two who approve together, one must be the chair. */
export const officers = ['chair', 'secretary', 'clerk'] as const;
export type Officer = (typeof officers)[number];

export type Verb = 'approve' | 'withdraw-approval' | 'object' | 'withdraw-objection';

/** One click as it was made. Delivered again it is the same. */
export type Press = {
  readonly verb: Verb;
  readonly by: Member;
  readonly on: number;
  readonly nonce: number;
  readonly begun: Tick;
  /** The objection that is withdrawn. */
  readonly about?: string;
};

export type Version = {
  readonly text: number;
  readonly sent: Tick;
  /** The last day for everybody, and the later one somebody may have been given (0: none). */
  readonly lastDay: number;
  readonly own: Pair<number>;
  readonly asked: Pair<boolean>;
};

export type Answer = { readonly notice?: Tick; readonly approved: boolean };

export type Objection = {
  readonly id: string;
  readonly by: Member;
  readonly on: number;
  readonly withdrawn: boolean;
};

export type Receipt = { readonly key: string; readonly at: Tick; readonly as: 'act' | 'remark' };
export type RulingKind = 'accepted' | 'rejected';
export type Ruling = { readonly objection: string; readonly kind: RulingKind; readonly onVersion: number };

export type Decision = 'tacit' | 'all' | 'two' | 'contested' | 'needs-decision';
export type Closing = { readonly version: number; readonly result: Decision };
export type Seat = { readonly from: Tick; readonly until?: Tick };

/** What the log says. */
export type Core = {
  readonly versions: readonly Version[];
  readonly answers: readonly Pair<Answer>[];
  readonly objections: readonly Objection[];
  readonly receipts: readonly Receipt[];
  readonly rulings: readonly Ruling[];
  /** Everybody's times in the committee, the last one perhaps still running. */
  readonly seats: Pair<readonly Seat[]>;
  readonly closing?: Closing;
  readonly proposal?: Officer;
  /** Length of the log; counted only where backups are made. */
  readonly seq: number;
};

/** What really happened to people, kept beside the log by other code than the rules'. */
export type Truth = {
  readonly lastDays: readonly (readonly [number, number, number])[];
  readonly asked: readonly Pair<boolean>[];
  readonly notices: readonly Pair<Tick | null>[];
  readonly approvals: readonly string[];
  readonly objections: readonly (Objection & { readonly inTime: boolean })[];
  readonly told: readonly string[];
};

export type InFlight = { readonly press: Press; readonly receivedAt: Tick; readonly process: Process };

export type State = {
  readonly now: Tick;
  readonly core: Core;
  readonly truth: Truth;
  readonly presses: readonly Press[];
  readonly inFlight: readonly InFlight[];
  /** By process: up to when it has worked off what it received; whether it is fenced; a decision it has begun. */
  readonly workedOff: Pair<Tick>;
  readonly fenced: Pair<boolean>;
  readonly planned: Pair<Closing | null>;
  readonly doubted: boolean;
  readonly safe: { readonly on: boolean; readonly proposedBy?: Officer };
  readonly backup?: Pick<State, 'now' | 'core' | 'truth' | 'downtimes'>;
  readonly anchored: number;
  /** Versions whose decision people were told, also where a restore has taken it back. */
  readonly decided: readonly number[];
  /** Downtimes by the tick at which they began. */
  readonly downtimes: readonly Tick[];
};

export type Settings = {
  readonly explicit: boolean;
  /** Notices are actions of their own, and may come late; otherwise everybody is reached with the sending. */
  readonly ownNotices: boolean;
  readonly countsEvents: boolean;
  /** Clicks may come again or late, and are kept for it. */
  readonly keepsPresses: boolean;
};

export function dayOf(tick: Tick): number {
  return Math.floor((tick + 1) / 2);
}

export function newest({ versions }: Core): Version {
  return versionOf(versions, versions.length);
}

export function versionOf(versions: readonly Version[], number: number): Version {
  const found = versions[number - 1];
  if (found === undefined) throw new TypeError(`version ${number} was never sent`);
  return found;
}

export function lastDayFor(version: Version, member: Member): number {
  return Math.max(version.lastDay, version.own[member]);
}

export function lastDayOfAll({ lastDay, own }: Version): number {
  return Math.max(lastDay, ...own);
}

export function answerOf({ answers }: Core, version: number, member: Member): Answer {
  return answers[version - 1]?.[member] ?? { approved: false };
}

export function isSeated(seats: readonly Seat[], at: Tick): boolean {
  return seats.some(({ from, until }) => from <= at && (until === undefined || at < until));
}

export function keyOf({ verb, on, by, nonce, about = '' }: Press): string {
  return [verb, on, by, nonce, about].join('/');
}

export function objectionId({ on, by, nonce }: Press): string {
  return `o${on}${by}${nonce}`;
}

export function withMember<T>(pair: Pair<T>, member: Member | Process, value: T): Pair<T> {
  return member === 0 ? [value, pair[1]] : [pair[0], value];
}

export function standing(core: Core, on: number, by: Member): readonly Objection[] {
  return core.objections.filter((each) => each.on === on && each.by === by && !each.withdrawn);
}

export function withAnswer(core: Core, version: number, member: Member, change: Partial<Answer>): Core {
  const pair = core.answers[version - 1] ?? [{ approved: false }, { approved: false }];
  const changed = withMember(pair, member, { ...pair[member], ...change });
  return { ...core, answers: core.answers.with(version - 1, changed) };
}
