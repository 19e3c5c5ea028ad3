import { describe, expect, it } from 'vitest';
import type { MeetingEvent, PlannedReminder } from '../../../src/domain/meeting/meeting-event.ts';
import type { AnswerEvent } from '../../../src/domain/minutes/answer-event.ts';
import {
  plannedReminders,
  type RemindMembers,
  remindMembers,
} from '../../../src/domain/minutes/remind-members.ts';
import { danish, isClosedDay } from '../../support/danish-calendar.ts';
import { committee, committeeAfter } from '../../support/invented-committee.ts';
import {
  answerAfter,
  approvalWithdrawn,
  approved,
  closed,
  deadline,
  drafted,
  meetingAfter,
  objected,
  sent,
} from '../../support/invented-minutes.ts';

describe('planning reminders', () => {
  const at = danish('2025-09-12 15:00');
  const planned = (
    daysBefore: readonly number[],
    more: { at?: Temporal.Instant; alreadySent?: number } = {},
  ) =>
    plannedReminders(
      deadline,
      { reminderDaysBefore: [...daysBefore] },
      { at, isClosedDay, alreadySent: 0, ...more },
    );
  const told = (reminders: readonly PlannedReminder[]) =>
    reminders.map(({ number, at: when }) => `${number} ${Temporal.Instant.from(when)}`);
  const expected = (number: number, wallTime: string) => `${number} ${danish(wallTime)}`;

  it('puts them at eight in the morning so many days before the last day', () => {
    expect(told(planned([2]))).toEqual([expected(1, '2025-09-22 08:00')]);
  });

  it('moves one that would come on a closed day back to an open one', () => {
    expect(told(planned([3]))).toEqual([expected(1, '2025-09-19 08:00')]);
  });

  it('orders them in time, each day once', () => {
    expect(told(planned([2, 9, 3]))).toEqual([
      expected(1, '2025-09-15 08:00'),
      expected(2, '2025-09-19 08:00'),
      expected(3, '2025-09-22 08:00'),
    ]);
    expect(told(planned([3, 4]))).toHaveLength(1);
  });

  it('leaves out what would come on the day of the sending or before it', () => {
    expect(told(planned([9, 12, 20]))).toEqual([expected(1, '2025-09-15 08:00')]);
    expect(planned([3], { at: danish('2025-09-19 07:00') })).toEqual([]);
  });

  it('never makes more than three of one version, the ones already sent included; the last ones are kept', () => {
    expect(told(planned([9, 3, 2], { alreadySent: 1 }))).toEqual([
      expected(2, '2025-09-19 08:00'),
      expected(3, '2025-09-22 08:00'),
    ]);
    expect(planned([9, 3, 2], { alreadySent: 3 })).toEqual([]);
    expect(plannedReminders(deadline, {}, { at, isClosedDay, alreadySent: 0 })).toEqual([]);
  });
});

const morning = danish('2025-09-19 08:00');

function remind(
  answers: Readonly<Record<string, readonly AnswerEvent[]>>,
  {
    meeting = [],
    remindersPlanned = [{ number: 1, at: morning.toString() }],
    of = committee,
    ...more
  }: Partial<RemindMembers> & {
    readonly meeting?: readonly MeetingEvent[];
    readonly remindersPlanned?: readonly PlannedReminder[];
    readonly of?: typeof committee;
  } = {},
) {
  const answered = Object.entries(answers).map(([personId, events]) => ({
    version: 1,
    personId,
    answer: answerAfter(...events),
  }));
  const command = { version: 1, number: 1, now: morning, answered, isClosedDay, ...more };
  return remindMembers(meetingAfter(...drafted, sent(1, { remindersPlanned }), ...meeting), of, command);
}

function personsOf(reminding: ReturnType<typeof remind>) {
  return reminding.kind === 'reminded' ? reminding.event.persons : reminding.kind;
}

const reminded: MeetingEvent = { type: 'MembersReminded', version: 1, number: 1, persons: ['bo'] };

describe('reminding members', () => {
  it('concerns those who were asked and have not answered', () => {
    expect(remind({})).toEqual({
      kind: 'reminded',
      event: { ...reminded, persons: ['frida', 'mads', 'bo'] },
    });
    const answers = { frida: [approved('n1')], mads: [objected('o1')] };
    expect(personsOf(remind(answers))).toEqual(['bo']);
    expect(personsOf(remind({ ...answers, bo: [approved('n1'), approvalWithdrawn('n2')] }))).toEqual(['bo']);
    expect(personsOf(remind({ ...answers, bo: [approved('n1')] }))).toEqual([]);
  });

  it('leaves those alone whose seat has ended', () => {
    const until = danish('2025-09-18 00:00').toString();
    expect(
      personsOf(remind({}, { of: committeeAfter({ type: 'MandateEnded', personId: 'bo', until }) })),
    ).toEqual(['frida', 'mads']);
  });

  it('happens once, of the newest version, while it is open', () => {
    expect(personsOf(remind({}, { meeting: [reminded] }))).toBe('nothing-to-remind');
    expect(personsOf(remind({}, { meeting: [reminded], number: 2 }))).toEqual(['frida', 'mads', 'bo']);
    expect(personsOf(remind({}, { meeting: [sent(2)] }))).toBe('nothing-to-remind');
    expect(personsOf(remind({}, { meeting: [closed(1, 'needsDecision')] }))).toBe('nothing-to-remind');
  });

  it('waits for an open day between seven and eighteen', () => {
    for (const quiet of ['2025-09-19 06:59', '2025-09-19 18:00', '2025-09-20 10:00', '2025-09-21 10:00'])
      expect(personsOf(remind({}, { now: danish(quiet) }))).toBe('not-yet');
    for (const working of ['2025-09-19 07:00', '2025-09-19 17:59'])
      expect(personsOf(remind({}, { now: danish(working) }))).toHaveLength(3);
  });

  it('is one reminder where several are due at once', () => {
    const remindersPlanned = [
      { number: 1, at: morning.toString() },
      { number: 2, at: danish('2025-09-22 08:00').toString() },
    ];
    const now = danish('2025-09-22 09:00');
    expect(personsOf(remind({}, { remindersPlanned, now }))).toEqual([]);
    expect(personsOf(remind({}, { remindersPlanned, now, number: 2 }))).toHaveLength(3);
  });

  it('comes to nobody whose deadline is over, and to those who were given longer', () => {
    const now = danish('2025-09-25 09:00');
    expect(personsOf(remind({}, { now }))).toEqual([]);
    const longer: MeetingEvent = {
      type: 'DeadlineExtended',
      version: 1,
      reason: 'more-time',
      persons: ['bo'],
      deadline: danish('2025-09-27 00:00').toString(),
      closesAt: danish('2025-09-27 00:00').toString(),
    };
    expect(personsOf(remind({}, { now, meeting: [longer] }))).toEqual(['bo']);
  });
});
