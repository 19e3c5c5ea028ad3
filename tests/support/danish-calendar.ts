import type { IsClosedDay } from '../../src/domain/calendar/danish-time.ts';

/** Weekends and Danish public holidays from 2024 on, when store bededag was a holiday no more. */
export const isClosedDay: IsClosedDay = (date) => date.dayOfWeek > 5 || isHoliday(date);

export function day(date: string): Temporal.PlainDate {
  return Temporal.PlainDate.from(date);
}

export function at(instant: string): Temporal.Instant {
  return Temporal.Instant.from(instant);
}

/** Wall time in Denmark: `danish('2025-09-24 23:59')`. */
export function danish(wallTime: string): Temporal.Instant {
  return Temporal.PlainDateTime.from(wallTime.replace(' ', 'T'))
    .toZonedDateTime('Europe/Copenhagen')
    .toInstant();
}

function isHoliday(date: Temporal.PlainDate): boolean {
  const fixed = ['01-01', '12-25', '12-26'].includes(date.toString().slice(5));
  // Skærtorsdag, langfredag, påskedag, 2. påskedag, Kristi himmelfart, pinsedag, 2. pinsedag
  const daysFromEaster = easter(date.year).until(date, { largestUnit: 'day' }).days;
  return fixed || [-3, -2, 0, 1, 39, 49, 50].includes(daysFromEaster);
}

/** The Gregorian computus of Meeus, Jones and Butcher. */
function easter(year: number): Temporal.PlainDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const yearOf = year % 100;
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(yearOf / 4) - epact - (yearOf % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const sum = epact + weekday - 7 * late + 114;
  return Temporal.PlainDate.from({ year, month: Math.floor(sum / 31), day: (sum % 31) + 1 });
}
