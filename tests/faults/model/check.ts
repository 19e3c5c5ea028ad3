import type { Action, Outcome } from './action.ts';
import {
  dayOf,
  keyOf,
  lastDayFor,
  lastDayOfAll,
  members,
  newest,
  type Press,
  type Settings,
  type State,
  type Tick,
  type Version,
} from './state.ts';
import { mayBeDecidedFrom, reachedInTime, rightDecision, wasInTime } from './truth.ts';

export type Course = {
  readonly before: State;
  readonly action: Action;
  readonly outcome: Outcome;
  readonly after: State;
  readonly settings: Settings;
};

type Invariant = (course: Course) => boolean;

/** What must never be otherwise, whatever happens in whatever order. The names are those of the printed report. */
export const invariants: Readonly<Record<string, Invariant>> = {
  'every receipt is in the log': ({ after: { core, truth } }) =>
    truth.told.every((key) => core.receipts.some((each) => each.key === key)),
  'nobody who was in time is told that it was late': (course) => {
    const { outcome, before } = course;
    if (!isInTime(course)) return true;
    if (outcome.kind === 'done') return outcome.receipt.as === 'act';
    const late = outcome.kind === 'refused' && ['too-late', 'already-decided'].includes(outcome.why);
    return !late || isEarlierDecision(before);
  },
  'nobody who was late is counted': (course) => {
    const { outcome, action } = course;
    const isAct = outcome.kind === 'done' && outcome.receipt.as === 'act';
    return !isAct || pressOf(action, course.before) === undefined || isInTime(course);
  },
  'an objection to an open version is always accepted': (course) => {
    const { before, action, outcome } = course;
    const press = pressOf(action, before);
    const decisive = press?.verb === 'object' && isInTime(course) && before.core.closing === undefined;
    return !decisive || outcome.kind === 'repeated' || outcome.kind === 'done' || isUnavailable(outcome);
  },
  'the same press again gives the same receipt and changes nothing': ({ before, action, outcome, after }) => {
    const press = pressOf(action, before);
    if (press === undefined || action.does === 'record') return true;
    const earlier = before.core.receipts.find(({ key }) => key === keyOf(press));
    if (earlier === undefined || isUnavailable(outcome)) return true;
    return outcome.kind === 'repeated' && outcome.receipt.at === earlier.at && after.core === before.core;
  },
  'an acknowledged objection stands until its sender withdraws it': ({ after: { core, truth } }) =>
    truth.objections.every(
      ({ id, inTime, withdrawn }) =>
        !inTime || withdrawn || core.objections.some((each) => each.id === id && !each.withdrawn),
    ),
  'exactly one decision on a version, and on the newest only': ({ outcome, before, after }) =>
    outcome.kind !== 'closed' ||
    (after.core.closing?.version === after.core.versions.length &&
      !before.decided.includes(after.core.versions.length)),
  'nothing is decided before every deadline and the grace are over': ({ outcome, before }) =>
    outcome.kind !== 'closed' || before.now >= mayBeDecidedFrom(before.truth),
  'the decision is what people did': ({ outcome, before, settings }) =>
    outcome.kind !== 'closed' || outcome.result === rightDecision(before, settings),
  'nothing is decided while the clock is doubted or in safe mode': ({ outcome, before }) =>
    outcome.kind !== 'closed' || !(before.doubted || before.safe.on),
  'nothing is decided on a day that downtime took': ({ outcome, before }) =>
    outcome.kind !== 'closed' || !before.downtimes.some((began) => isLastDay(before, dayOf(began))),
  'after the decision nothing changes but by a new version': ({ before, after, action }) =>
    before.core.closing === undefined ||
    action.does === 'send' ||
    action.does === 'restore' ||
    (same(approvals(before), approvals(after)) &&
      same(before.core.objections, after.core.objections) &&
      (before.core.closing === after.core.closing || action.does === 'approve-by-two')),
  'a deadline only moves later': ({ before, after, action }) =>
    action.does === 'restore' || members.every((each) => deadline(after, each) >= deadline(before, each)),
  'what two decide, two different persons decide, and one is the chair': ({ before, after, action }) => {
    if (after.core.closing?.result !== 'two' || before.core.closing?.result === 'two') return true;
    const pair = action.does === 'approve-by-two' ? [before.core.proposal, action.officer] : [];
    const wasOpen = before.core.closing?.result === 'needs-decision';
    return action.does === 'restore' || (wasOpen && pair[0] !== pair[1] && pair.includes('chair'));
  },
  'safe mode begins where the log ends before its anchor, and two different persons end it': (course) => {
    const { before, after, action } = course;
    if (action.does === 'restore') return after.safe.on || after.core.seq >= before.anchored;
    if (!before.safe.on || after.safe.on) return true;
    return action.does === 'end-safe-mode' && before.safe.proposedBy !== action.officer;
  },
  'whoever is given longer has a later deadline': ({ outcome, before, after }) =>
    outcome.kind !== 'extended' || moves(newest(after.core), newest(before.core)),
  'a decision that is due waits for nothing but what it must wait for': ({ before, action, outcome }) =>
    action.does !== 'close' || outcome.kind !== 'not-yet' || isHeldBack(before, action.process),
};

/** The invariants that a course breaks. */
export function broken(course: Course): readonly string[] {
  return Object.keys(invariants).filter((name) => invariants[name]?.(course) === false);
}

/** The act that is decided here, if one is. */
function pressOf(action: Action, { inFlight }: State): Press | undefined {
  if (action.does === 'click' || action.does === 'deliver' || action.does === 'record') return action.press;
  return action.does === 'answer' ? inFlight[action.which]?.press : undefined;
}

function isInTime({ before, action }: Course): boolean {
  const press = pressOf(action, before);
  if (press === undefined) return false;
  if (action.does === 'record') return before.core.closing === undefined && reachedInTime(before, press);
  const receivedAt: Tick =
    action.does === 'answer' ? (before.inFlight[action.which]?.receivedAt ?? 0) : before.now;
  return wasInTime(before, press, receivedAt);
}

/** A decision that two persons took, or that stands since a restore, is no deadline that somebody missed. */
function isEarlierDecision({ core }: State): boolean {
  return core.closing?.result === 'two';
}

function isUnavailable(outcome: Outcome): boolean {
  return outcome.kind === 'refused' && outcome.why === 'unavailable';
}

function isLastDay({ core }: State, day: number): boolean {
  const version = newest(core);
  return version.lastDay === day || members.some((each) => lastDayFor(version, each) === day);
}

function isHeldBack(
  { now, truth, core, doubted, safe, inFlight, workedOff, fenced }: State,
  process: 0 | 1,
): boolean {
  const due = mayBeDecidedFrom(truth);
  const until = 2 * lastDayOfAll(newest(core)) + 2;
  const other = process === 0 ? 1 : 0;
  const unheard = !fenced[other] && workedOff[other] < until;
  return (
    now < due ||
    doubted ||
    safe.on ||
    fenced[process] ||
    unheard ||
    inFlight.some(({ receivedAt }) => receivedAt < until)
  );
}

function approvals({ core }: State) {
  return core.answers.map((pair) => pair.map(({ approved }) => approved));
}

function moves(after: Version, before: Version): boolean {
  return after.lastDay > before.lastDay || members.some((each) => after.own[each] > before.own[each]);
}

function deadline({ core }: State, member: 0 | 1): number {
  return lastDayFor(newest(core), member);
}

function same(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
