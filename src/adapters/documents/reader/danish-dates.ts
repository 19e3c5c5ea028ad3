import { monthNames, weekdayNames } from '../../../presentation/danish-format.ts';

/** A date as a paper prints it; the year is often missing. */
export type PrintedDate = {
  readonly printed: string;
  readonly at: number;
  /** 1 is Monday. */
  readonly weekday?: number;
  readonly day: number;
  readonly month: number;
  readonly year?: number;
};

const written = new RegExp(
  `(?<!\\p{L})(?:(${weekdayNames.join('|')})\\s+)?(?:(?:den|d\\.)\\s*)?(?<!\\d)(\\d{1,2})\\.\\s*(${monthNames.join('|')})(?!\\p{L})(?:\\s+(\\d{4})(?!\\d))?`,
  'giu',
);
const inFigures = new RegExp(
  `(?<!\\p{L})(?:(${weekdayNames.join('|')})\\s+)?(?:(?:den|d\\.)\\s*)?(?<![\\d./-])(\\d{1,2})[./-](\\d{1,2})[-./ ]\\s?(\\d{4})(?!\\d)`,
  'giu',
);

const indexOf = (names: readonly string[], name: string | undefined): number =>
  name === undefined ? 0 : names.indexOf(name.toLowerCase()) + 1;

const dateOf = (match: RegExpExecArray, month: number): PrintedDate => ({
  printed: match[0].replace(/\s+/gu, ' ').trim(),
  at: match.index,
  day: Number(match[2]),
  month,
  ...(match[1] === undefined ? {} : { weekday: indexOf(weekdayNames, match[1]) }),
  ...(match[4] === undefined ? {} : { year: Number(match[4]) }),
});

/** All dates in a text with a day and a month, in the order they stand. */
export const printedDates = (text: string): readonly PrintedDate[] =>
  [
    ...[...text.matchAll(written)].map((match) => dateOf(match, indexOf(monthNames, match[3]))),
    ...[...text.matchAll(inFigures)].map((match) => dateOf(match, Number(match[3]))),
  ].sort((a, b) => a.at - b.at);

export const calendarDay = (year: number, month: number, day: number): Temporal.PlainDate | undefined => {
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1) return undefined;
  const first = Temporal.PlainDate.from({ year, month, day: 1 });
  return day <= first.daysInMonth ? first.with({ day }) : undefined;
};

const clockTime = (hour: string | undefined, minute: string | undefined): string | undefined => {
  const [h, m] = [Number(hour), Number(minute ?? '0')];
  return h > 23 || m > 59 || Number.isNaN(h)
    ? undefined
    : `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`;
};

const span =
  /(?:kl\.?\s*|(?<!\d))(\d{1,2})(?:[.:](\d{2}))?\s*(?:[-–—]|til)\s*(?:kl\.?\s*)?(\d{1,2})(?:[.:](\d{2}))?(?![\d.]*\d)/iu;
const since = /kl\.?\s*(\d{1,2})(?:[.:](\d{2}))?/iu;

/** "kl. 9.00 – 12.00"; without "kl." only in a line that is known to hold a time. */
export const timeSpan = (text: string): { readonly from?: string; readonly to?: string } => {
  const both = span.exec(text);
  const one = since.exec(text);
  if (both !== null && (one !== null || /[.:]\d{2}/.test(both[0]))) {
    const from = clockTime(both[1], both[2]);
    const to = clockTime(both[3], both[4]);
    if (from !== undefined && to !== undefined) return { from, to };
  }
  const from = clockTime(one?.[1], one?.[2]);
  return from === undefined ? {} : { from };
};

/** "kl. 9.10" → "09:10" */
export const wallTimeIn = (text: string): string | undefined => timeSpan(text).from;
