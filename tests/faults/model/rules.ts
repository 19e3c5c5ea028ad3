import {
  answerOf,
  type Core,
  type Decision,
  dayOf,
  isSeated,
  keyOf,
  lastDayFor,
  lastDayOfAll,
  type Member,
  members,
  newest,
  type Objection,
  type Officer,
  type Pair,
  type Press,
  type Process,
  type Receipt,
  type Settings,
  type State,
  standing,
  type Tick,
  type Version,
} from './state.ts';

/** The rules one by one, so that each can be broken by itself. */
export type Rules = {
  /** R2: received before the deadline, or begun before it and received within the grace. */
  isTimely(received: Tick, begun: Tick, lastDay: number): boolean;
  /** R3: nothing is closed before the grace after the deadline has passed. */
  mayClose(now: Tick, lastDay: number): boolean;
  /** R3: nothing is closed while a request that came in time is worked on, here or elsewhere. */
  waits(state: State, process: Process): boolean;
  /** R15, R16. */
  isSuspended(state: State): boolean;
  /** R5: the receipt that this press has earned already. */
  earlier(core: Core, press: Press): Receipt | undefined;
  /** R5: an approval never replaces a standing objection. */
  approvalBesideObjection(own: readonly Objection[]): 'refused' | 'replaces';
  /** R1: what is acknowledged is in the log. */
  isKept(press: Press): boolean;
  /** R10: a version is open until it is decided. */
  isOpen(core: Core): boolean;
  /** R5: whoever approved may object. */
  mayObject(core: Core, press: Press): boolean;
  /** R10: what came too late is kept, and changes nothing. */
  lateObjection(): 'remark' | 'objection';
  /** R6. */
  isEntitled(core: Core, member: Member, at: Tick): boolean;
  /** R4: a new version begins without answers. */
  firstAnswers(core: Core): Core['answers'][number];
  /** R4, R9: a whole window, never ending before the day that was promised. */
  lastDayOfNext(core: Core, now: Tick): number;
  /** R9: later or not at all. */
  mayMove(from: number, to: number): boolean;
  /** R7: a whole day between notice and deadline. */
  silenceCounts(version: Version, member: Member, notice: Tick | undefined): boolean;
  /** R7: longer for those whose notice came late; undefined: it is decided as it stands. */
  lateNotices(core: Core, settings: Settings): Pair<number> | undefined;
  /** R8: the day to which a downtime moves the deadline; undefined: it does not. */
  afterDowntime(version: Version, began: Tick): number | undefined;
  /** R11, R4: objections that keep the newest version from being approved. */
  blocking(core: Core): readonly Objection[];
  /** R7, R11, R12, R19. */
  decision(core: Core, settings: Settings): Decision;
  /** What was begun to be decided without the lock is decided anew under it. */
  decidesUnderLock(): boolean;
  /** A fenced process adds nothing. */
  mayCommit(state: State, process: Process): boolean;
  /** R13: who leaves takes nothing along. */
  afterLeaving(core: Core, member: Member): Core;
  /** R16. */
  isSafeAfterRestore(restored: Core, anchored: number): boolean;
  /** R18: two persons, one of them the chair. */
  mayBeSecond(first: Officer, second: Officer): boolean;
  /** R16: two persons. */
  mayEndSafeMode(first: Officer, second: Officer): boolean;
  /** R17: it came when it reached the committee, not when it was written down. */
  cameAt(reachedAt: Tick, now: Tick): Tick;
};

/** As they should be. A rule asks the others through `this`, so that a broken one is felt wherever it is used. */
export const rules: Rules = {
  isTimely: (received, begun, lastDay) =>
    received <= 2 * lastDay || (received === 2 * lastDay + 1 && begun <= 2 * lastDay),
  mayClose: (now, lastDay) => now >= 2 * lastDay + 2,
  waits: ({ core, inFlight, workedOff, fenced }, process) => {
    const until = 2 * lastDayOfAll(newest(core)) + 2;
    const other: Process = process === 0 ? 1 : 0;
    const here = inFlight.some((each) => each.process === process && each.receivedAt < until);
    return here || (!fenced[other] && workedOff[other] < until);
  },
  isSuspended: ({ doubted, safe }) => doubted || safe.on,
  earlier: (core, press) => core.receipts.find(({ key }) => key === keyOf(press)),
  approvalBesideObjection: () => 'refused',
  isKept: () => true,
  isOpen: ({ closing }) => closing === undefined,
  mayObject: () => true,
  lateObjection: () => 'remark',
  isEntitled: (core, member, at) => isSeated(core.seats[member], at),
  firstAnswers: () => [{ approved: false }, { approved: false }],
  lastDayOfNext: (core, now) => Math.max(dayOf(now) + 1, lastDayOfAll(newest(core))),
  mayMove: (from, to) => to > from,
  silenceCounts: (version, member, notice) =>
    notice !== undefined && notice <= 2 * (lastDayFor(version, member) - 1),
  lateNotices(core, settings) {
    const version = newest(core);
    if (settings.explicit || this.blocking(core).length > 0) return undefined;
    const silent = members.filter((each) => version.asked[each] && isSilent(core, each));
    if (silent.some((each) => noticeOf(core, each) === undefined)) return undefined;
    const late = silent.filter((each) => !this.silenceCounts(version, each, noticeOf(core, each)));
    const dayFor = (each: Member) =>
      late.includes(each)
        ? Math.max(lastDayFor(version, each), dayOf(noticeOf(core, each) ?? 0) + 1)
        : version.own[each];
    return late.length === 0 ? undefined : [dayFor(0), dayFor(1)];
  },
  afterDowntime: (version, began) =>
    [version.lastDay, ...members.map((each) => lastDayFor(version, each))].includes(dayOf(began))
      ? Math.max(version.lastDay, dayOf(began + 1)) + 1
      : undefined,
  blocking: (core) => {
    const answered = (id: string) =>
      core.rulings.some(
        ({ objection, kind, onVersion }) =>
          objection === id && (kind === 'rejected' || onVersion < core.versions.length),
      );
    return core.objections.filter(
      ({ id, on, withdrawn }) => !withdrawn && (on === core.versions.length || !answered(id)),
    );
  },
  decision(core, { explicit }) {
    const version = newest(core);
    if (this.blocking(core).length > 0) return 'contested';
    if (!version.asked.includes(true)) return 'needs-decision';
    const silent = members.filter((each) => version.asked[each] && isSilent(core, each));
    if (silent.length === 0) return 'all';
    const reached = silent.every((each) => this.silenceCounts(version, each, noticeOf(core, each)));
    return explicit || !reached ? 'needs-decision' : 'tacit';
  },
  decidesUnderLock: () => true,
  mayCommit: ({ fenced }, process) => !fenced[process],
  afterLeaving: (core) => core,
  isSafeAfterRestore: ({ seq }, anchored) => anchored <= seq,
  mayBeSecond: (first, second) => first !== second && (first === 'chair' || second === 'chair'),
  mayEndSafeMode: (first, second) => first !== second,
  cameAt: (reachedAt) => reachedAt,
};

function noticeOf(core: Core, member: Member): Tick | undefined {
  return answerOf(core, core.versions.length, member).notice;
}

function isSilent(core: Core, member: Member): boolean {
  const on = core.versions.length;
  return !answerOf(core, on, member).approved && standing(core, on, member).length === 0;
}
