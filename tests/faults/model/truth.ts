import type { Told } from './acts.ts';
import {
  type Core,
  type Decision,
  isSeated,
  keyOf,
  type Member,
  members,
  objectionId,
  type Pair,
  type Press,
  type Settings,
  type State,
  type Tick,
  type Truth,
} from './state.ts';

/**
 * What people did and were told, and what follows from it by the sentences of the rules. No rule of the model is asked: a
 * broken one is found because it says something else than this.
 */

/** The deadline of the newest version as this person was promised it: the first tick that is too late. */
function tooLateFrom({ lastDays }: Truth, member: Member): Tick {
  const [all, ...own] = lastDays.at(-1) ?? [0, 0, 0];
  return Math.max(all, own[member] ?? 0) * 2 + 1;
}

/** R2, R6: received before the deadline, or begun before it and received within the grace after it; with a seat. */
export function wasInTime({ truth, core }: State, press: Press, receivedAt: Tick): boolean {
  const tooLate = tooLateFrom(truth, press.by);
  const timely = receivedAt < tooLate || (receivedAt === tooLate && press.begun < tooLate);
  return timely && isSeated(core.seats[press.by], receivedAt);
}

/** R17: what counts is when it reached the committee. */
export function reachedInTime({ truth, core }: State, press: Press): boolean {
  const wasOut = (core.versions[press.on - 1]?.sent ?? press.begun + 1) <= press.begun;
  return wasOut && press.begun < tooLateFrom(truth, press.by) && isSeated(core.seats[press.by], press.begun);
}

/** An act that was acknowledged; one that is repeated is no second act. */
export function acknowledged(truth: Truth, press: Press, told: Told, inTime: boolean): Truth {
  if (told.kind !== 'done') return truth;
  const after = { ...truth, told: [...truth.told, keyOf(press)].toSorted() };
  const own = `${press.on}/${press.by}`;
  const approvals = truth.approvals.filter((each) => each !== own);
  switch (press.verb) {
    case 'approve':
      return { ...after, approvals: [...approvals, own].toSorted() };
    case 'withdraw-approval':
      return { ...after, approvals };
    case 'withdraw-objection': {
      const objections = truth.objections.map((each) =>
        each.id === press.about ? { ...each, withdrawn: true } : each,
      );
      return { ...after, objections };
    }
    case 'object': {
      const { by, on } = press;
      const raised = { id: objectionId(press), by, on, withdrawn: false, inTime };
      const objections = [...truth.objections, raised].toSorted((a, b) => (a.id < b.id ? -1 : 1));
      return { ...after, objections, approvals: inTime ? approvals : truth.approvals };
    }
  }
}

export function versionWasSent(
  truth: Truth,
  now: Tick,
  asked: Pair<boolean>,
  lastDay: number,
  told: boolean,
): Truth {
  return {
    ...truth,
    lastDays: [...truth.lastDays, [lastDay, 0, 0]],
    asked: [...truth.asked, asked],
    notices: [...truth.notices, told ? [now, now] : [null, null]],
  };
}

export function wasNotified(truth: Truth, member: Member, now: Tick): Truth {
  const [zero, one] = truth.notices.at(-1) ?? [null, null];
  const notices: Pair<Tick | null> = member === 0 ? [zero ?? now, one] : [zero, one ?? now];
  return { ...truth, notices: truth.notices.with(-1, notices) };
}

/** Promises are kept as they were made; what the log says is compared with them. */
export function promised(truth: Truth, core: Core): Truth {
  const lastDays = core.versions.map(({ lastDay, own }) => [lastDay, ...own] as const);
  return { ...truth, lastDays };
}

/** Objections in time that nobody answered and that their sender let stand. */
function standsAgainst({ truth, core }: State): boolean {
  const newest = truth.lastDays.length;
  return truth.objections.some(({ id, on, inTime, withdrawn }) => {
    const answered = core.rulings.some(
      (ruling) => ruling.objection === id && (ruling.kind === 'rejected' || ruling.onVersion !== newest),
    );
    return inTime && !withdrawn && (on === newest || !answered);
  });
}

/** What had to be decided about the newest version. */
export function rightDecision(state: State, { explicit }: Settings): Decision {
  const { truth } = state;
  const newest = truth.lastDays.length;
  const asked = truth.asked[newest - 1] ?? [false, false];
  if (standsAgainst(state)) return 'contested';
  if (!asked[0] && !asked[1]) return 'needs-decision';
  const silent = members.filter((each) => asked[each] && !truth.approvals.includes(`${newest}/${each}`));
  if (silent.length === 0) return 'all';
  return !explicit && silent.every((each) => wasReachedInTime(truth, each)) ? 'tacit' : 'needs-decision';
}

/** R7: a whole day before the deadline of this person. */
function wasReachedInTime(truth: Truth, member: Member): boolean {
  const notice = truth.notices.at(-1)?.[member] ?? null;
  return notice !== null && notice < tooLateFrom(truth, member) - 2;
}

/** R3: the first tick at which the newest version may be decided. */
export function mayBeDecidedFrom(truth: Truth): Tick {
  return Math.max(...members.map((each) => tooLateFrom(truth, each))) + 1;
}
