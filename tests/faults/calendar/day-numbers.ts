import { danishHolidays } from './danish-holidays.ts';

/**
 * Danish days and midnights by counting, without the program's calendar and without the runtime's table of time zones: the
 * second opinion of the tests.
 */

const dayMs = 86_400_000;
const hourMs = 3_600_000;

/** Days since 1 January 1970. */
export function dayNumber(isoDate: string): number {
  return Date.parse(`${isoDate}T00:00:00Z`) / dayMs;
}

export function isoDate(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}

/** Monday is 1. Day 0 was a Thursday. */
export function weekday(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

const holidays = new Set(
  Object.entries(danishHolidays).flatMap(([year, days]) => days.map((day) => dayNumber(`${year}-${day}`))),
);

export function isClosed(day: number): boolean {
  return weekday(day) > 5 || holidays.has(day);
}

/** The first open day from this one on, in steps of a day forward or back. */
export function openFrom(day: number, step: 1 | -1): number {
  let open = day;
  while (isClosed(open)) open += step;
  return open;
}

/** Milliseconds of the epoch at which a Danish day is over; summer time is the European Union's rule. */
export function endOfDayMs(day: number): number {
  const asWinter = (day + 1) * dayMs - hourMs;
  return isSummer(asWinter) ? asWinter - hourMs : asWinter;
}

/** A Danish wall time at full hours from 4 on, when no clock is changed. */
export function wallHourMs(day: number, hour: number): number {
  const asWinter = day * dayMs + (hour - 1) * hourMs;
  return isSummer(asWinter) ? asWinter - hourMs : asWinter;
}

/** The Danish day of an instant. */
export function danishDayOf(epochMs: number): number {
  return Math.floor((epochMs + (isSummer(epochMs) ? 2 : 1) * hourMs) / dayMs);
}

/** From 1.00 UTC on the last Sunday of March to 1.00 UTC on the last Sunday of October. */
function isSummer(epochMs: number): boolean {
  const year = new Date(epochMs).getUTCFullYear();
  return epochMs >= changeOf(year, '03-31') && epochMs < changeOf(year, '10-31');
}

function changeOf(year: number, lastOfMonth: string): number {
  const last = dayNumber(`${year}-${lastOfMonth}`);
  return (last - (weekday(last) % 7)) * dayMs + hourMs;
}

/** The last Sundays of March and October: days of 23 and of 25 hours. */
export function clockChanges(year: number): readonly number[] {
  return ['03-31', '10-31'].map((last) => Math.floor(changeOf(year, last) / dayMs));
}
