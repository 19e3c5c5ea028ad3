import { calendarDay, type PrintedDate } from './danish-dates.ts';

/** The meeting's day as far as the paper gives it. `proposed` marks a year nobody wrote. */
export type MeetingDate = {
  readonly date?: Temporal.PlainDate;
  readonly printed?: string;
  readonly proposed: boolean;
  /** The printed weekday is another than the date's. */
  readonly weekdayMismatch?: { readonly proposal?: Temporal.PlainDate };
};

const yearsIn = (text: string): ReadonlyMap<number, number> => {
  const counts = new Map<number, number>();
  for (const match of text.matchAll(/(?<!\d)(?:19[5-9]\d|20\d{2})(?!\d)/g)) {
    counts.set(Number(match[0]), (counts.get(Number(match[0])) ?? 0) + 1);
  }
  return counts;
};

const onWeekday = (
  date: Temporal.PlainDate | undefined,
  weekday: number | undefined,
): date is Temporal.PlainDate => date !== undefined && (weekday === undefined || date.dayOfWeek === weekday);

/**
 * The newest year in which the day falls on the printed weekday, among the years the paper often speaks of: a strategy
 * that runs to 2028 is named once or twice, the year of the meeting again and again. The reader knows no today, so a
 * paper without any year gets no proposal.
 */
const yearlessProposal = (printed: PrintedDate, text: string): Temporal.PlainDate | undefined => {
  const mentioned = yearsIn(text);
  const years = [...mentioned.keys()].flatMap((year) => [year - 1, year, year + 1]);
  const fitting = [...new Set(years)]
    .map((year) => calendarDay(year, printed.month, printed.day))
    .filter((date) => onWeekday(date, printed.weekday));
  const weight = (date: Temporal.PlainDate): number => mentioned.get(date.year) ?? 0;
  const often = Math.max(...fitting.map(weight), 0) / 4;
  return fitting.filter((date) => weight(date) >= often).sort((a, b) => b.year - a.year)[0];
};

/** The nearest year, the later of two, in which the day falls on the printed weekday. */
export const nearestFittingYear = (printed: PrintedDate, year: number): Temporal.PlainDate | undefined => {
  for (const away of [1, -1, 2, -2, 3, -3, 4, -4, 5, -5, 6, -6]) {
    const date = calendarDay(year + away, printed.month, printed.day);
    if (onWeekday(date, printed.weekday)) return date;
  }
  return undefined;
};

export const proposeDate = (printed: PrintedDate | undefined, text: string): MeetingDate => {
  if (printed === undefined) return { proposed: false };
  if (printed.year === undefined) {
    const date = yearlessProposal(printed, text);
    return { printed: printed.printed, proposed: true, ...(date === undefined ? {} : { date }) };
  }
  const date = calendarDay(printed.year, printed.month, printed.day);
  if (date === undefined) return { printed: printed.printed, proposed: false };
  if (onWeekday(date, printed.weekday)) return { date, printed: printed.printed, proposed: false };
  const proposal = nearestFittingYear(printed, printed.year);
  return {
    date,
    printed: printed.printed,
    proposed: false,
    weekdayMismatch: proposal === undefined ? {} : { proposal },
  };
};

/** First such day after the meeting. */
export const firstAfter = (
  day: Temporal.PlainDate,
  meeting: Temporal.PlainDate,
): Temporal.PlainDate | undefined =>
  [0, 1, 2, 3, 4]
    .map((away) => calendarDay(meeting.year + away, day.month, day.day))
    .find((date) => date !== undefined && Temporal.PlainDate.compare(date, meeting) > 0);

/** Last such day before the meeting. */
export const lastBefore = (
  day: Temporal.PlainDate,
  meeting: Temporal.PlainDate,
): Temporal.PlainDate | undefined =>
  [0, 1, 2, 3, 4]
    .map((away) => calendarDay(meeting.year - away, day.month, day.day))
    .find((date) => date !== undefined && Temporal.PlainDate.compare(date, meeting) < 0);
