import { describe, expect, it } from 'vitest';
import {
  danishDay,
  danishDaysBefore,
  danishInstantAt,
  endOfDay,
  lastDayOf,
  openDay,
} from '../../../src/domain/calendar/danish-time.ts';
import { at, danish, day, isClosedDay } from '../../support/danish-calendar.ts';

const time = (wall: string) => Temporal.PlainTime.from(wall);

describe('the end of a Danish day', () => {
  it.each([
    ['winter', '2025-01-15', '2025-01-15T23:00:00Z'],
    ['summer', '2025-07-15', '2025-07-15T22:00:00Z'],
    ['the day before the clock goes forward in 2024', '2024-03-30', '2024-03-30T23:00:00Z'],
    ['the day the clock goes forward in 2024', '2024-03-31', '2024-03-31T22:00:00Z'],
    ['the day the clock goes back in 2024', '2024-10-27', '2024-10-27T23:00:00Z'],
    ['the day the clock goes forward in 2025', '2025-03-30', '2025-03-30T22:00:00Z'],
    ['the day the clock goes back in 2025', '2025-10-26', '2025-10-26T23:00:00Z'],
    ['the day the clock goes forward in 2026', '2026-03-29', '2026-03-29T22:00:00Z'],
    ['the day the clock goes back in 2026', '2026-10-25', '2026-10-25T23:00:00Z'],
    ['Easter Sunday 2027, when the clock goes forward', '2027-03-28', '2027-03-28T22:00:00Z'],
    ['the day the clock goes back in 2027', '2027-10-31', '2027-10-31T23:00:00Z'],
    ['New Year', '2026-12-31', '2026-12-31T23:00:00Z'],
  ])('is midnight in Denmark: %s', (_when, date, instant) => {
    expect(endOfDay(day(date)).toString()).toBe(instant);
  });

  it('belongs to the day after, and its last moment to the day itself', () => {
    const end = endOfDay(day('2027-03-28'));
    expect(danishDay(end).toString()).toBe('2027-03-29');
    expect(danishDay(end.subtract({ nanoseconds: 1 })).toString()).toBe('2027-03-28');
    expect(lastDayOf(end).toString()).toBe('2027-03-28');
  });
});

describe('wall time in Denmark', () => {
  it('follows summer and winter time', () => {
    expect(danishInstantAt(day('2025-09-10'), time('09:00')).toString()).toBe('2025-09-10T07:00:00Z');
    expect(danishInstantAt(day('2025-12-10'), time('09:00')).toString()).toBe('2025-12-10T08:00:00Z');
  });

  it('that the clock change skips lies after the gap', () => {
    expect(danishInstantAt(day('2027-03-28'), time('02:30')).toString()).toBe('2027-03-28T01:30:00Z');
  });

  it('that comes twice is the first of the two', () => {
    expect(danishInstantAt(day('2025-10-26'), time('02:30')).toString()).toBe('2025-10-26T00:30:00Z');
  });

  it('goes back by whole days, also where a day has 23 or 25 hours', () => {
    expect(danishDaysBefore(danish('2027-03-31 00:00'), 5).toString()).toBe(
      danish('2027-03-26 00:00').toString(),
    );
    expect(danishDaysBefore(danish('2025-10-28 00:00'), 5).toString()).toBe(
      danish('2025-10-23 00:00').toString(),
    );
    expect(danishDaysBefore(at('2025-07-10T22:00:00Z'), 0).toString()).toBe('2025-07-10T22:00:00Z');
  });
});

describe('a last day on a closed day', () => {
  it.each([
    ['Good Friday 2024', '2024-03-29', '2024-04-02', '2024-03-27'],
    ['the Friday that was store bededag until 2023', '2024-04-26', '2024-04-26', '2024-04-26'],
    ['Whit Monday 2025', '2025-06-09', '2025-06-10', '2025-06-06'],
    ['Easter Sunday 2027', '2027-03-28', '2027-03-30', '2027-03-24'],
    ['Easter Monday 2027', '2027-03-29', '2027-03-30', '2027-03-24'],
    ['a Saturday', '2025-09-13', '2025-09-15', '2025-09-12'],
    ['a Wednesday', '2025-09-10', '2025-09-10', '2025-09-10'],
  ])('moves as the committee has set: %s', (_name, date, next, earlier) => {
    expect(openDay(day(date), 'keep', isClosedDay).toString()).toBe(date);
    expect(openDay(day(date), 'next', isClosedDay).toString()).toBe(next);
    expect(openDay(day(date), 'earlier', isClosedDay).toString()).toBe(earlier);
  });

  it('is looked for during 30 days at most', () => {
    expect(openDay(day('2025-01-01'), 'next', () => true).toString()).toBe('2025-01-31');
  });
});
