import { describe, expect, it } from 'vitest';
import type { MeetingEvent } from '../../../src/domain/meeting/meeting-event.ts';
import { extendAfterDowntime } from '../../../src/domain/minutes/extend-after-downtime.ts';
import { danish, isClosedDay } from '../../support/danish-calendar.ts';
import { closed, drafted, meetingAfter, sent } from '../../support/invented-minutes.ts';
import { downtime, operationAfter } from '../../support/invented-operation.ts';

type Times = readonly (readonly [string, string])[];

/** Version 1 with this deadline (a Danish wall time), after these downtimes: the wall time of the new one, if any. */
function extended(deadline: string, times: Times, ...more: readonly MeetingEvent[]) {
  const terms = { deadline: danish(deadline).toString(), downtimeExtends: true };
  const meeting = meetingAfter(...drafted, sent(1, terms), ...more);
  const { downtimes } = operationAfter(...times.map(([from, until]) => downtime(from, until)));
  const [event] = extendAfterDowntime(meeting, { version: 1, downtimes, isClosedDay });
  return event;
}

function movedTo(deadline: string, times: Times, ...more: readonly MeetingEvent[]): string | undefined {
  const event = extended(deadline, times, ...more);
  return event === undefined ? undefined : wallTime(event.deadline);
}

function wallTime(instant: string): string {
  const local = Temporal.Instant.from(instant).toZonedDateTimeISO('Europe/Copenhagen');
  return local.toPlainDateTime().toString({ smallestUnit: 'minute' }).replace('T', ' ');
}

/** Midnight after Wednesday 24 September 2025. */
const wednesday = '2025-09-25 00:00';
const thursday = '2025-09-26 00:00';
const friday = '2025-09-27 00:00';
const monday = '2025-09-30 00:00';

describe('R8: downtime in the last day before a deadline', () => {
  it('moves it for everybody to the end of the next working day, when it was more than an hour', () => {
    expect(extended(wednesday, [['2025-09-24 10:00', '2025-09-24 12:00']])).toEqual({
      type: 'DeadlineExtended',
      version: 1,
      reason: 'downtime',
      deadline: danish(thursday).toString(),
      closesAt: danish(thursday).toString(),
    });
  });

  it('of an hour to the moment moves nothing; a millisecond more does', () => {
    expect(movedTo(wednesday, [['2025-09-24 10:00', '2025-09-24 11:00']])).toBeUndefined();
    expect(movedTo(wednesday, [['2025-09-24 10:00', '2025-09-24 11:00:00.001']])).toBe(thursday);
  });

  it('is added up over several times', () => {
    const two: Times = [
      ['2025-09-24 08:00', '2025-09-24 08:20'],
      ['2025-09-24 12:00', '2025-09-24 12:40'],
    ];
    expect(movedTo(wednesday, two)).toBeUndefined();
    expect(movedTo(wednesday, [...two, ['2025-09-24 20:00', '2025-09-24 20:02']])).toBe(thursday);
  });

  it('is counted once where two records overlap', () => {
    const same: Times = [
      ['2025-09-24 08:00', '2025-09-24 08:40'],
      ['2025-09-24 08:20', '2025-09-24 09:00'],
      ['2025-09-24 08:10', '2025-09-24 08:30'],
    ];
    expect(movedTo(wednesday, same)).toBeUndefined();
  });

  it('counts only as far as it lies in those 24 hours', () => {
    expect(movedTo(wednesday, [['2025-09-23 20:00', '2025-09-24 01:00']])).toBeUndefined();
    expect(movedTo(wednesday, [['2025-09-23 20:00', '2025-09-24 01:01']])).toBe(thursday);
    expect(movedTo(wednesday, [['2025-09-22 08:00', '2025-09-23 20:00']])).toBeUndefined();
  });

  it('that goes on past the deadline counts up to it, and gives the working day after the one it ended on', () => {
    expect(movedTo(wednesday, [['2025-09-24 23:00', '2025-09-25 09:00']])).toBeUndefined();
    expect(movedTo(wednesday, [['2025-09-24 22:59', '2025-09-25 09:00']])).toBe(friday);
    expect(movedTo(wednesday, [['2025-09-24 20:00', '2025-09-26 09:00']])).toBe(monday);
    expect(movedTo(wednesday, [['2025-09-25 00:00', '2025-09-25 09:00']])).toBeUndefined();
  });

  it('that ended at midnight gives the whole day that began then', () => {
    expect(movedTo(wednesday, [['2025-09-24 20:00', '2025-09-25 00:00']])).toBe(thursday);
  });

  it('gives no weekend and no holiday as the day', () => {
    expect(movedTo(friday, [['2025-09-26 10:00', '2025-09-26 12:00']])).toBe(monday);
    expect(movedTo('2024-03-28 00:00', [['2024-03-27 10:00', '2024-03-27 12:00']])).toBe('2024-04-03 00:00');
    expect(movedTo('2025-06-07 00:00', [['2025-06-06 10:00', '2025-06-06 12:00']])).toBe('2025-06-11 00:00');
  });

  it('ends at Danish midnight on both sides of a clock change', () => {
    expect(movedTo('2027-03-28 00:00', [['2027-03-27 10:00', '2027-03-27 12:00']])).toBe('2027-03-31 00:00');
    expect(movedTo('2027-10-30 00:00', [['2027-10-29 10:00', '2027-10-29 12:00']])).toBe('2027-11-02 00:00');
  });

  it('is looked for in 24 hours, also on the days of 23 and of 25', () => {
    // Sunday 28 March 2027 begins 23 hours before its midnight, so the window begins on Saturday at 23.00.
    expect(movedTo('2027-03-29 00:00', [['2027-03-27 22:00', '2027-03-28 00:01']])).toBe('2027-03-31 00:00');
    // Sunday 31 October 2027 begins 25 hours before its midnight, so its first hour lies outside.
    expect(movedTo('2027-11-01 00:00', [['2027-10-31 00:00', '2027-10-31 02:00']])).toBeUndefined();
  });
});

