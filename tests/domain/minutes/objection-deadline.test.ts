import { describe, expect, it } from 'vitest';
import { objectionDeadline } from '../../../src/domain/minutes/objection-deadline.ts';
import { danish, day, isClosedDay } from '../../support/danish-calendar.ts';
import { rules } from '../../support/invented-committee.ts';

type Setting = typeof rules.deadlineOnClosedDay;

function deadlineOf(meeting: string, sent: string, version = 1, setting: Setting = 'next') {
  const { deadline, ...rest } = objectionDeadline(
    { ...rules, deadlineOnClosedDay: setting },
    day(meeting),
    danish(sent),
    version,
    isClosedDay,
  );
  return { ...rest, deadline: deadline.toZonedDateTimeISO('Europe/Copenhagen').toPlainDateTime().toString() };
}

describe('the deadline for objections', () => {
  it('ends at Danish midnight, 14 days after the meeting', () => {
    expect(deadlineOf('2025-09-10', '2025-09-12 15:00')).toEqual({
      deadline: '2025-09-25T00:00:00',
      reason: 'days-after-meeting',
      days: 14,
      movedFromClosedDay: false,
    });
  });

  it('is never fewer than the minimum days after the minutes were really sent', () => {
    expect(deadlineOf('2025-09-10', '2025-09-22 23:59')).toEqual({
      deadline: '2025-09-30T00:00:00',
      reason: 'minimum-window',
      days: 7,
      movedFromClosedDay: false,
    });
  });

  it('rests on the day of the meeting where both give the same day', () => {
    expect(deadlineOf('2025-09-10', '2025-09-17 09:00')).toMatchObject({
      reason: 'days-after-meeting',
      days: 14,
    });
  });

  it('counts the day of sending in Danish time: just after midnight is the next day', () => {
    expect(deadlineOf('2025-09-10', '2025-09-23 00:00').deadline).toBe('2025-10-01T00:00:00');
  });

  it('R4: a new version has a whole new window from its own sending', () => {
    expect(deadlineOf('2025-09-10', '2025-09-22 09:00', 2)).toEqual({
      deadline: '2025-09-30T00:00:00',
      reason: 'new-version',
      days: 7,
      movedFromClosedDay: false,
    });
  });

  it('R9: a new version that is sent early does not end before the day the rules promised', () => {
    expect(deadlineOf('2025-09-10', '2025-09-11 09:00', 2)).toMatchObject({
      deadline: '2025-09-25T00:00:00',
      reason: 'days-after-meeting',
    });
  });

  it.each([
    ['Good Friday 2024', '2024-03-15', '2024-04-03T00:00:00'],
    ['Whit Monday 2025', '2025-05-26', '2025-06-11T00:00:00'],
    ['Easter Sunday 2027 with its clock change', '2027-03-14', '2027-03-31T00:00:00'],
    ['Easter Monday 2027', '2027-03-15', '2027-03-31T00:00:00'],
  ])('moves to the next working day: %s', (_name, meeting, deadline) => {
    expect(deadlineOf(meeting, `${meeting} 18:00`)).toMatchObject({ deadline, movedFromClosedDay: true });
  });

  it('stands on the Friday that was store bededag until 2023', () => {
    expect(deadlineOf('2024-04-12', '2024-04-13 09:00')).toMatchObject({
      deadline: '2024-04-27T00:00:00',
      movedFromClosedDay: false,
    });
  });

  it('stays on a closed day where the committee keeps it', () => {
    expect(deadlineOf('2025-05-26', '2025-05-27 09:00', 1, 'keep')).toMatchObject({
      deadline: '2025-06-10T00:00:00',
      movedFromClosedDay: false,
    });
  });

  it('moves to the working day before where the committee has it earlier', () => {
    expect(deadlineOf('2025-05-26', '2025-05-27 09:00', 1, 'earlier')).toMatchObject({
      deadline: '2025-06-07T00:00:00',
      movedFromClosedDay: true,
    });
  });

  it('does not move earlier into the window that was promised', () => {
    expect(deadlineOf('2025-05-20', '2025-06-02 09:00', 1, 'earlier')).toMatchObject({
      deadline: '2025-06-11T00:00:00',
      movedFromClosedDay: true,
    });
  });
});
