import type { Role } from './people.ts';
import { type Act, acts, roleGroups, type Sentence, sentences, situationGroups } from './sentences.ts';
import type { Situation } from './situations.ts';

const begins =
  '<!-- who may do what: made by UPDATE_TABLE=1 vitest run tests/faults/authorisation.test.ts -->';
const ends = '<!-- end of who may do what -->';

/** The README with the table that the sentences make. */
export function withTable(readme: string): string {
  const [before = '', rest = ''] = readme.split(begins);
  const [, after = ''] = rest.split(ends);
  return `${before}${begins}\n${legend()}\n\n${table()}\n${ends}${after}`;
}

function legend(): string {
  const said = (groups: Readonly<Record<string, readonly string[]>>) =>
    Object.entries(groups).map(([name, of]) => `| *${name}* | ${of.join(', ')} |`);
  const head = ['| in the table | means |', '| --- | --- |'];
  return [...head, ...said(roleGroups), ...said(situationGroups)].join('\n');
}

function table(): string {
  const rows = acts.map((act) => `| ${act} | ${whoOf(act)} | ${whenOf(act)} |`);
  return ['| may | who | when |', '| --- | --- | --- |', ...rows].join('\n');
}

function whoOf(act: Act): string {
  return inGroups<Role>(sentences[act].who, roleGroups);
}

function whenOf(act: Act): string {
  const { when, remark = [], but = {} }: Omit<Sentence, 'may'> = sentences[act];
  const late =
    remark.length === 0 ? '' : `; as a late remark: ${inGroups<Situation>(remark, situationGroups)}`;
  const fewer = Object.entries(but).map(
    ([situation, who]) => `; ${situation}: only ${inGroups<Role>(who, roleGroups)}`,
  );
  return `${inGroups<Situation>(when, situationGroups)}${late}${fewer.join('')}`;
}

/** The largest groups that are wholly in it, then what is left. */
function inGroups<T extends string>(
  all: readonly T[],
  groups: Readonly<Record<string, readonly T[]>>,
): string {
  const named: string[] = [];
  let left = all;
  for (const [name, of] of Object.entries(groups).toSorted(([, a], [, b]) => b.length - a.length)) {
    if (!of.every((each) => left.includes(each))) continue;
    named.push(`*${name}*`);
    left = left.filter((each) => !of.includes(each));
  }
  return [...named, ...left].join(', ');
}
