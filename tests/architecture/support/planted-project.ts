import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { projectRoot } from './project-files.ts';

const configuration = [
  'package.json',
  'tsconfig.json',
  'biome.json',
  'knip.json',
  '.dependency-cruiser.cjs',
  '.gitignore',
];

/** Files by their path from the root. */
export type Planted = Readonly<Record<string, string>>;

export type ToolRun = { readonly exitCode: number | null; readonly stdout: string; readonly stderr: string };

/** The project's own configuration over a tree of planted files, in a folder that is removed after the test. */
export function plantedProject(planted: Planted): string {
  const root = mkdtempSync(join(tmpdir(), 'planted-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const name of configuration) copyFileSync(join(projectRoot, name), join(root, name));
  symlinkSync(join(projectRoot, 'node_modules'), join(root, 'node_modules'), 'junction');
  for (const [path, text] of Object.entries(planted)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

/** Runs the JavaScript file that a package names as its command, on this very Node. */
export function runTool(cwd: string, script: string, ...args: readonly string[]): ToolRun {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(projectRoot, 'node_modules', script), ...args],
    { cwd, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  return { exitCode: status, stdout, stderr };
}
