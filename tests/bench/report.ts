import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { spread } from './statistics.ts';

/** One line of the table. Without a target it is told for comparison only. */
export type Line = {
  readonly what: string;
  /** One value a round, or one alone; the median is shown first. */
  readonly values: readonly number[];
  readonly shown: number;
  readonly unit: string;
  readonly target?: { readonly atLeast: number } | { readonly atMost: number };
  readonly note?: string;
};

export type Judged = Line & { readonly verdict: 'met' | 'missed' | 'told' };

export function judged(line: Line): Judged {
  const { shown, target } = line;
  if (target === undefined) return { ...line, verdict: 'told' };
  const met = 'atLeast' in target ? shown >= target.atLeast : shown <= target.atMost;
  return { ...line, verdict: met ? 'met' : 'missed' };
}

const columns = ['what', 'measured', 'spread', 'target', 'verdict', 'note'] as const;

export function asMarkdown(lines: readonly Judged[]): string {
  const rows = lines.map((line) => [
    line.what,
    amount(line.shown, line.unit),
    spreadOf(line),
    targetOf(line),
    line.verdict,
    line.note ?? '',
  ]);
  const widths = columns.map((name, column) =>
    Math.max(name.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const row = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [row(columns), row(widths.map((width) => '-'.repeat(width))), ...rows.map(row)].join('\n');
}

/** Written where every run of the project leaves its papers. */
export function writeReport(lines: readonly Judged[]): void {
  const machine = `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, ${Math.round(totalmem() / 1e9)} GB`;
  mkdirSync('reports', { recursive: true });
  writeFileSync('reports/bench.json', `${JSON.stringify({ machine, lines }, undefined, 2)}\n`);
  writeFileSync('reports/bench.md', `# Benchmarks\n\n${machine}\n\n${asMarkdown(lines)}\n`);
}

function amount(value: number, unit: string): string {
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2;
  return `${value.toFixed(digits)} ${unit}`.trim();
}

function spreadOf({ values }: Line): string {
  if (values.length < 2) return '';
  const { least, most } = spread(values);
  return `${amount(least, '')} – ${amount(most, '')}`;
}

function targetOf({ target, unit }: Line): string {
  if (target === undefined) return '';
  return 'atLeast' in target ? `≥ ${target.atLeast} ${unit}`.trim() : `≤ ${target.atMost} ${unit}`.trim();
}
