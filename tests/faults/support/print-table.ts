import { asTable, recordedSince } from './report.ts';

/** After all tests: every row of the proof that this run recorded, in one table. */
export function setup(): () => void {
  const began = Temporal.Now.instant();
  return () => {
    const rows = recordedSince(began);
    if (rows.length > 0) process.stdout.write(`\nProof under faults\n\n${asTable(rows)}\n`);
  };
}
