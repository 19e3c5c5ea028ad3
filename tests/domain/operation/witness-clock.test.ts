import { describe, expect, it } from 'vitest';
import { witnessClock } from '../../../src/domain/operation/witness-clock.ts';
import { danish } from '../../support/danish-calendar.ts';
import { doubted, operationAfter } from '../../support/invented-operation.ts';

const doubt = operationAfter(doubted('2025-09-20 08:00', '2025-09-20 09:00'));
const receivedAt = danish('2025-09-20 09:05');
const confirmed = [{ type: 'ClockConfirmed', confirmedBy: 'witness' }];

const told = (apart: Temporal.DurationLike) =>
  witnessClock(doubt, { receivedAt, sentAt: receivedAt.add(apart) });

describe('R15: a signed message from outside', () => {
  it('confirms the time when its own lies within 2 min of ours, before or after', () => {
    expect(told({ seconds: 0 })).toEqual(confirmed);
    expect(told({ minutes: -2 })).toEqual(confirmed);
    expect(told({ minutes: 2 })).toEqual(confirmed);
  });

  it('says nothing when it lies farther away', () => {
    expect(told({ minutes: -2, milliseconds: -1 })).toEqual([]);
    expect(told({ minutes: 2, milliseconds: 1 })).toEqual([]);
  });

  it('says nothing without a time of its own', () => {
    expect(witnessClock(doubt, { receivedAt })).toEqual([]);
  });

  it('has nothing to say about a clock that nobody doubts', () => {
    expect(witnessClock(operationAfter(), { receivedAt, sentAt: receivedAt })).toEqual([]);
  });
});
