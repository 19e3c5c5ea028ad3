import type { Action, Outcome } from './action.ts';
import { actionsOf } from './actions.ts';
import { broken } from './check.ts';
import { boundsOf, type Features, firstState, settingsOf } from './features.ts';
import type { Rules } from './rules.ts';
import type { State } from './state.ts';
import { step } from './step.ts';

export type Violation = { readonly invariants: readonly string[]; readonly trace: readonly Action[] };

export type Explored = {
  readonly states: number;
  readonly transitions: number;
  /** Whether every state within the bounds was seen, or the limit of states came first. */
  readonly whole: boolean;
  readonly violation?: Violation;
};

export type Exploration = {
  readonly rules: Rules;
  readonly chosen: Features;
  readonly presses: number;
  readonly limit: number;
  /** Sees every transition, with the shortest way to it. */
  readonly seen?: (trace: () => readonly Action[], action: Action, outcome: Outcome) => void;
};

/** A state that was looked at is let go of; the way to it is kept. */
type Node = { state: State | undefined; readonly from: number; readonly action: Action | undefined };

/** Breadth first, so that the first violation found is a shortest one. A state is kept once, by its hash. */
export function explore({ rules, chosen, presses, limit, seen }: Exploration): Explored {
  const settings = settingsOf(chosen);
  const bounds = boundsOf(chosen, presses);
  const nodes: Node[] = [{ state: firstState(chosen), from: -1, action: undefined }];
  const known = new Set<number>();
  let transitions = 0;
  for (let place = 0; place < nodes.length; place += 1) {
    const node = nodes[place];
    const before = node?.state;
    if (node === undefined || before === undefined) break;
    node.state = undefined;
    for (const action of actionsOf(before, chosen, bounds)) {
      transitions += 1;
      const { state, outcome } = step(rules, settings, before, action);
      seen?.(() => traceTo(nodes, place), action, outcome);
      const invariants = broken({ before, action, outcome, after: state, settings });
      if (invariants.length > 0) {
        const trace = [...traceTo(nodes, place), action];
        return { states: nodes.length, transitions, whole: false, violation: { invariants, trace } };
      }
      if (state === before || nodes.length >= limit) continue;
      const hash = hashOf(state);
      if (known.has(hash)) continue;
      known.add(hash);
      nodes.push({ state, from: place, action });
    }
  }
  return { states: nodes.length, transitions, whole: nodes.length < limit };
}

function traceTo(nodes: readonly Node[], place: number): readonly Action[] {
  const trace: Action[] = [];
  for (let at = nodes[place]; at?.action !== undefined; at = nodes[at.from]) trace.push(at.action);
  return trace.toReversed();
}

const told = new WeakMap<object, number>();

/** Log and truth are the same in most states that follow each other: each is read once. */
function hashOfPart(part: object): number {
  const known = told.get(part) ?? hashOfText(JSON.stringify(part));
  told.set(part, known);
  return known;
}

export function hashOf({ core, truth, backup, ...rest }: State): number {
  const parts = [core, truth, backup?.core, backup?.truth].map((each) =>
    each === undefined ? 0 : hashOfPart(each),
  );
  return hashOfText(JSON.stringify([parts, rest]));
}

/** 53 bits of a text: among a million states the chance that two share one is one in twenty thousand. */
function hashOfText(text: string): number {
  let low = 0x9e3779b9;
  let high = 0x243f6a88;
  for (let place = 0; place < text.length; place += 1) {
    const sign = text.charCodeAt(place);
    low = Math.imul(low ^ sign, 0x85ebca6b);
    high = Math.imul(high ^ sign, 0xc2b2ae35);
  }
  low = Math.imul(low ^ (low >>> 16), 0x85ebca6b) ^ Math.imul(high ^ (high >>> 13), 0xc2b2ae35);
  high = Math.imul(high ^ (high >>> 16), 0x85ebca6b) ^ Math.imul(low ^ (low >>> 13), 0xc2b2ae35);
  return (high & 0x1fffff) * 0x100000000 + (low >>> 0);
}
