import { describe, expect, it } from 'vitest';
import { downtimeOnceConfirmed, recordDowntime } from '../../../src/domain/operation/record-downtime.ts';
import { danish } from '../../support/danish-calendar.ts';
import { doubted, downtime, operationAfter } from '../../support/invented-operation.ts';

const lastBeat = danish('2025-09-20 10:00');

function silentUntil(wallTime: string, before = operationAfter()) {
  return recordDowntime(before, { lastBeat, now: danish(wallTime) });
}

describe('R8: downtime', () => {
  it('is a silence of more than a minute, to the moment', () => {
    expect(silentUntil('2025-09-20 10:00:10')).toBeUndefined();
    expect(silentUntil('2025-09-20 10:01:00')).toBeUndefined();
    expect(silentUntil('2025-09-20 10:01:00.001')).toEqual({
      type: 'DowntimeRecorded',
      from: '2025-09-20T08:00:00Z',
      until: '2025-09-20T08:01:00.001Z',
    });
  });

  it('is none where the clock shows less than the last beat did', () => {
    expect(silentUntil('2025-09-20 09:00')).toBeUndefined();
  });

  it('that is recorded already is not recorded again by the next process that starts', () => {
    const before = operationAfter(downtime('2025-09-20 10:00', '2025-09-20 12:00'));
    expect(silentUntil('2025-09-20 12:00:30', before)).toBeUndefined();
  });

  it('goes on where the record ended, when the program died again before its first beat', () => {
    const before = operationAfter(downtime('2025-09-20 10:00', '2025-09-20 12:00'));
    expect(silentUntil('2025-09-20 13:00', before)).toMatchObject({
      from: '2025-09-20T10:00:00Z',
      until: '2025-09-20T11:00:00Z',
    });
  });

  it('of more than a week is not believed before the time is confirmed', () => {
    expect(silentUntil('2025-09-27 10:00')).toMatchObject({ until: '2025-09-27T08:00:00Z' });
    expect(silentUntil('2025-09-27 10:00:00.001')).toBeUndefined();
    const long = doubted('2025-09-20 10:00', '2025-09-27 10:00:00.001');
    expect(downtimeOnceConfirmed(operationAfter(long))).toEqual({
      type: 'DowntimeRecorded',
      from: '2025-09-20T08:00:00Z',
      until: '2025-09-27T08:00:00.001Z',
    });
  });

  it('that was recorded at once is not recorded again when the time is confirmed, nor is a clock set back', () => {
    const short = doubted('2025-09-20 10:00', '2025-09-27 10:00');
    expect(downtimeOnceConfirmed(operationAfter(short))).toBeUndefined();
    expect(
      downtimeOnceConfirmed(operationAfter(doubted('2025-09-20 10:00', '2025-08-20 10:00', 'back'))),
    ).toBeUndefined();
    expect(downtimeOnceConfirmed(operationAfter())).toBeUndefined();
  });

  it('is found also where a clock gone wrong left a record that ends in the future', () => {
    const before = operationAfter(downtime('2025-09-19 10:00', '2025-09-25 10:00'));
    expect(silentUntil('2025-09-20 10:30', before)).toMatchObject({ from: '2025-09-20T08:00:00Z' });
  });
});