describe('R8: a deadline', () => {
  const lost: Times = [['2025-09-24 10:00', '2025-09-24 12:00']];

  it('is moved once for the same downtime', () => {
    const event = extended(wednesday, lost);
    expect(movedTo(wednesday, lost, ...(event === undefined ? [] : [event]))).toBeUndefined();
  });

  it('is moved again by a downtime in its new last day', () => {
    const first = extended(wednesday, lost);
    const again: Times = [...lost, ['2025-09-25 22:00', '2025-09-25 23:30']];
    expect(movedTo(wednesday, again, ...(first === undefined ? [] : [first]))).toBe(friday);
  });

  const longer = (deadline: string): MeetingEvent => ({
    type: 'DeadlineExtended',
    version: 1,
    reason: 'late-notice',
    deadline: danish(deadline).toString(),
    closesAt: danish(deadline).toString(),
    persons: ['bo'],
  });

  it('of one person who was given longer counts as well, and everybody has the new one', () => {
    const event = extended(wednesday, [['2025-09-26 10:00', '2025-09-26 12:00']], longer(friday));
    expect(event).toMatchObject({ deadline: danish(monday).toString() });
    expect(event).not.toHaveProperty('persons');
  });

  it('of one person that lies later stays the last one', () => {
    const event = extended(wednesday, lost, longer(monday));
    expect(event).toMatchObject({
      deadline: danish(thursday).toString(),
      closesAt: danish(monday).toString(),
    });
  });

  it('is not moved where the committee has chosen so, or was not asked when the version was sent', () => {
    const { downtimes } = operationAfter(...lost.map(([from, until]) => downtime(from, until)));
    for (const terms of [{ downtimeExtends: false }, {}]) {
      const meeting = meetingAfter(...drafted, sent(1, terms));
      expect(extendAfterDowntime(meeting, { version: 1, downtimes, isClosedDay })).toEqual([]);
    }
  });

  it('is not moved after the decision, nor that of an older version', () => {
    expect(extended(wednesday, lost, closed(1, 'approvedTacitly'))).toBeUndefined();
    expect(extended(wednesday, lost, sent(2, { downtimeExtends: true }))).toBeUndefined();
    const { downtimes } = operationAfter(...lost.map(([from, until]) => downtime(from, until)));
    expect(extendAfterDowntime(meetingAfter(...drafted), { version: 1, downtimes, isClosedDay })).toEqual([]);
  });
});
