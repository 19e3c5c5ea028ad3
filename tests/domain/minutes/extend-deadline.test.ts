import { describe, expect, it } from 'vitest';
import type { MeetingEvent } from '../../../src/domain/meeting/meeting-event.ts';
import { type ExtendDeadline, extendDeadline } from '../../../src/domain/minutes/extend-deadline.ts';
import { closesAt, deadlineFor, deadlineOf } from '../../../src/domain/minutes/version-deadline.ts';
import { danish, day, isClosedDay } from '../../support/danish-calendar.ts';
import { given } from '../../support/given-when-then.ts';
import { committee } from '../../support/invented-committee.ts';
import { closed, deadline, inTime, sent, underApproval } from '../../support/invented-minutes.ts';

const open = underApproval();

function extend(more: Partial<ExtendDeadline> = {}) {
  return (meeting: typeof open) =>
    extendDeadline(meeting, committee, {
      extendedBy: 'sigrid',
      at: inTime,
      version: 1,
      lastDay: day('2025-09-26'),
      isClosedDay,
      ...more,
    });
}

const midnight = (wallTime: string) => danish(`${wallTime} 00:00`).toString();

function moved(date: string, persons?: readonly string[]): MeetingEvent {
  const deadlineThen = midnight(date);
  return {
    type: 'DeadlineExtended',
    version: 1,
    reason: 'more-time',
    deadline: deadlineThen,
    closesAt: deadlineThen,
    ...(persons === undefined ? {} : { persons }),
  };
}

describe('giving more time', () => {
  it('moves everybody’s deadline to the end of the new last day, and the reminders that are to come', () => {
    const withReminders = underApproval(sent(2, { reminderDaysBefore: [2] }));
    given(withReminders)
      .when(extend({ version: 2 }))
      .thenHappened({
        type: 'DeadlineExtended',
        version: 2,
        reason: 'more-time',
        deadline: midnight('2025-09-27'),
        closesAt: midnight('2025-09-27'),
        extendedBy: 'sigrid',
        remindersPlanned: [{ number: 1, at: danish('2025-09-24 08:00').toString() }],
      });
  });

  it('ends on the next open day where the day that was chosen is closed', () => {
    given(open)
      .when(extend({ lastDay: day('2025-09-27') }))
      .thenHappened({ deadline: midnight('2025-09-30'), closesAt: midnight('2025-09-30') });
  });

  it('or that of some persons only; the version is decided after the last of all', () => {
    given(open)
      .when(extend({ persons: ['bo'] }))
      .thenHappened({ persons: ['bo'], deadline: midnight('2025-09-27'), closesAt: midnight('2025-09-27') });
    given(underApproval(moved('2025-10-04', ['mads'])))
      .when(extend({ persons: ['bo'] }))
      .thenHappened({ persons: ['bo'], deadline: midnight('2025-09-27'), closesAt: midnight('2025-10-04') });
  });

  it('holds for whom it was given', () => {
    const meeting = underApproval(moved('2025-09-27', ['bo']));
    if (meeting.situation !== 'sentForApproval') throw new TypeError('the minutes are out');
    const [version] = meeting.versions;
    expect(deadlineOf(version)).toEqual(deadline);
    expect(deadlineFor(version, 'mads')).toEqual(deadline);
    expect(deadlineFor(version, 'bo')).toEqual(danish('2025-09-27 00:00'));
    expect(closesAt(version)).toEqual(danish('2025-09-27 00:00'));
  });

  it('R9: only ever moves a deadline later, for everybody and for each person', () => {
    given(open)
      .when(extend({ lastDay: day('2025-09-24') }))
      .thenRefused({ code: 'deadline-not-later', deadline });
    given(open)
      .when(extend({ lastDay: day('2025-09-20') }))
      .thenRefused({ code: 'deadline-not-later', deadline });
    const longer = danish('2025-09-30 00:00');
    given(underApproval(moved('2025-09-30', ['bo'])))
      .when(extend({ persons: ['mads', 'bo'] }))
      .thenRefused({ code: 'deadline-not-later', deadline: longer });
    given(underApproval(moved('2025-09-30', ['bo'])))
      .when(extend())
      .thenHappened({ deadline: midnight('2025-09-27'), closesAt: midnight('2025-09-30') });
    given(underApproval(moved('2025-09-30')))
      .when(extend({ persons: ['mads'] }))
      .thenRefused({ code: 'deadline-not-later', deadline: longer });
  });

  it('is for the secretary, about persons who were asked', () => {
    given(open)
      .when(extend({ extendedBy: 'frida' }))
      .thenRefused({ code: 'not-permitted', needs: ['secretary'] });
    given(open)
      .when(extend({ persons: ['bo', 'elev'] }))
      .thenRefused({ code: 'person-not-asked' });
  });

  it('is possible while the newest version is open, and not once its last deadline has passed', () => {
    given(underApproval(sent(2)))
      .when(extend())
      .thenRefused({ code: 'version-superseded', newest: 2 });
    given(underApproval(closed(1, 'needsDecision')))
      .when(extend())
      .thenRefused({ code: 'already-decided' });
    given(open)
      .when(extend({ at: deadline }))
      .thenRefused({ code: 'too-late', deadline });
    given(underApproval(moved('2025-09-26', ['bo'])))
      .when(extend({ at: deadline, persons: ['bo'] }))
      .thenHappened({ persons: ['bo'] });
  });
});
