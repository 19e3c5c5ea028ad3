import { bulletOf } from './bullet-marks.ts';
import { annexOf, isPause, itemLabel, numberedLine } from './recognised-words.ts';
import { type Line, type TextLayout, textLayout } from './text-lines.ts';
import type { BulletLevel } from './unit.ts';
import { collapsed, type Unit } from './unit.ts';

/** A dash is a bullet only where a line begins of its own; inside a sentence it is a dash. */
const isDash = (text: string): boolean => /^[-–—]/u.test(text);

/** A hyphen at a line's end is real in committees' papers: "sosu-" + "elever", but "skole-" + "og". */
const between = (above: string, below: string): '' | ' ' => {
  const end = above.slice(-2);
  const hyphened = /[\p{L}\d]-$/u.test(end) && !/^(?:og|eller|samt)\b/u.test(below);
  return hyphened || /\S\/$/u.test(end) ? '' : ' ';
};

export const joinLines = (above: string, below: string): string => above + between(above, below) + below;

/** "Birgitte E.", "d.", "ift.": no end of a sentence. */
const abbreviated = /(?:^|\s)\p{L}{1,3}\.$/u;

/** The next word would have stood on the line above, so the break between them was meant. */
const broken = (above: string, below: string, width: number): boolean => {
  if (width === Number.POSITIVE_INFINITY) return true;
  const space = below.indexOf(' ');
  const needed = above.length + 1 + (space === -1 ? below.length : space);
  const sentenceEnds = /[.:?!”"]$/u.test(above) && !abbreviated.test(above) && /^[\p{Lu}”"(]/u.test(below);
  return needed <= width * (sentenceEnds ? 0.88 : 0.72);
};

/** `parts` are joined once, at the end: a paragraph of a thousand lines is not copied a thousand times. */
type Open = {
  readonly kind: 'text' | 'bullet' | 'item';
  readonly parts: string[];
  readonly gap: boolean;
  readonly level: BulletLevel;
  readonly number: number;
};

/** State of reading the body line by line: what is open, and which item was last. */
type Reading = {
  readonly units: Unit[];
  readonly layout: TextLayout;
  open: Open | undefined;
  lastLine: string;
  lastItem: number;
  firstTitle: string | undefined;
  /** Numbered lines that follow a refused one are a list inside the item. */
  inList: boolean;
};

const close = (reading: Reading): void => {
  const { open } = reading;
  reading.open = undefined;
  if (open === undefined) return;
  const whole = open.parts.join('');
  const text = collapsed(whole);
  if (open.kind === 'item') reading.units.push({ kind: 'item', number: open.number, text });
  else if (open.kind === 'bullet') {
    // A paragraph beneath a bullet stays with it, as a line of its own.
    reading.units.push({
      kind: 'bullet',
      level: open.level,
      text: whole.split('\n').map(collapsed).join('\n'),
    });
  } else if (text !== '') reading.units.push({ kind: 'text', text, gap: open.gap });
};

type Beginning = Partial<Open> & { readonly kind: Open['kind']; readonly text: string };

const begin = (reading: Reading, { text, ...open }: Beginning): void => {
  close(reading);
  reading.open = { gap: false, level: 0, number: 0, parts: [text], ...open };
};

const isGap = (line: Line, layout: TextLayout): boolean => line.blanks >= (layout.doubled ? 2 : 1);

const widthAt = ({ open, layout }: Reading): number =>
  (open?.kind === 'bullet' ? layout.bulletWidths[open.level] : undefined) ?? layout.width;

const goesOn = (reading: Reading, line: Line): boolean => {
  const above = reading.lastLine;
  if (line.page) return /^[\p{Ll}(]/u.test(line.text) || /[\p{L},-]$/u.test(above.slice(-2));
  return !isGap(line, reading.layout) && !broken(above, line.text, widthAt(reading));
};

const itemStart = (reading: Reading, line: Line): boolean => {
  const numbered = numberedLine(line.text);
  if (numbered === undefined) {
    if (isGap(line, reading.layout)) reading.inList = false;
    return false;
  }
  const apart = line.page || isGap(line, reading.layout);
  const next = numbered.number === reading.lastItem + 1;
  const skipped = apart && numbered.number > reading.lastItem + 1 && numbered.number <= reading.lastItem + 3;
  // A list of contents stands above: the items begin anew with the first one's title.
  const anew = apart && numbered.number === 1 && numbered.title === reading.firstTitle;
  const free = apart || (!reading.inList && broken(reading.lastLine, line.text, widthAt(reading)));
  if (!((next && free) || skipped || anew)) {
    reading.inList = true;
    return false;
  }
  reading.inList = false;
  reading.lastItem = numbered.number;
  reading.firstTitle ??= numbered.title;
  begin(reading, { kind: 'item', text: numbered.title, number: numbered.number });
  return true;
};

/** Labels, and lines of a list of annexes; "… fremgår af / bilag 3.1 …" is a sentence. */
const standsAlone = (reading: Reading, line: Line): boolean => {
  if (itemLabel(line.text) !== undefined) return true;
  if (!/^Bilag \d{1,3}\.\d/.test(line.text)) return false;
  return annexOf(reading.lastLine) !== undefined || !goesOn(reading, line);
};

const takeLine = (reading: Reading, line: Line): void => {
  const bullet = bulletOf(line.text, line.indent);
  // Beneath a label a field begins, whether or not a gap was left.
  const gap = isGap(line, reading.layout) || itemLabel(reading.lastLine)?.rest === '';
  if (isPause(line.text)) {
    close(reading);
    reading.units.push({ kind: 'pause' });
  } else if (bullet !== undefined && !(isDash(line.text) && goesOn(reading, line)))
    begin(reading, { kind: 'bullet', ...bullet });
  else if (itemStart(reading, line)) return;
  else if (standsAlone(reading, line)) begin(reading, { kind: 'text', text: line.text, gap });
  else if (reading.open !== undefined && goesOn(reading, line)) {
    reading.open.parts.push(between(reading.lastLine, line.text), line.text);
  } else if (reading.open?.kind === 'bullet' && !gap) {
    reading.open.parts.push('\n', line.text);
  } else begin(reading, { kind: 'text', text: line.text, gap: gap || line.page });
};

/** Lines of the head stay lines; wrapped ones are joined where lists of people are read. */
const headUnit = (line: Line, layout: TextLayout): Unit => ({
  kind: 'text',
  text: line.text,
  gap: isGap(line, layout) || line.page,
});

const firstItem = (layout: TextLayout): number => {
  const numbers = layout.lines.map((line) => ('href' in line ? 0 : (numberedLine(line.text)?.number ?? 0)));
  const first = numbers.indexOf(1);
  if (first !== -1) return first;
  const later = numbers.findIndex((number) => number === 2 || number === 3);
  return later === -1 ? layout.lines.length : later;
};

/** Text of a paper as units: the head line by line, the body with its wrapped lines joined. */
export const textUnits = (text: string): readonly Unit[] => {
  const layout = textLayout(text);
  const bodyAt = firstItem(layout);
  const reading: Reading = {
    units: [],
    layout,
    open: undefined,
    lastLine: '',
    lastItem: 0,
    firstTitle: undefined,
    inList: false,
  };
  for (const [at, line] of layout.lines.entries()) {
    if ('href' in line) {
      // The paragraph may go on after the page foot, so it stays open; the address stands after it.
      reading.units.push({ kind: 'link', href: line.href });
      continue;
    }
    if (at < bodyAt) reading.units.push(headUnit(line, layout));
    else takeLine(reading, line);
    reading.lastLine = line.text;
  }
  close(reading);
  return reading.units;
};
