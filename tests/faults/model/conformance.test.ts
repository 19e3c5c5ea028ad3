import { describe, expect, it } from 'vitest';
import { recordFigures, times } from '../support/report.ts';
import type { Action } from './action.ts';
import { actionsOf } from './actions.ts';
import { firstWorld } from './domain.ts';
import { hashOf } from './explore.ts';
import {
  boundsOf,
  type Feature,
  type Features,
  features,
  firstState,
  pairs,
  settingsOf,
} from './features.ts';
import { type Both, stepBoth } from './lockstep.ts';
import { seeded } from './seeded.ts';
import { toldCourse } from './told.ts';

/** What the rules know nothing of: processes and copies of the log stand before and behind them. */
const outside: readonly Feature[] = ['two processes', 'restore'];
const inside = features.filter((each) => !outside.includes(each));
const seed = Number(process.env['SEED'] ?? 20_250_910);

type Node = { readonly both: Both; readonly from: Node | undefined; readonly action: Action | undefined };

describe('the model is about the program', () => {
  it('every short course: the rules in the program answer as the model does', () => {
    const limit = times(20, 20_000);
    let compared = 0;
    for (const pair of pairs.filter((each) => each.every((feature) => inside.includes(feature))))
      for (const presses of [1, 3]) compared += everyShortCourse(new Set(pair), presses, limit);
    expect(compared).toBeGreaterThan(10_000);
    recordFigures('model against domain, short courses', { 'steps compared': compared, differences: 0 });
  });

  it('long courses by chance, with many features at once', () => {
    const chance = seeded(seed);
    const walks = times(300, 30_000);
    let compared = 0;
    for (let walk = 0; walk < walks; walk += 1) {
      const chosen = new Set(inside.filter(() => chance() < 0.4));
      compared += oneWalk(chosen, chance);
    }
    expect(compared).toBeGreaterThan(walks * 20);
    recordFigures('model against domain, long courses', {
      courses: walks,
      'steps compared': compared,
      differences: 0,
      seed,
    });
  });
});

function everyShortCourse(chosen: Features, presses: number, limit: number): number {
  const settings = settingsOf(chosen);
  const bounds = boundsOf(chosen, presses);
  const nodes: Node[] = [{ both: firstOf(chosen), from: undefined, action: undefined }];
  const known = new Set<number>();
  let compared = 0;
  for (const node of nodes) {
    for (const action of actionsOf(node.both.state, chosen, bounds)) {
      compared += 1;
      const { both, difference } = stepBoth(node.both, action, settings);
      if (difference !== undefined) fail([...courseTo(node), action], difference);
      const hash = hashOf(both.state);
      if (known.has(hash) || nodes.length >= limit) continue;
      known.add(hash);
      nodes.push({ both, from: node, action });
    }
  }
  return compared;
}

function oneWalk(chosen: Features, chance: () => number): number {
  const settings = settingsOf(chosen);
  const bounds = boundsOf(chosen, 8);
  const course: Action[] = [];
  let both = firstOf(chosen);
  for (let steps = 0; steps < 40; steps += 1) {
    const possible = actionsOf(both.state, chosen, bounds);
    const kinds = [...new Set(possible.map(({ does }) => does))];
    const kind = kinds[Math.floor(chance() * kinds.length)];
    const ofKind = possible.filter(({ does }) => does === kind);
    const action = ofKind[Math.floor(chance() * ofKind.length)];
    if (action === undefined) break;
    course.push(action);
    const compared = stepBoth(both, action, settings);
    if (compared.difference !== undefined) fail(course, compared.difference);
    both = compared.both;
  }
  return course.length;
}

function firstOf(chosen: Features): Both {
  return { state: firstState(chosen), world: firstWorld(settingsOf(chosen)) };
}

function courseTo(node: Node): readonly Action[] {
  const course: Action[] = [];
  for (let at: Node | undefined = node; at?.action !== undefined; at = at.from) course.push(at.action);
  return course.toReversed();
}

function fail(course: readonly Action[], difference: string): never {
  expect.fail(`${difference}\n${toldCourse(course)}\nseed ${seed}`);
}
