import { createRequire } from 'node:module';
import type { IsClosedDay } from '../../domain/calendar/danish-time.ts';

type Holidays = { isHoliday(date: string): false | readonly { readonly type: string }[] };
type HolidaysModule = new (country: string) => Holidays;

/**
 * Weekends and Danish public holidays, by `date-holidays`. The library is large and read when a deadline is first
 * computed, not when the program starts.
 */
export function createClosedDays(): IsClosedDay {
  let holidays: Holidays | undefined;
  return (date) => {
    if (date.dayOfWeek >= 6) return true;
    holidays ??= load();
    const found = holidays.isHoliday(`${date.toString()} 12:00:00`);
    return found !== false && found.some(({ type }) => type === 'public');
  };
}

function load(): Holidays {
  const Module = createRequire(import.meta.url)('date-holidays') as HolidaysModule;
  return new Module('DK');
}
