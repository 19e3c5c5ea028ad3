import { describe, expect, it } from 'vitest';
import { extendAfterDowntime } from '../../src/domain/minutes/extend-after-downtime.ts';
import { extendAfterLateNotice } from '../../src/domain/minutes/extend-after-late-notice.ts';
import { objectionDeadline } from '../../src/domain/minutes/objection-deadline.ts';
import { plannedReminders } from '../../src/domain/minutes/remind-members.ts';
import type { RulesOfProcedure } from '../../src/domain/rules/rules-of-procedure.ts';
import { minutesTexts } from '../../src/presentation/texts/minutes.da.ts';
import { rules } from '../support/invented-committee.ts';
import { answerAfter } from '../support/invented-minutes.ts';
import { isClosedDay } from './calendar/closed-days.ts';
import { danishHolidays, formerPrayerDays } from './calendar/danish-holidays.ts';
import {
  clockChanges,
  danishDayOf,
  dayNumber,
  endOfDayMs,
  isClosed,
  isoDate,
  openFrom,
  wallHourMs,
} from './calendar/day-numbers.ts';
import { instant, meetingUntil, noticeDays, noticed, told, versionUntil } from './calendar/lost-days.ts';
import { instantsIn } from './calendar/read-danish.ts';
import { recordFigures } from './support/report.ts';

const first = dayNumber('2025-01-01');
const last = dayNumber('2027-12-31');
const everyDay = Array.from({ length: last - first + 1 }, (_, index) => first + index);

const settings = ['keep', 'earlier', 'next'] as const;
type Setting = (typeof settings)[number];

/** Days after the meeting, minimum window: as the committees have them, and as far from it as the settings go. */
const dayCounts = [
  [14, 7],
  [14, 14],
  [10, 5],
  [7, 7],
  [21, 10],
  [28, 1],
  [0, 3],
] as const;
const committees: readonly RulesOfProcedure[] = settings.flatMap((deadlineOnClosedDay) =>
  dayCounts.map(([objectionDaysAfterMeeting, minimumWindowDays]) => ({
    ...rules,
    deadlineOnClosedDay,
    objectionDaysAfterMeeting,
    minimumWindowDays,
  })),
);

/** When the minutes go out: the same noon, within the week, at the last second of a day and at the first of the next. */
function sendings(meetingDay: number): readonly number[] {
  const lateEvening = endOfDayMs(meetingDay + 7);
  return [wallHourMs(meetingDay, 12), wallHourMs(meetingDay + 5, 15), lateEvening - 1_000, lateEvening];
}

/** The rule in one breath, counted in days: the later of the two, moved off a closed day as the committee has it. */
function lastDayOf(committee: RulesOfProcedure, meetingDay: number, sentMs: number): number {
  const fromSending = danishDayOf(sentMs) + committee.minimumWindowDays;
  const day = Math.max(meetingDay + committee.objectionDaysAfterMeeting, fromSending);
  const moved: Readonly<Record<Setting, number>> = {
    keep: day,
    earlier: openFrom(day, -1),
    next: openFrom(day, 1),
  };
  const wanted = moved[committee.deadlineOnClosedDay];
  return wanted < fromSending ? moved.next : wanted;
}

