import type { Planted } from './planted-project.ts';

/** A file that breaks one rule of biome.json. */
export type LintFault = { readonly rule: string; readonly path: string; readonly text: string };

const statements = (count: number): string => 'count += 1;\n'.repeat(count);
const longFunction = `export function add(start: number): number {\nlet count = start;\n${statements(40)}return count;\n}\n`;

export const lintFaults: readonly LintFault[] = [
  { rule: 'noExplicitAny', path: 'src/domain/any.ts', text: 'export const a = (b: any) => b;\n' },
  {
    rule: 'noNonNullAssertion',
    path: 'src/domain/bang.ts',
    text: 'export const a = (b?: string) => b!.length;\n',
  },
  { rule: 'noDefaultExport', path: 'src/domain/unnamed.ts', text: 'export default 1;\n' },
  { rule: 'noBarrelFile', path: 'src/domain/barrel.ts', text: "export { a } from './any.ts';\n" },
  { rule: 'noReExportAll', path: 'src/domain/wide-barrel.ts', text: "export * from './any.ts';\n" },
  {
    rule: 'useImportType',
    path: 'src/domain/import-type.ts',
    text: "import { A } from './any.ts';\nexport const a = (b: A) => b;\n",
  },
  { rule: 'noConsole', path: 'src/adapters/store/talks.ts', text: "console.log('planted');\n" },
  { rule: 'noConsole', path: 'src/adapters/local-teams/page/talks.js', text: "console.log('planted');\n" },
  { rule: 'noUndeclaredVariables', path: 'src/adapters/local-teams/page/lost.js', text: 'nowhere();\n' },
  { rule: 'noExcessiveLinesPerFunction', path: 'src/domain/long-function.ts', text: longFunction },
  { rule: 'noExcessiveLinesPerFile', path: 'tests/long-file.ts', text: 'await 1;\n'.repeat(201) },
  { rule: 'useFilenamingConvention', path: 'src/domain/camelCase.ts', text: 'export const a = 1;\n' },
  { rule: 'noRestrictedGlobals', path: 'src/adapters/store/date.ts', text: 'export const a = new Date();\n' },
  {
    rule: 'noRestrictedGlobals',
    path: 'src/domain/fetches.ts',
    text: "export const a = () => fetch('b');\n",
  },
  {
    rule: 'noRestrictedGlobals',
    path: 'src/application/waits.ts',
    text: 'setTimeout(() => undefined, 1);\n',
  },
  {
    rule: 'noJsRestrictedProperties',
    path: 'src/adapters/teams/now.ts',
    text: 'export const a = Temporal.Now.instant();\n',
  },
  {
    rule: 'noJsRestrictedProperties',
    path: 'src/adapters/teams/environment.ts',
    text: 'export const { env } = process;\n',
  },
  {
    rule: 'noJsRestrictedProperties',
    path: 'src/domain/chance.ts',
    text: 'export const a = Math.random();\n',
  },
  {
    rule: 'noJsRestrictedProperties',
    path: 'tests/chance.test.ts',
    text: 'export const a = Math.random();\n',
  },
  {
    rule: 'noRestrictedImports',
    path: 'src/adapters/http/process.ts',
    text: "import { env } from 'node:process';\nexport const a = env;\n",
  },
  {
    rule: 'noRestrictedImports',
    path: 'tests/sleeps.test.ts',
    text: "import { setTimeout } from 'node:timers/promises';\nawait setTimeout(1);\n",
  },
  { rule: 'noRestrictedGlobals', path: 'tests/waits.test.ts', text: 'setTimeout(() => undefined, 1);\n' },
  {
    rule: 'noJsRestrictedProperties',
    path: 'tests/mocks.test.ts',
    text: "import { vi } from 'vitest';\nvi.mock('../src/domain/any.ts');\n",
  },
  {
    rule: 'noFloatingPromises',
    path: 'src/application/forgets.ts',
    text: 'const send = async (): Promise<void> => {};\nexport const a = (): void => {\n  send();\n};\n',
  },
  {
    rule: 'noSkippedTests',
    path: 'tests/skips.test.ts',
    text: "import { it } from 'vitest';\nit.skip('a', () => {});\n",
  },
  {
    rule: 'noFocusedTests',
    path: 'tests/only.test.ts',
    text: "import { it } from 'vitest';\nit.only('a', () => {});\n",
  },
];

export const wellWritten: Planted = {
  'src/domain/named.ts': 'export const first = (b?: string): number => b?.length ?? 0;\n',
  'src/application/told-the-time.ts':
    'export const isOver = (now: Temporal.Instant, end: Temporal.Instant): boolean =>\n  Temporal.Instant.compare(now, end) >= 0;\n',
  'src/adapters/scheduler/system-clock.ts':
    'export const now = (): Temporal.Instant => Temporal.Now.instant();\n',
  'src/config.ts': 'export const environment = process.env;\n',
  'src/cli.ts': "console.log('planted');\n",
  'src/adapters/store/answers.ts': "export const a = async (): Promise<void> => {\n  await fetch('b');\n};\n",
  'src/presentation/texts/minutes.da.ts': "export const text = 'planted';\n",
  'src/adapters/local-teams/page/clock.js': 'document.title = new Date().toISOString();\n',
  'tests/long-story.test.ts': `import { describe } from 'vitest';\ndescribe('a', () => {\n${'  a();\n'.repeat(60)}});\nfunction a(): void {}\n`,
};
