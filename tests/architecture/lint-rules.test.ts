import { describe, expect, it } from 'vitest';
import { lintFaults, wellWritten } from './support/lint-faults.ts';
import { type Planted, plantedProject, runTool } from './support/planted-project.ts';

type Report = {
  readonly diagnostics: readonly {
    readonly category: string;
    readonly severity: string;
    readonly location: { readonly path: string | { readonly file: string } };
  }[];
};

/** `category: path` of everything Biome refuses, with the project's own configuration. */
function refused(planted: Planted): readonly string[] {
  const root = plantedProject(planted);
  const args = ['lint', '--reporter=json', '--max-diagnostics=none', ...Object.keys(planted)];
  const { stdout } = runTool(root, '@biomejs/biome/bin/biome', ...args);
  const report = JSON.parse(stdout) as Report;
  return report.diagnostics
    .filter((diagnostic) => diagnostic.severity === 'error')
    .map(({ category, location }) => {
      const path = typeof location.path === 'string' ? location.path : location.path.file;
      return `${category.split('/').at(-1)}: ${path.replaceAll('\\', '/')}`;
    });
}

describe('the linter', () => {
  it('refuses every planted fault', () => {
    const planted = Object.fromEntries(lintFaults.map((fault) => [fault.path, fault.text]));
    const seen = new Set(refused(planted));
    const expected = lintFaults.map(({ rule, path }) => `${rule}: ${path}`);
    expect(expected.filter((fault) => !seen.has(fault))).toEqual([]);
  });

  it('has nothing to say of the same thoughts written as the house writes them', () => {
    expect(refused(wellWritten)).toEqual([]);
  });
});
