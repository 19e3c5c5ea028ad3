import type { Action, Outcome } from './action.ts';
import { type Acted, decideAct, recordFor } from './acts.ts';
import { passed, type Stepped } from './passing.ts';
import type { Rules } from './rules.ts';
import { approveByTwo, closingNow, decided, extend, ruleOn, type Served, sendVersion } from './serving.ts';
import {
  isSeated,
  keyOf,
  newest,
  type Press,
  type Settings,
  type State,
  type Tick,
  withMember,
} from './state.ts';
import { acknowledged, promised, reachedInTime, versionWasSent, wasInTime } from './truth.ts';

const accepted: Outcome = { kind: 'accepted' };

/** One thing happens. */
export function step(rules: Rules, settings: Settings, state: State, action: Action): Stepped {
  const { state: after, outcome } = happened(rules, settings, state, action);
  if (!settings.countsEvents || after.core === state.core || action.does === 'restore')
    return { state: after, outcome };
  const core = { ...after.core, seq: state.core.seq + 1 };
  // each decision is anchored with it
  const anchored = core.closing === state.core.closing ? after.anchored : core.seq;
  return { state: { ...after, core, anchored }, outcome };
}

function happened(rules: Rules, settings: Settings, state: State, action: Action): Stepped {
  switch (action.does) {
    case 'click':
      return acted(rules, remembered(state, action.press, settings), action.press, state.now);
    case 'post':
      return { state: remembered(state, action.press, settings), outcome: accepted };
    case 'deliver':
      return acted(rules, state, action.press, state.now);
    case 'record':
      return recorded(rules, state, action.press);
    case 'receive':
    case 'answer':
      return inFlight(rules, state, action);
    case 'close':
    case 'begin-closing':
    case 'commit-closing':
      return closing(rules, settings, state, action);
    case 'send':
    case 'rule':
    case 'extend':
    case 'approve-by-two':
      return served(rules, settings, state, action);
    default:
      return passed(rules, state, action);
  }
}

/** A click that may come again. */
function remembered(state: State, press: Press, { keepsPresses }: Settings): State {
  const known = !keepsPresses || state.presses.some((each) => keyOf(each) === keyOf(press));
  return known
    ? state
    : { ...state, presses: [...state.presses, press].toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)) };
}

function acted(rules: Rules, state: State, press: Press, receivedAt: Tick): Stepped {
  return told(
    state,
    press,
    decideAct(rules, state.core, press, receivedAt),
    wasInTime(state, press, receivedAt),
  );
}

function recorded(rules: Rules, state: State, press: Press): Stepped {
  return told(state, press, recordFor(rules, state.core, press, state.now), reachedInTime(state, press));
}

function told(state: State, press: Press, { core, told: answer }: Acted, inTime: boolean): Stepped {
  if (answer.kind !== 'done')
    return { state: core === state.core ? state : { ...state, core }, outcome: answer };
  const open = state.core.closing === undefined;
  const truth = acknowledged(state.truth, press, answer, inTime && open);
  return { state: { ...state, core, truth }, outcome: answer };
}

function inFlight(
  rules: Rules,
  state: State,
  action: Extract<Action, { does: 'receive' | 'answer' }>,
): Stepped {
  if (action.does === 'receive') {
    const { press, process } = action;
    const received = { press, receivedAt: state.now, process };
    return { state: { ...state, inFlight: [...state.inFlight, received] }, outcome: accepted };
  }
  const begun = state.inFlight[action.which];
  if (begun === undefined) throw new TypeError('nothing of that kind is in flight');
  const rest = { ...state, inFlight: state.inFlight.toSpliced(action.which, 1) };
  if (!rules.mayCommit(state, begun.process))
    return { state: rest, outcome: { kind: 'refused', why: 'unavailable' } };
  return acted(rules, rest, begun.press, begun.receivedAt);
}

type ClosingAction = Extract<Action, { does: 'close' | 'begin-closing' | 'commit-closing' }>;

function closing(rules: Rules, settings: Settings, state: State, { does, process }: ClosingAction): Stepped {
  const begun = state.planned[process];
  const planned = withMember(state.planned, process, null);
  if (does === 'commit-closing' && begun !== null && !rules.decidesUnderLock())
    return closed(
      { ...state, planned },
      { core: decided(state.core, begun.result), outcome: { kind: 'closed', result: begun.result } },
    );
  const found = closingNow(rules, state, process, settings);
  if (does !== 'begin-closing') return closed({ ...state, planned }, found);
  const plan =
    found.decision === undefined ? null : { version: state.core.versions.length, result: found.decision };
  return { state: { ...state, planned: withMember(state.planned, process, plan) }, outcome: accepted };
}

function closed(state: State, { core, outcome }: Served): Stepped {
  const truth = promised(state.truth, core);
  const decisions = outcome.kind === 'closed' ? [...state.decided, core.versions.length] : state.decided;
  return { state: { ...state, core, truth, decided: decisions }, outcome };
}

type ServiceAction = Extract<Action, { does: 'send' | 'rule' | 'extend' | 'approve-by-two' }>;

function served(rules: Rules, settings: Settings, state: State, action: ServiceAction): Stepped {
  const { core, outcome } = servedBy(rules, settings, state, action);
  if (core === state.core) return { state, outcome };
  if (action.does !== 'send')
    return { state: { ...state, core, truth: promised(state.truth, core) }, outcome };
  const asked = [isSeated(core.seats[0], state.now), isSeated(core.seats[1], state.now)] as const;
  const sent = versionWasSent(state.truth, state.now, asked, newest(core).lastDay, !settings.ownNotices);
  return { state: { ...state, core, truth: sent, planned: [null, null] }, outcome };
}

function servedBy(rules: Rules, settings: Settings, { core, now }: State, action: ServiceAction): Served {
  switch (action.does) {
    case 'send':
      return sendVersion(rules, core, action.text, now, settings);
    case 'rule':
      return ruleOn(core, action.objection, action.kind);
    case 'extend':
      return extend(rules, core, action.to, action.whom, now);
    case 'approve-by-two':
      return approveByTwo(rules, core, action.officer);
  }
}