describe('the calendar of three years', () => {
  it('closes on weekends and on the holidays of the law from 2024 to 2030, and on no other day', () => {
    const wrong: string[] = [];
    for (let day = dayNumber('2024-01-01'); day <= dayNumber('2030-12-31'); day += 1) {
      const date = isoDate(day);
      if (isClosedDay(Temporal.PlainDate.from(date)) !== isClosed(day)) wrong.push(date);
    }
    expect(wrong).toEqual([]);
    expect(Object.values(danishHolidays).map((days) => days.length)).toEqual(Array(7).fill(10));
    expect(formerPrayerDays.filter((date) => isClosedDay(Temporal.PlainDate.from(date)))).toEqual([]);
  });

  it('has every deadline where the rule counts it: at Danish midnight, with the whole window, off closed days', () => {
    let deadlines = 0;
    for (const day of everyDay) {
      const meetingDay = Temporal.PlainDate.from(isoDate(day));
      for (const sentMs of sendings(day)) {
        const sentAt = Temporal.Instant.fromEpochMilliseconds(sentMs);
        for (const committee of committees) {
          const { deadline } = objectionDeadline(committee, meetingDay, sentAt, 1, isClosedDay);
          const lastDay = lastDayOf(committee, day, sentMs);
          deadlines += 1;
          const about = () => `${isoDate(day)}, sent ${sentAt.toString()}, ${JSON.stringify(committee)}`;
          if (deadline.epochMilliseconds !== endOfDayMs(lastDay))
            expect.fail(`${about()}: ${deadline.toString()}`);
          if (lastDay - danishDayOf(sentMs) < committee.minimumWindowDays)
            expect.fail(`${about()}: too short`);
          if (committee.deadlineOnClosedDay === 'next' && isClosed(lastDay))
            expect.fail(`${about()}: closed`);
        }
      }
    }
    const holidays = everyDay.filter((day) => isClosed(day)).length;
    const changes = [2025, 2026, 2027].flatMap(clockChanges).filter((day) => isClosed(day)).length;
    recordFigures('three-year calendar', {
      'meeting days': everyDay.length,
      'of them closed': holidays,
      'clock changes': changes,
      committees: committees.length,
      deadlines,
    });
  });

  it('reminds in the morning of an open day, so many days before, and never on the day of the sending', () => {
    let reminders = 0;
    for (const day of everyDay)
      for (const reminderDaysBefore of [[1], [3], [1, 3], [2, 7, 14]]) {
        const sentDay = day - 8;
        const planned = plannedReminders(instant(endOfDayMs(day)), { reminderDaysBefore }, told(sentDay));
        const due = reminderDaysBefore
          .map((before) => openFrom(day - before, -1))
          .filter((morning) => morning > sentDay)
          .map((morning) => wallHourMs(morning, 8))
          .toSorted();
        reminders += planned.length;
        const ours = planned.map(({ at }) => Temporal.Instant.from(at).epochMilliseconds);
        expect(ours, `${isoDate(day)}, ${reminderDaysBefore.join()}`).toEqual([...new Set(due)]);
        expect(planned.map(({ number }) => number)).toEqual(ours.map((_, index) => index + 1));
      }
    recordFigures('three-year calendar, reminders', { 'last days': everyDay.length, reminders });
  });

  it('gives the days a late notice lacked, to the end of an open day', () => {
    for (const day of everyDay)
      for (const missed of [0, 1, 4]) {
        const reached = day - missed;
        const answers = new Map([['mads', answerAfter(noticed(reached))]]);
        const [longer] = extendAfterLateNotice(versionUntil(day, ['mads']), { answers, isClosedDay });
        const due = endOfDayMs(openFrom(reached + noticeDays, 1));
        expect(longer && Temporal.Instant.from(longer.deadline).epochMilliseconds, isoDate(day)).toBe(due);
      }
  });

  it('gives another working day for a last day that was lost, after the day on which the program came back', () => {
    for (const day of everyDay)
      for (const back of [0, 1, 3]) {
        const from = instant(wallHourMs(day, 10)).toString();
        const until = instant(wallHourMs(day + back, 14)).toString();
        const meeting = meetingUntil(day);
        const [longer] = extendAfterDowntime(meeting, {
          version: 1,
          downtimes: [{ from, until }],
          isClosedDay,
        });
        const due = endOfDayMs(openFrom(day + back + 1, 1));
        expect(longer && Temporal.Instant.from(longer.deadline).epochMilliseconds, isoDate(day)).toBe(due);
      }
  });

  it('shows every deadline in words that say its instant and nothing else', () => {
    const wrong = everyDay
      .map((day) => Temporal.Instant.fromEpochMilliseconds(endOfDayMs(day)))
      .filter((deadline) => {
        const read = instantsIn(minutesTexts.asked(deadline));
        return read.length !== 1 || read[0] !== deadline.epochMilliseconds;
      });
    expect(wrong.map(String)).toEqual([]);
  });
});
