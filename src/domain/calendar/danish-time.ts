/** The one time zone of the committees: days, deadlines and wall times are told in it. */
export const danishZone = 'Europe/Copenhagen';

/** Is the day a weekend day or a Danish public holiday? Given as data, the domain holds no calendar. */
export type IsClosedDay = (date: Temporal.PlainDate) => boolean;

export type OnClosedDay = 'keep' | 'earlier' | 'next';

/** The instant at which a Danish day is over: midnight after it. Deadlines are half-open, `act < endOfDay(lastDay)`. */
export function endOfDay(day: Temporal.PlainDate): Temporal.Instant {
  return day.add({ days: 1 }).toZonedDateTime({ timeZone: danishZone }).toInstant();
}

export function danishDay(instant: Temporal.Instant): Temporal.PlainDate {
  return instant.toZonedDateTimeISO(danishZone).toPlainDate();
}

/** The last day of a half-open deadline that ends at Danish midnight. */
export function lastDayOf(deadline: Temporal.Instant): Temporal.PlainDate {
  return danishDay(deadline.subtract({ nanoseconds: 1 }));
}

/** The same wall time so many Danish days earlier: across a clock change a day is 23 or 25 hours. */
export function danishDaysBefore(instant: Temporal.Instant, days: number): Temporal.Instant {
  return instant.toZonedDateTimeISO(danishZone).subtract({ days }).toInstant();
}

/** Wall time on a Danish day; a time that the clock change skips is taken as the instant after the gap. */
export function danishInstantAt(day: Temporal.PlainDate, time: Temporal.PlainTime): Temporal.Instant {
  return day.toZonedDateTime({ timeZone: danishZone, plainTime: time }).toInstant();
}

/** A last day on a closed day, moved as the committee's setting says. Never loops more than 30 days. */
export function openDay(
  day: Temporal.PlainDate,
  setting: OnClosedDay,
  isClosed: IsClosedDay,
): Temporal.PlainDate {
  if (setting === 'keep') return day;
  const step = { days: setting === 'next' ? 1 : -1 };
  let moved = day;
  for (let tries = 0; tries < 30 && isClosed(moved); tries += 1) moved = moved.add(step);
  return moved;
}
