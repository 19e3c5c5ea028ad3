import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const folder = fileURLToPath(new URL('../../../reports/faults', import.meta.url));

/** `FAULTS=long` runs every row at its full length, as `npm run faults` does; otherwise each row runs its short set. */
export const isLong: boolean = process.env['FAULTS'] === 'long';

/** How often a row repeats: its short set with every test run, its long set on demand. */
export function times(short: number, long: number): number {
  return isLong ? long : short;
}

export type Figures = Readonly<Record<string, number | string>>;

const recorded = z.object({
  row: z.string(),
  set: z.enum(['short', 'long']),
  at: z.string(),
  figures: z.record(z.string(), z.union([z.number(), z.string()])),
});

export type Recorded = z.infer<typeof recorded>;

/**
 * Keeps what a row of the proof table measured, for the printed table and for `reports/faults`, and prints it in one
 * line. A row recorded again replaces its figures.
 */
export function recordFigures(row: string, figures: Figures): void {
  mkdirSync(folder, { recursive: true });
  const entry: Recorded = {
    row,
    set: isLong ? 'long' : 'short',
    at: Temporal.Now.instant().toString(),
    figures: { ...figures },
  };
  writeFileSync(`${folder}/${fileNameOf(row)}.json`, `${JSON.stringify(entry, undefined, 2)}\n`);
  process.stdout.write(`${row} (${entry.set}): ${inOneLine(figures)}\n`);
}

/** The rows recorded since an instant, by name. */
export function recordedSince(since: Temporal.Instant): readonly Recorded[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => recorded.parse(JSON.parse(readFileSync(`${folder}/${name}`, 'utf8'))))
    .filter(({ at }) => Temporal.Instant.compare(Temporal.Instant.from(at), since) >= 0)
    .toSorted((one, other) => one.row.localeCompare(other.row));
}

export function asTable(rows: readonly Recorded[]): string {
  const cells = rows.map(({ row, set, figures }) => [row, set, inOneLine(figures)]);
  const lines = [['what', 'set', 'figures'], ['---', '---', '---'], ...cells];
  const widths = [0, 1].map((column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  return lines
    .map((line) => `| ${line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`)
    .join('\n');
}

function fileNameOf(row: string): string {
  return row.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
}

function inOneLine(figures: Figures): string {
  return Object.entries(figures)
    .map(
      ([what, figure]) => `${what} ${typeof figure === 'number' ? figure.toLocaleString('en-GB') : figure}`,
    )
    .join(', ');
}
