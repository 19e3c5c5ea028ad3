import { danishZone } from '../domain/calendar/danish-time.ts';
import { defect } from '../domain/defect.ts';

/**
 * Dates, times, lists and counts as a Danish secretary writes them. The names stand here and not in ICU, so that a
 * document written again next year has the same words, whatever data the runtime carries.
 */

export const weekdayNames = ['mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag', 'søndag'] as const;

export const monthNames = [
  'januar',
  'februar',
  'marts',
  'april',
  'maj',
  'juni',
  'juli',
  'august',
  'september',
  'oktober',
  'november',
  'december',
] as const;

/** A day: of the calendar, as ISO text ("2023-12-08"), or the Danish day an instant falls on. */
export type DayLike = Temporal.PlainDate | Temporal.Instant | string;

/** A time of day: of the clock, as ISO text ("09:10"), or the Danish wall time at an instant. */
export type TimeLike = Temporal.PlainTime | Temporal.Instant | string;

const inDenmark = (instant: Temporal.Instant): Temporal.ZonedDateTime =>
  instant.toZonedDateTimeISO(danishZone);

const plainDate = (day: DayLike): Temporal.PlainDate =>
  day instanceof Temporal.Instant ? inDenmark(day).toPlainDate() : Temporal.PlainDate.from(day);

const plainTime = (time: TimeLike): Temporal.PlainTime =>
  time instanceof Temporal.Instant ? inDenmark(time).toPlainTime() : Temporal.PlainTime.from(time);

const nameAt = (names: readonly string[], oneBased: number): string =>
  names[oneBased - 1] ?? defect(`no name for ${oneBased} in a table of ${names.length}`);

/** "8. december 2023" */
export const danishShortDate = (day: DayLike): string => {
  const date = plainDate(day);
  return `${date.day}. ${nameAt(monthNames, date.month)} ${date.year}`;
};

/** "fredag den 8. december 2023" */
export const danishDate = (day: DayLike): string =>
  `${nameAt(weekdayNames, plainDate(day).dayOfWeek)} den ${danishShortDate(day)}`;

/** "9.10": the hour without a leading zero, the minute always with two digits. */
export const danishTime = (time: TimeLike): string => {
  const { hour, minute } = plainTime(time);
  return `${hour}.${String(minute).padStart(2, '0')}`;
};

/** "kl. 9.00–12.00" */
export const danishTimeSpan = (from: TimeLike, to: TimeLike): string =>
  `kl. ${danishTime(from)}–${danishTime(to)}`;

/** "fredag den 8. december 2023 kl. 10.12" */
export const danishInstant = (instant: Temporal.Instant): string =>
  `${danishDate(instant)} kl. ${danishTime(instant)}`;

/**
 * The end of a deadline, in words. Deadlines are half-open: the instant is the first moment that is too late. At Danish
 * midnight people know it as 24.00 of the day before; "kl. 0.00" would be read as a day more than there is.
 */
export const danishDeadline = (firstTooLate: Temporal.Instant): string => {
  const local = inDenmark(firstTooLate);
  const atMidnight = local.toPlainTime().equals(Temporal.PlainTime.from('00:00'));
  return atMidnight
    ? `${danishDate(local.toPlainDate().subtract({ days: 1 }))} kl. 24.00`
    : danishInstant(firstTooLate);
};

/** "a, b og c": no comma before "og". */
export const danishList = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} og ${parts.at(-1)}`;

/** "1.200": whole numbers with a point for each thousand. */
export const danishNumber = (count: number): string =>
  String(Math.trunc(count)).replace(/\B(?=(\d{3})+$)/g, '.');

/** "1 indsigelse", "0 indsigelser": the house writes counts with digits. */
export const danishCount = (count: number, one: string, many: string): string =>
  `${danishNumber(count)} ${Math.abs(count) === 1 ? one : many}`;

/** A sentence may begin with a date or a count: "fredag den …" → "Fredag den …". */
export const capitalised = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
