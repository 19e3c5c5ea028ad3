import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { allTexts } from './all-texts.ts';

const file = 'tests/texts/da.golden.md';

const golden = [
  '# Alle tekster',
  '',
  'Made by `UPDATE_TEXTS=1 npx vitest run tests/texts`, to be read by a person whenever it changes.',
  ...allTexts.flatMap(({ title, parts }) => [
    '',
    `## ${title}`,
    ...parts.flatMap(({ name, lines }) => ['', `### ${name}`, '', ...lines.map((line) => `- ${line}`)]),
  ]),
  '',
].join('\n');

const lines = allTexts.flatMap(({ parts }) => parts.flatMap((part) => part.lines));

describe('the Danish texts', () => {
  it('are those that were read and agreed', () => {
    if (process.env['UPDATE_TEXTS'] === '1') writeFileSync(file, golden);
    expect(existsSync(file) ? readFileSync(file, 'utf8') : '').toBe(golden);
  });

  it('keep the tone of a good secretary: no exclamation marks, no emoji, no Ups', () => {
    expect(lines.filter((line) => /!|\p{Extended_Pictographic}|\bUps\b/u.test(line))).toEqual([]);
  });

  it('show no traces of the program', () => {
    expect(lines.filter((line) => /undefined|null|NaN|\[object|\$\{|\d{4}-\d{2}-\d{2}T/.test(line))).toEqual(
      [],
    );
  });

  it('write dates with weekday, and midnight as 24.00', () => {
    expect(lines.filter((line) => /kl\. 0\.00|(?<!dag )den \d+\. [a-z]+ \d{4}/.test(line))).toEqual([]);
  });

  it('have no doubled or missing signs at the joints', () => {
    expect(lines.filter((line) => /\.\.|,,| {2}| [.,:;](?!docx|txt)|\.\s*·|undefined/.test(line))).toEqual(
      [],
    );
  });
});
