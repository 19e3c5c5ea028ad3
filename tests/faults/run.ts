import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { asTable, recordedSince } from './support/report.ts';

/** Every row of the proof at its full length; arguments choose test files, and without any, all run. Takes hours. */
const projectRoot = fileURLToPath(new URL('../..', import.meta.url));
const began = Temporal.Now.instant();
const chosen = process.argv.slice(2);
if (chosen.length === 0) rmSync(`${projectRoot}/reports/faults`, { recursive: true, force: true });
const vitest = fileURLToPath(new URL('../../node_modules/vitest/vitest.mjs', import.meta.url));
const patience = ['--testTimeout=43200000', '--hookTimeout=600000'];
const files = chosen.length === 0 ? ['tests/faults'] : chosen;
const { status } = spawnSync(process.execPath, [vitest, 'run', ...patience, ...files], {
  cwd: projectRoot,
  env: { ...process.env, FAULTS: 'long' },
  stdio: 'inherit',
});
const machine = `Node ${process.version}, ${process.platform} ${process.arch}`;
const since = chosen.length === 0 ? began : Temporal.Instant.fromEpochMilliseconds(0);
const report = `# Proof under faults\n\n${machine}\n\n${asTable(recordedSince(since))}\n`;
writeFileSync(`${projectRoot}/reports/faults.md`, report);
process.exitCode = status ?? 1;
