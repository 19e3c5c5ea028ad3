import { dayNumber, endOfDayMs, wallHourMs, weekday } from './day-numbers.ts';

const weekdays = ['mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag', 'søndag'];
const months = [
  ...['januar', 'februar', 'marts', 'april', 'maj', 'juni'],
  ...['juli', 'august', 'september', 'oktober', 'november', 'december'],
];
const whole = /([a-zæøå]+dag) den (\d{1,2})\. ([a-z]+) (\d{4}) kl\. (\d{1,2})\.(\d{2})/gi;

/**
 * Every "mandag den 30. september 2024 kl. 24.00" in a Danish text, read as a person reads it: epoch milliseconds. A
 * weekday that does not fit its date is no instant.
 */
export function instantsIn(text: string): readonly number[] {
  return [...text.replaceAll('\\', '').matchAll(whole)].map(instantOf);
}

function instantOf([
  words = '',
  named = '',
  day = '',
  month = '',
  year = '',
  hour = '',
  minute = '',
]: readonly string[]) {
  const place = months.indexOf(month.toLowerCase()) + 1;
  const date = dayNumber([year, String(place).padStart(2, '0'), day.padStart(2, '0')].join('-'));
  if (weekdays[weekday(date) - 1] !== named.toLowerCase()) throw new TypeError(`${words}: not that weekday`);
  const atMidnight = hour === '24' && minute === '00';
  return atMidnight ? endOfDayMs(date) : wallHourMs(date, Number(hour)) + Number(minute) * 60_000;
}
