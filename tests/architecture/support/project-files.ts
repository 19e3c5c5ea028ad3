import { globSync, readFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectRoot = join(dirname(fileURLToPath(import.meta.url)), '../../..');

/** A file as the rules see it: its path from the project root with `/`, and its text. */
export type ProjectFile = { readonly path: string; readonly text: string };

export function readProjectFile(path: string): ProjectFile {
  return { path, text: readFileSync(join(projectRoot, path), 'utf8') };
}

export function projectFiles(...patterns: readonly string[]): readonly ProjectFile[] {
  return globSync([...patterns], { cwd: projectRoot })
    .map((path) => path.split(sep).join('/'))
    .sort()
    .map(readProjectFile);
}

/** All TypeScript of ours, and the page's JavaScript. */
export function codeFiles(): readonly ProjectFile[] {
  return projectFiles('src/**/*.ts', 'src/**/*.js', 'tests/**/*.ts', '*.ts').filter(
    (file) => !file.path.includes('/fixtures/'),
  );
}

export function sourceFiles(): readonly ProjectFile[] {
  return codeFiles().filter((file) => file.path.startsWith('src/'));
}
