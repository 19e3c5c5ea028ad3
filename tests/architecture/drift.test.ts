import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  driftBetween,
  keysOf,
  noDrift,
  quotedWords,
  scriptsNamedIn,
  variablesNamedIn,
} from './support/drift.ts';
import type { Manifest } from './support/packages.ts';
import { projectFiles, projectRoot, readProjectFile } from './support/project-files.ts';
import { synonyms } from './support/vocabulary.ts';

const scripts = Object.keys((JSON.parse(readProjectFile('package.json').text) as Manifest).scripts);
const topLevel = [
  ...[
    'src',
    'teamsapp',
    'cards',
    'infra',
    'tests',
    'package.json',
    'tsconfig.json',
    'teamsapp.yml',
    'README.md',
  ],
  ...['package-lock.json', 'biome.json', 'knip.json', 'vitest.config.ts'],
];
const madeHere = ['node_modules', 'data', 'reports', 'coverage'];

const fileNames = (pattern: string): readonly string[] =>
  projectFiles(pattern).map((file) => file.path.split('/').at(-1) ?? '');

describe('README and scripts', () => {
  it('name each other', () => {
    expect(driftBetween(scriptsNamedIn(readProjectFile('README.md').text), scripts)).toEqual(noDrift);
  });

  it('are seen to drift', () => {
    const text = 'Run `npm start`, `npm run --silent import -- FILE`, then `npm run planted`.';
    expect(driftBetween(scriptsNamedIn(text), ['start', 'import', 'bench'])).toEqual({
      onlyLeft: ['planted'],
      onlyRight: ['bench'],
    });
  });
});

describe('README and environment', () => {
  it('name the same variables', async () => {
    const config: Record<string, unknown> = await import(
      pathToFileURL(join(projectRoot, 'src/config.ts')).href
    );
    const documented = variablesNamedIn(readProjectFile('README.md').text);
    expect(driftBetween(documented, keysOf(config['environmentSchema']))).toEqual(noDrift);
  });

  it('are seen to drift', () => {
    const schema = z.object({ PORT: z.string(), PLANTED: z.string() }).transform((read) => read);
    const text = '| name | what |\n| --- | --- |\n| `PORT`, `HOST` | where |\n| `LOCAL_TEAMS=1` | here |\n';
    expect(driftBetween(variablesNamedIn(text), keysOf(schema))).toEqual({
      onlyLeft: ['HOST', 'LOCAL_TEAMS'],
      onlyRight: ['PLANTED'],
    });
  });
});

describe('the vocabulary', () => {
  const vocabulary = quotedWords(readProjectFile('src/domain/README.md').text);

  it('holds every word that the names are sent to', () => {
    const wanted = Object.keys(synonyms).filter((word) => /^[a-zA-Z]+(, [a-zA-Z]+)*$/.test(word));
    expect(wanted.length).toBeGreaterThan(15);
    expect(wanted.flatMap((word) => word.split(', ')).filter((word) => !vocabulary.has(word))).toEqual([]);
  });

  it('holds every folder of the domain', () => {
    const folders = readdirSync(join(projectRoot, 'src/domain'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name);
    expect(folders.filter((folder) => !vocabulary.has(`${folder}/`))).toEqual([]);
  });

  it('is seen to lack a word', () => {
    expect(quotedWords('meeting, `agenda`').has('meeting')).toBe(false);
  });
});

describe('pages that list files', () => {
  it('name every port', () => {
    const named = quotedWords(readProjectFile('src/ports/README.md').text);
    expect(fileNames('src/ports/*.ts').filter((name) => !named.has(name))).toEqual([]);
    expect(driftBetween(['clock.ts', 'planted.ts'], named).onlyLeft).toEqual(['planted.ts']);
  });

  it('number every decision once', () => {
    const numbers = fileNames('src/decisions/*.md').map((name) => name.slice(0, 3));
    expect(numbers).toEqual(numbers.map((_, index) => String(index).padStart(3, '0')));
  });
});

describe('the top level', () => {
  it('is the one that was agreed', () => {
    const names = readdirSync(projectRoot).filter(
      (name) => !name.startsWith('.') && !madeHere.includes(name),
    );
    expect(driftBetween(names, topLevel).onlyLeft).toEqual([]);
    expect(driftBetween([...names, 'planted'], topLevel).onlyLeft).toEqual(['planted']);
  });
});
