import { describe, expect, it } from 'vitest';
import {
  capitalised,
  danishCount,
  danishDate,
  danishDeadline,
  danishInstant,
  danishList,
  danishNumber,
  danishShortDate,
  danishTime,
  danishTimeSpan,
} from '../../src/presentation/danish-format.ts';

const at = (text: string): Temporal.Instant => Temporal.Instant.from(text);

describe('Danish dates', () => {
  it('names the weekday and the whole date', () => {
    expect(danishDate(Temporal.PlainDate.from('2023-12-08'))).toBe('fredag den 8. december 2023');
    expect(danishDate('2024-09-16')).toBe('mandag den 16. september 2024');
    expect(danishShortDate('2023-12-08')).toBe('8. december 2023');
  });

  it('takes the day an instant has in Denmark, not in UTC', () => {
    expect(danishDate(at('2023-12-07T23:30:00Z'))).toBe('fredag den 8. december 2023');
    expect(danishDate(at('2024-06-30T22:00:00Z'))).toBe('mandag den 1. juli 2024');
  });

  it('knows every weekday and month by name', () => {
    const week = [1, 2, 3, 4, 5, 6, 7].map((day) => danishDate(`2024-01-0${day}`).split(' ')[0]);
    expect(week).toEqual(['mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag', 'søndag']);
    const year = Array.from({ length: 12 }, (_, index) =>
      danishShortDate(Temporal.PlainDate.from({ year: 2024, month: index + 1, day: 1 })),
    );
    expect(year.join(' ').replaceAll(/1\. | 2024/g, '')).toBe(
      'januar februar marts april maj juni juli august september oktober november december',
    );
  });
});

describe('Danish times', () => {
  it('writes the hour plainly and the minute with two digits', () => {
    expect(danishTime('09:10')).toBe('9.10');
    expect(danishTime(Temporal.PlainTime.from('00:05'))).toBe('0.05');
    expect(danishTime(at('2023-12-08T08:10:00Z'))).toBe('9.10');
    expect(danishTimeSpan('09:00', '12:00')).toBe('kl. 9.00–12.00');
  });

  it('follows the clock forward in March', () => {
    expect(danishInstant(at('2027-03-28T00:59:00Z'))).toBe('søndag den 28. marts 2027 kl. 1.59');
    expect(danishInstant(at('2027-03-28T01:00:00Z'))).toBe('søndag den 28. marts 2027 kl. 3.00');
  });

  it('follows the clock back in October', () => {
    expect(danishInstant(at('2024-10-27T00:30:00Z'))).toBe('søndag den 27. oktober 2024 kl. 2.30');
    expect(danishInstant(at('2024-10-27T01:30:00Z'))).toBe('søndag den 27. oktober 2024 kl. 2.30');
    expect(danishInstant(at('2024-10-27T02:30:00Z'))).toBe('søndag den 27. oktober 2024 kl. 3.30');
  });
});

describe('a deadline in words', () => {
  it('ends at 24.00 of the day before the first moment that is too late', () => {
    expect(danishDeadline(at('2023-12-22T23:00:00Z'))).toBe('fredag den 22. december 2023 kl. 24.00');
    expect(danishDeadline(at('2023-12-31T23:00:00Z'))).toBe('søndag den 31. december 2023 kl. 24.00');
  });

  it('ends at 24.00 on the days the clocks change too', () => {
    expect(danishDeadline(at('2027-03-28T22:00:00Z'))).toBe('søndag den 28. marts 2027 kl. 24.00');
    expect(danishDeadline(at('2024-10-27T23:00:00Z'))).toBe('søndag den 27. oktober 2024 kl. 24.00');
  });

  it('is said with its own time when it does not end at midnight', () => {
    expect(danishDeadline(at('2023-12-22T11:00:00Z'))).toBe('fredag den 22. december 2023 kl. 12.00');
    expect(danishDeadline(at('2023-12-22T23:00:01Z'))).toBe('lørdag den 23. december 2023 kl. 0.00');
  });
});

describe('lists and counts', () => {
  it('joins with commas and one "og"', () => {
    expect(danishList(['a', 'b', 'c'])).toBe('a, b og c');
    expect(danishList(['a', 'b'])).toBe('a og b');
    expect(danishList(['a'])).toBe('a');
    expect(danishList([])).toBe('');
  });

  it('takes the singular for one only', () => {
    expect(danishCount(0, 'indsigelse', 'indsigelser')).toBe('0 indsigelser');
    expect(danishCount(1, 'indsigelse', 'indsigelser')).toBe('1 indsigelse');
    expect(danishCount(12, 'indsigelse', 'indsigelser')).toBe('12 indsigelser');
  });

  it('sets a point at each thousand', () => {
    expect(danishNumber(999)).toBe('999');
    expect(danishNumber(1200)).toBe('1.200');
    expect(danishNumber(1234567)).toBe('1.234.567');
    expect(danishNumber(-1234)).toBe('-1.234');
  });

  it('begins a sentence with a capital, also å, æ and ø', () => {
    expect(capitalised('fredag den 8. december 2023')).toBe('Fredag den 8. december 2023');
    expect(capitalised('åbningsmøde')).toBe('Åbningsmøde');
    expect(capitalised('')).toBe('');
  });
});
