import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { boundaryFaults, harmlessNeighbours } from './support/boundary-faults.ts';
import { type Planted, plantedProject, runTool } from './support/planted-project.ts';
import { projectRoot, sourceFiles } from './support/project-files.ts';

type Violation = { readonly from: string; readonly to: string; readonly rule: { readonly name: string } };
type Cruise = {
  readonly modules: readonly { readonly source: string }[];
  readonly summary: { readonly violations: readonly Violation[] };
};

const configured = createRequire(import.meta.url)(join(projectRoot, '.dependency-cruiser.cjs')) as {
  readonly forbidden: readonly { readonly name: string }[];
};

function cruise(root: string, ...folders: readonly string[]): Cruise {
  const tool = 'dependency-cruiser/bin/dependency-cruiser.mjs';
  const args = ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...folders];
  const run = runTool(root, tool, ...args);
  expect(run.stderr).toBe('');
  return JSON.parse(run.stdout) as Cruise;
}

function brokenRules(planted: Planted): readonly string[] {
  return cruise(plantedProject(planted), 'src').summary.violations.map(
    ({ rule, from }) => `${rule.name}: ${from}`,
  );
}

describe('who may import whom', () => {
  // Every file of the project is read: seconds alone, half a minute on a machine that does other things too.
  it('holds in this project, and every source file was read', { timeout: 90_000 }, () => {
    const { modules, summary } = cruise(projectRoot, 'src', 'tests');
    expect(summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`)).toEqual([]);
    const read = new Set(modules.map((module) => module.source));
    const unread = sourceFiles().filter((file) => !read.has(file.path) && !file.path.includes('/page/'));
    expect(unread.map((file) => file.path)).toEqual([]);
  });

  it('has a planted fault for every rule', () => {
    const names = configured.forbidden.map((rule) => rule.name);
    expect(Object.keys(boundaryFaults).toSorted()).toEqual(names.toSorted());
  });

  it('sees every planted fault', () => {
    const expected = Object.entries(boundaryFaults).map(([rule, fault]) => `${rule}: ${fault.guilty}`);
    const planted = Object.assign(
      {},
      ...Object.values(boundaryFaults).map((fault) => fault.files),
    ) as Planted;
    const seen = new Set(brokenRules(planted));
    expect(expected.filter((fault) => !seen.has(fault))).toEqual([]);
  });

  it('lets pass what the table allows', () => {
    expect(brokenRules(harmlessNeighbours)).toEqual([]);
  });
});
