import { bulletOf } from './bullet-marks.ts';
import type { BulletLevel } from './unit.ts';

/** A line of a text file with what stood around it. */
export type Line = {
  /** Without outer spaces; inner tabs and double spaces separate columns and are kept. */
  readonly text: string;
  /** Spaces before it; a tab is four. */
  readonly indent: number;
  /** Empty lines above. */
  readonly blanks: number;
  /** First of a page: a single leading space, or a form feed. */
  readonly page: boolean;
};

export type TextLayout = {
  readonly lines: readonly (Line | { readonly href: string })[];
  /** Every wrapped line is followed by an empty one, as PDF extraction leaves it. */
  readonly doubled: boolean;
  /** Characters of a full line outside bullets; `Infinity` where lines are not wrapped. */
  readonly width: number;
  /** The same beneath a bullet of each level, where lines are shorter. */
  readonly bulletWidths: readonly number[];
};

const bareAddress = /^https?:\/\/\S+$/i;
const pageNumber = /^(?:side\s+)?\d{1,3}(?:\s*(?:af|\/)\s*\d{1,3})?$/i;

const indentOf = (line: string): number => (/^[ \t]*/.exec(line)?.[0] ?? '').replaceAll('\t', '    ').length;

const rawLines = (text: string): readonly Line[] => {
  const lines: Line[] = [];
  const rows = text.replace(/\r\n?|\u2028|\u2029/g, '\n').split('\n');
  const indented = rows.filter((row) => /^ \S/.test(row)).length;
  const written = rows.filter((row) => row.trim() !== '').length;
  // In a file that is indented throughout, a leading space says nothing about pages.
  const pagesMarked = indented * 4 <= written || indented <= 2;
  let blanks = 0;
  let fed = false;
  for (const row of rows) {
    fed = fed || row.includes('\f');
    const line = row.replaceAll('\f', '').trimEnd();
    if (line.trim() === '') {
      blanks += 1;
      continue;
    }
    lines.push({
      text: line.trim(),
      indent: indentOf(line),
      blanks,
      page: fed || (pagesMarked && /^ \S/.test(line)),
    });
    blanks = 0;
    fed = false;
  }
  return lines;
};

/** Addresses and page numbers at the foot of a page are no text of the paper. */
const isFoot = (line: Line, next: Line | undefined): 'address' | 'number' | undefined => {
  if (next !== undefined && !next.page) return undefined;
  if (bareAddress.test(line.text)) return 'address';
  return next !== undefined && pageNumber.test(line.text) ? 'number' : undefined;
};

const withoutFeet = (lines: readonly Line[]): readonly (Line | { readonly href: string })[] => {
  const kept: (Line | { readonly href: string })[] = [];
  let next: Line | undefined;
  for (const line of lines.toReversed()) {
    const foot = isFoot(line, next);
    if (foot === 'address') kept.push({ href: line.text });
    if (foot === undefined) kept.push(line);
    // What stands above a foot is judged by the page that follows it: several addresses can stand there.
    next = foot === undefined ? line : next;
  }
  return kept.reverse();
};

const isDoubled = (lines: readonly Line[]): boolean => {
  const spaced = lines.slice(1).filter((line) => line.blanks === 1);
  const close = lines.slice(1).filter((line) => line.blanks === 0);
  const goingOn = spaced.filter(
    ({ text, indent }) => /^\p{Ll}/u.test(text) && bulletOf(text, indent) === undefined,
  );
  return spaced.length > close.length && goingOn.length * 10 >= spaced.length;
};

const fullWidth = (lengths: readonly number[]): number =>
  lengths.toSorted((a, b) => a - b)[Math.floor(lengths.length * 0.95)] ?? 0;

/** Lines beneath a bullet, until a gap, by the bullet's level. */
const beneathBullets = (lines: readonly Line[], gap: number): readonly (readonly number[])[] => {
  const lengths: [number[], number[], number[]] = [[], [], []];
  let level: BulletLevel | undefined;
  for (const line of lines) {
    const bullet = bulletOf(line.text, line.indent);
    if (bullet !== undefined) level = bullet.level;
    else if (line.blanks >= gap) level = undefined;
    if (level !== undefined) lengths[level].push(line.text.length);
  }
  return lengths;
};

export const textLayout = (text: string): TextLayout => {
  const lines = rawLines(text);
  const doubled = isDoubled(lines);
  const full = fullWidth(lines.map((line) => line.text.length));
  const width = full > 160 || full < 30 ? Number.POSITIVE_INFINITY : full;
  const beneath = beneathBullets(lines, doubled ? 2 : 1);
  const bulletWidths = beneath.map((lengths) =>
    width === Number.POSITIVE_INFINITY || lengths.length < 8
      ? width
      : Math.max(fullWidth(lengths), width * 0.7),
  );
  return { lines: withoutFeet(lines), doubled, width, bulletWidths };
};
