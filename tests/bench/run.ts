import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { hasPostgres } from '../support/postgres-server.ts';
import { measureApprove } from './approve.ts';
import { startChild } from './child.ts';
import { approveLines, type IdleReport, idleLines, papersLines, startLines } from './lines.ts';
import type { PapersReport } from './papers-process.ts';
import { measurePostgres } from './postgres.ts';
import { asMarkdown, judged, type Line, writeReport } from './report.ts';
import { measureRush } from './rush.ts';
import { postgresLines, rushLines } from './scale-lines.ts';
import { measureStart, newData, startBareIdle, startOursIdle } from './start.ts';

/** The demo is seeded in a few seconds; the PDF process ends a minute after its last paper. */
const restMs = 75_000;
const settleMs = 10_000;
const rounds = 3;

/** All figures of one run, side by side on one machine; the process fails when a target is missed. */
async function run(folder: string): Promise<readonly Line[]> {
  const start = startLines(await measureStart(folder));
  console.log('Starts are measured.');
  const { first } = await startChild<PapersReport>(new URL('./papers-process.ts', import.meta.url), []);
  const papers = papersLines(first);
  console.log('Papers are measured.');
  const idle = idleLines(await measureIdle(newData(folder)));
  console.log('Memory is measured.');
  const approve = approveLines(await measureApprove(join(folder, 'approve')));
  const rush = rushLines('SQLite', await measureRush(join(folder, 'rush'), ''));
  console.log('The rush is measured.');
  const postgres = hasPostgres()
    ? postgresLines(await measurePostgres(join(folder, 'postgres'), rounds))
    : [];
  if (postgres.length === 0) console.log('PostgreSQL is not measured: no server is installed here.');
  return [...approve, ...rush, ...postgres, ...start, ...idle, ...papers];
}

async function measureIdle(dataDir: string): Promise<IdleReport> {
  const ours = await startOursIdle(dataDir);
  const bare = await startBareIdle();
  await pause(restMs);
  const [seeded, bareMb] = [ours.rssMb(), bare.rssMb()];
  await ours.end();
  await bare.end();
  const once = await startOursIdle(dataDir);
  await pause(settleMs);
  const again = once.rssMb();
  await once.end();
  return { again, seeded, bare: bareMb };
}

const folder = mkdtempSync(join(tmpdir(), 'bench-'));
try {
  const lines = (await run(folder)).map(judged);
  console.log(asMarkdown(lines));
  writeReport(lines);
  process.exitCode = lines.some(({ verdict }) => verdict === 'missed') ? 1 : 0;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
