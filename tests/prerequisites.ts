import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hasPostgres } from './support/postgres-server.ts';

const projectRoot = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Real papers stand beside the project where it is developed; they are never part of it. */
export const examplesFolder = join(projectRoot, '..', 'shared', 'examples');

export const hasExamples: boolean = existsSync(examplesFolder);

const browsers = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The browser of the stories: `CHROMIUM_PATH`, or the first that is installed. */
export const chromiumPath: string | undefined = [process.env['CHROMIUM_PATH'] ?? '', ...browsers].find(
  (path) => path !== '' && existsSync(path),
);

/** Said once for the whole run: a skipped test must not look like a passed one. */
export function setup(): void {
  if (chromiumPath === undefined) say('no Chromium found, the stories in the browser are skipped');
  if (!hasPostgres()) say('no PostgreSQL server found, PGlite in memory stands in for its dialect');
  if (!hasExamples) say('no real papers found beside the project, the tests that read them are skipped');
}

function say(reason: string): void {
  process.stdout.write(`Note: ${reason}.\n`);
}
