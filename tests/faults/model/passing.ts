import type { Action, Outcome } from './action.ts';
import type { Rules } from './rules.ts';
import { moved, notified } from './serving.ts';
import {
  type Member,
  newest,
  type Officer,
  type Process,
  type State,
  type Tick,
  withMember,
} from './state.ts';
import { promised, wasNotified } from './truth.ts';

export type Stepped = { readonly state: State; readonly outcome: Outcome };

const accepted: Outcome = { kind: 'accepted' };

/** Time, seats, processes, doubts and copies: what happens around the acts. */
export function passed(rules: Rules, state: State, action: Action): Stepped {
  const after = (change: Partial<State>): Stepped => ({ state: { ...state, ...change }, outcome: accepted });
  switch (action.does) {
    case 'tick':
      return after({ now: state.now + 1 });
    case 'downtime':
      return after(afterDowntime(rules, state));
    case 'notice':
      return after({
        core: notified(state.core, action.member, state.now),
        truth: wasNotified(state.truth, action.member, state.now),
      });
    case 'leave':
    case 'join':
      return after({ core: seated(rules, state, action.member, action.does) });
    case 'beat':
      return after({
        workedOff: withMember(state.workedOff, action.process, workedOff(state, action.process)),
      });
    case 'fence':
      return after({ fenced: withMember(state.fenced, action.process, true) });
    case 'doubt':
    case 'confirm':
      return after({ doubted: action.does === 'doubt' });
    case 'end-safe-mode':
      return safeModeEnded(rules, state, action.officer);
    default:
      return after(restored(rules, state, action));
  }
}

/** What was on its way in is lost unanswered, and both processes begin anew. */
function afterDowntime(rules: Rules, state: State): Partial<State> {
  const now = state.now + 1;
  const begun = {
    now,
    inFlight: [],
    planned: [null, null],
    downtimes: [...state.downtimes, state.now],
  } as const;
  const workedOff = [now, Math.max(now, state.workedOff[1])] as const;
  const { core } = state;
  const to = core.closing === undefined ? rules.afterDowntime(newest(core), state.now) : undefined;
  const later = to === undefined ? core : moved(core, to);
  return { ...begun, workedOff, core: later, truth: promised(state.truth, later) };
}

function seated(rules: Rules, { core, now }: State, member: Member, does: 'leave' | 'join') {
  const held = core.seats[member];
  const left = held.map((seat) => (seat.until === undefined ? { ...seat, until: now } : seat));
  const seats = does === 'leave' ? left : [...held, { from: now }];
  const after = { ...core, seats: withMember(core.seats, member, seats) };
  return does === 'leave' ? rules.afterLeaving(after, member) : after;
}

function workedOff({ inFlight: open, now }: State, process: Process): Tick {
  return Math.min(
    now,
    ...open.filter((each) => each.process === process).map(({ receivedAt }) => receivedAt),
  );
}

function safeModeEnded(rules: Rules, state: State, officer: Officer): Stepped {
  const { proposedBy } = state.safe;
  if (proposedBy === undefined)
    return { state: { ...state, safe: { on: true, proposedBy: officer } }, outcome: accepted };
  if (!rules.mayEndSafeMode(proposedBy, officer))
    return { state, outcome: { kind: 'refused', why: 'second-person-needed' } };
  const stands =
    state.core.closing === undefined ? state.core.versions.length - 1 : state.core.versions.length;
  const known = state.decided.filter((version) => version <= stands);
  return {
    state: { ...state, safe: { on: false }, anchored: state.core.seq, decided: known },
    outcome: accepted,
  };
}

function restored(rules: Rules, state: State, { does }: Action): Partial<State> {
  const { now, core, truth, backup, anchored, downtimes } = state;
  if (does === 'back-up') return { backup: { now, core, truth, downtimes } };
  if (does === 'anchor') return { anchored: core.seq };
  if (backup === undefined) throw new TypeError('there is no backup');
  const on = state.safe.on || !rules.isSafeAfterRestore(backup.core, anchored);
  // what was lost lasted from the backup until now: in that time nobody could have answered
  const lost = Array.from({ length: now - backup.now }, (_none, ticks) => backup.now + ticks);
  const down = [...new Set([...backup.downtimes, ...lost])];
  return {
    core: backup.core,
    truth: backup.truth,
    downtimes: down,
    safe: { on },
    inFlight: [],
    planned: [null, null],
  };
}
