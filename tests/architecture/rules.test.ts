import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot, readProjectFile } from './support/project-files.ts';
import { faultsOfRule, rulesNamedIn } from './support/rules-table.ts';

const read = (path: string): string | undefined =>
  existsSync(join(projectRoot, path)) ? readProjectFile(path).text : undefined;

describe('the rules of approval', () => {
  const lines = rulesNamedIn(readProjectFile('src/domain/README.md').text);

  it('stand in the table of the domain, each once', () => {
    expect(lines.map(({ rule }) => rule)).toEqual(Array.from({ length: 19 }, (_, index) => `R${index + 1}`));
  });

  it.each(lines)('$rule is named by what keeps it and by a test', (line) => {
    expect(faultsOfRule(line, read)).toEqual([]);
  });

  it('are seen to drift', () => {
    const files: Readonly<Record<string, string>> = {
      'kept.ts': '/** R1: kept. */',
      'shown.test.ts': "it('R1: is shown', () => {});",
      'elsewhere.test.ts': "it('is R1', () => {}); it('R11: is another', () => {});",
    };
    const [line] = rulesNamedIn('| rule | says |\n| R1 | something | `kept.ts` | `shown.test.ts` |\n');
    if (line === undefined) throw new TypeError('a line was planted');
    const faults = (more: Partial<typeof line>) => faultsOfRule({ ...line, ...more }, (path) => files[path]);
    expect(faults({})).toEqual([]);
    expect(faults({ kept: ['gone.ts'] })).toEqual(['R1: gone.ts is not there']);
    expect(faults({ shown: ['elsewhere.test.ts'] })).toEqual(['R1: elsewhere.test.ts does not name it']);
    expect(faults({ rule: 'R2' })).toEqual([
      'R2: kept.ts does not name it',
      'R2: shown.test.ts does not name it',
    ]);
    expect(faults({ kept: [] })).toEqual(['R1 is kept or shown nowhere']);
  });
});
