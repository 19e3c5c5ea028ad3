import type { Outcome } from './action.ts';
import type { Rules } from './rules.ts';
import {
  answerOf,
  type Core,
  type Decision,
  lastDayFor,
  lastDayOfAll,
  type Member,
  members,
  newest,
  type Officer,
  type Pair,
  type Process,
  type RulingKind,
  type Settings,
  type State,
  type Tick,
  withAnswer,
} from './state.ts';

export type Served = { readonly core: Core; readonly outcome: Outcome };

/** Chair, secretary and the sweep: what they do to a version, and when they may. */

export function sendVersion(rules: Rules, core: Core, text: number, now: Tick, settings: Settings): Served {
  const why = whyNotSent(rules, core, text, now);
  if (why !== undefined) return refused(core, why);
  const { closing: _closing, proposal: _proposal, ...open } = core;
  const version = {
    text,
    sent: now,
    lastDay: rules.lastDayOfNext(core, now),
    own: [0, 0] as const,
    asked: [rules.isEntitled(core, 0, now), rules.isEntitled(core, 1, now)] as const,
  };
  const sent: Core = {
    ...open,
    versions: [...core.versions, version],
    answers: [...core.answers, rules.firstAnswers(core)],
  };
  return accepted(
    settings.ownNotices ? sent : members.reduce((told, each) => notified(told, each, now), sent),
  );
}

function whyNotSent(rules: Rules, core: Core, text: number, now: Tick) {
  if (core.closing !== undefined && ['tacit', 'all', 'two'].includes(core.closing.result))
    return 'already-decided';
  const unruled = core.objections.filter(
    ({ id, withdrawn }) => !withdrawn && core.rulings.every(({ objection }) => objection !== id),
  );
  if (unruled.length > 0) return 'unanswered-objections';
  if (core.closing !== undefined) return undefined;
  const version = newest(core);
  const same = version.text === text && rules.blocking(core).length === 0;
  return now > 2 * version.lastDay || same ? 'minutes-under-approval' : undefined;
}

/** The first notice counts. */
export function notified(core: Core, member: Member, now: Tick): Core {
  const on = core.versions.length;
  const asked = newest(core).asked[member] && answerOf(core, on, member).notice === undefined;
  return asked ? withAnswer(core, on, member, { notice: now }) : core;
}

export function ruleOn(core: Core, objection: string, kind: RulingKind): Served {
  if (core.closing !== undefined && core.closing.result !== 'contested')
    return refused(core, 'already-decided');
  const found = core.objections.find(({ id }) => id === objection);
  if (found === undefined) return refused(core, 'no-such-objection');
  if (found.withdrawn) return refused(core, 'objection-withdrawn');
  if (core.rulings.some((each) => each.objection === objection)) return refused(core, 'objection-ruled');
  return accepted({
    ...core,
    rulings: [...core.rulings, { objection, kind, onVersion: core.versions.length }],
  });
}

/** R9: more time, for one or for all. */
export function extend(rules: Rules, core: Core, to: number, whom: Member | 'all', now: Tick): Served {
  if (core.closing !== undefined) return refused(core, 'already-decided');
  const version = newest(core);
  if (now > 2 * lastDayOfAll(version)) return refused(core, 'too-late');
  if (whom !== 'all' && !version.asked[whom]) return refused(core, 'person-not-asked');
  const from = whom === 'all' ? version.lastDay : lastDayFor(version, whom);
  if (!rules.mayMove(from, to)) return refused(core, 'deadline-not-later');
  return accepted(whom === 'all' ? moved(core, to) : given(core, ownDays(version.own, whom, to)));
}

export function moved(core: Core, lastDay: number): Core {
  return { ...core, versions: core.versions.with(-1, { ...newest(core), lastDay }) };
}

function given(core: Core, own: Pair<number>): Core {
  return { ...core, versions: core.versions.with(-1, { ...newest(core), own }) };
}

function ownDays(own: Pair<number>, member: Member, day: number): Pair<number> {
  return member === 0 ? [day, own[1]] : [own[0], day];
}

/** R18. */
export function approveByTwo(rules: Rules, core: Core, officer: Officer): Served {
  if (core.closing?.result !== 'needs-decision') return refused(core, 'no-decision-needed');
  const { proposal } = core;
  if (proposal === undefined) return accepted({ ...core, proposal: officer });
  if (!rules.mayBeSecond(proposal, officer))
    return refused(core, proposal === officer ? 'second-person-needed' : 'not-permitted');
  return accepted(decided(core, 'two'));
}

export type Found = Served & { readonly decision: Decision | undefined };

/** What the sweep finds under the lock. */
export function closingNow(rules: Rules, state: State, process: Process, settings: Settings): Found {
  const { core, now } = state;
  const no = (kind: 'not-yet' | 'nothing-to-close') => ({ core, outcome: { kind }, decision: undefined });
  if (core.closing !== undefined) return no('nothing-to-close');
  if (rules.isSuspended(state) || !rules.mayCommit(state, process)) return no('not-yet');
  const lost = anotherDay(rules, state);
  if (lost !== undefined) return longer(moved(core, lost));
  if (!rules.mayClose(now, lastDayOfAll(newest(core))) || rules.waits(state, process)) return no('not-yet');
  const late = rules.lateNotices(core, settings);
  if (late !== undefined) return longer(given(core, late));
  const decision = rules.decision(core, settings);
  return { core: decided(core, decision), outcome: { kind: 'closed', result: decision }, decision };
}

/** R8: also a downtime that lay in nobody's last day when it happened, where a deadline has been moved to that day since. */
function anotherDay(rules: Rules, { core, downtimes }: State): number | undefined {
  const days = downtimes.flatMap((began) => rules.afterDowntime(newest(core), began) ?? []);
  return days.length === 0 ? undefined : Math.max(...days);
}

function longer(core: Core): Found {
  return { core, outcome: { kind: 'extended' }, decision: undefined };
}

export function decided(core: Core, result: Decision): Core {
  const { proposal: _proposal, ...rest } = core;
  return { ...rest, closing: { version: core.versions.length, result } };
}

function accepted(core: Core): Served {
  return { core, outcome: { kind: 'accepted' } };
}

function refused(core: Core, why: Extract<Outcome, { kind: 'refused' }>['why']): Served {
  return { core, outcome: { kind: 'refused', why } };
}
