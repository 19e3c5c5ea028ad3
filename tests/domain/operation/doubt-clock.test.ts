import { describe, expect, it } from 'vitest';
import { doubtClock } from '../../../src/domain/operation/doubt-clock.ts';
import { danish } from '../../support/danish-calendar.ts';
import { doubted, operationAfter } from '../../support/invented-operation.ts';

const expected = danish('2025-09-20 10:00');

function jumpedBy(time: Temporal.DurationLike, before = operationAfter()) {
  return doubtClock(before, { expected, shown: expected.add(time) });
}

describe('R15: a clock', () => {
  it('is believed when it shows what it should', () => {
    expect(jumpedBy({ seconds: 0 })).toBeUndefined();
  });

  it('is set back by less than 2 s without a doubt; 2 s are a jump', () => {
    expect(jumpedBy({ milliseconds: -1_999 })).toBeUndefined();
    expect(jumpedBy({ seconds: -2 })).toEqual({
      type: 'ClockDoubted',
      kind: 'back',
      from: '2025-09-20T08:00:00Z',
      to: '2025-09-20T07:59:58Z',
    });
  });

  it('may be ahead by less than 10 min without a doubt; 10 min are a jump', () => {
    expect(jumpedBy({ minutes: 9, seconds: 59, milliseconds: 999 })).toBeUndefined();
    expect(jumpedBy({ minutes: 10 })).toMatchObject({ kind: 'forward', to: '2025-09-20T08:10:00Z' });
  });

  it('is not thrown into doubt by the change to summer or winter time', () => {
    const before = danish('2027-03-28 01:59:55');
    const after = danish('2027-03-28 03:00:05');
    const expectedAfter = before.add({ seconds: 10 });
    expect(doubtClock(operationAfter(), { expected: expectedAfter, shown: after })).toBeUndefined();
    const autumn = danish('2027-10-31 03:00:05');
    expect(
      doubtClock(operationAfter(), { expected: autumn.subtract({ seconds: 1 }), shown: autumn }),
    ).toBeUndefined();
  });

  it('that is doubted already is not doubted once more', () => {
    const before = operationAfter(doubted('2025-09-20 08:00', '2025-09-20 09:00'));
    expect(jumpedBy({ seconds: -60 }, before)).toBeUndefined();
  });
});
