import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { dialogVerbs, executeVerbs, submitVerbs } from '../../src/adapters/teams/verbs/verb-data.ts';
import { roles } from './authorisation/people.ts';
import { press } from './authorisation/press.ts';
import { withTable } from './authorisation/readme-table.ts';
import { acts, expected } from './authorisation/sentences.ts';
import { situations, stageOf } from './authorisation/situations.ts';
import { verbsOf } from './authorisation/verbs.ts';
import { recordFigures } from './support/report.ts';

const readmeFile = fileURLToPath(new URL('../../src/domain/README.md', import.meta.url));

describe('who may do what, when', () => {
  it.each(situations)('%s: everybody may do what the table says, and nothing else', async (situation) => {
    const stage = await stageOf(situation);
    const wrong: string[] = [];
    for (const act of acts)
      for (const role of roles) {
        const due = expected(act, role, situation);
        const became = await press(stage, act, role);
        if (became !== due) wrong.push(`${role}, ${act}: ${became}, and the table says ${due}`);
      }
    expect(wrong).toEqual([]);
  });

  it('is a table large enough to be worth asking', () => {
    const cells = acts.length * roles.length * situations.length;
    const allowed = acts.flatMap((act) =>
      roles.flatMap((role) => situations.filter((situation) => expected(act, role, situation) !== 'no')),
    );
    recordFigures('authorisation product', {
      cells,
      roles: roles.length,
      acts: acts.length,
      situations: situations.length,
      allowed: allowed.length,
    });
    expect(cells).toBeGreaterThanOrEqual(1_500);
  });

  it('asks for every button, dialog and form that a card can send', () => {
    const sendable = [
      ...Object.keys(executeVerbs).map((verb) => `execute ${verb}`),
      ...Object.keys(dialogVerbs).map((verb) => `dialog ${verb}`),
      ...Object.keys(submitVerbs).map((verb) => `submit ${verb}`),
    ];
    const asked = new Set(Object.values(verbsOf).flat());
    expect([...asked].toSorted()).toEqual(sendable.toSorted());
  });

  it('stands in the README of the domain', () => {
    const readme = readFileSync(readmeFile, 'utf8');
    if (process.env['UPDATE_TABLE'] === '1') writeFileSync(readmeFile, withTable(readme));
    expect(readFileSync(readmeFile, 'utf8')).toBe(withTable(readme));
  });
});
