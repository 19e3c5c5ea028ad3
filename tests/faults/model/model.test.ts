import { describe, expect, it } from 'vitest';
import { isLong, recordFigures, times } from '../support/report.ts';
import { type Bug, bugs } from './bugs.ts';
import { invariants } from './check.ts';
import { type Explored, explore } from './explore.ts';
import { pairs } from './features.ts';
import { rules } from './rules.ts';
import { toldCourse } from './told.ts';

/** Clicks in one course, and states looked at for two features, in the order in which they are tried. */
const depths = isLong
  ? [
      { presses: 1, limit: 200_000 },
      { presses: 2, limit: 200_000 },
      { presses: 3, limit: 200_000 },
    ]
  : [{ presses: 1, limit: 1_500 }];

describe('the model of the approval core', () => {
  it('breaks no invariant, whichever two features come together', () => {
    const explored = pairs.flatMap((pair) =>
      depths.map((depth) => explore({ rules, chosen: new Set(pair), ...depth })),
    );
    for (const { violation } of explored)
      if (violation !== undefined)
        expect.fail(`${violation.invariants.join(', ')}\n${toldCourse(violation.trace)}`);
    recordFigures('explicit-state model', {
      pairs: pairs.length,
      invariants: Object.keys(invariants).length,
      states: sum(explored, 'states'),
      transitions: sum(explored, 'transitions'),
      'explorations that saw every state': explored.filter(({ whole }) => whole).length,
      of: explored.length,
      violations: 0,
    });
  });
});

describe('a mistake in the rules is found', () => {
  const found: { readonly broke: readonly string[]; readonly length: number }[] = [];

  it.each(Object.entries(bugs))('%s', (name, bug) => {
    const violation = shortestOf(bug);
    expect(violation, 'is found').toBeDefined();
    if (violation === undefined) return;
    found.push({ broke: violation.invariants, length: violation.trace.length });
    process.stdout.write(`${name}: ${violation.invariants.join(', ')}\n${toldCourse(violation.trace)}\n`);
  });

  it('every time, in a course short enough to be read', () => {
    expect(found.length).toBe(Object.keys(bugs).length);
    const longest = Math.max(...found.map(({ length }) => length));
    recordFigures('seeded bugs', { bugs: found.length, found: found.length, 'longest course': longest });
    expect(longest).toBeLessThan(16);
    const everBroken = new Set(found.flatMap(({ broke }) => broke));
    expect(Object.keys(invariants).filter((name) => !everBroken.has(name))).toEqual([]);
  });
});

/** With as few clicks as it takes. */
function shortestOf({ among, broken }: Bug): Explored['violation'] {
  for (const presses of [0, 1, 2, 3]) {
    const { violation } = explore({
      rules: { ...rules, ...broken },
      chosen: new Set(among),
      presses,
      limit: times(20_000, 100_000),
    });
    if (violation !== undefined) return violation;
  }
  return undefined;
}

function sum(explored: readonly Explored[], what: 'states' | 'transitions'): number {
  return explored.reduce((all, each) => all + each[what], 0);
}
