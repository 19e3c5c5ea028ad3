import { describe, expect, it } from 'vitest';
import { doubtOf, markOf, mayDecide } from '../../../src/domain/operation/may-decide.ts';
import {
  doubted,
  downtime,
  endProposed,
  operationAfter,
  safeModeEnded,
  safeModeEntered,
} from '../../support/invented-operation.ts';

const doubt = doubted('2025-09-20 10:00', '2025-09-20 10:10');
const confirmed = { type: 'ClockConfirmed', confirmedBy: 'witness' } as const;
const since = '2025-09-20T08:10:00Z';

describe('what may be decided', () => {
  it('is everything as long as nothing disturbs; downtime is no doubt', () => {
    expect(mayDecide(operationAfter())).toBe(true);
    expect(mayDecide(operationAfter(downtime('2025-09-20 08:00', '2025-09-20 10:00')))).toBe(true);
  });

  it('R15: is nothing while the clock is doubted, and everything again once it is confirmed', () => {
    expect(doubtOf(operationAfter(doubt))).toEqual({ about: 'clock', since });
    expect(mayDecide(operationAfter(doubt, confirmed))).toBe(true);
    expect(mayDecide(operationAfter(doubt, confirmed, doubt))).toBe(false);
  });

  it('R16: is nothing in safe mode until two persons ended it', () => {
    expect(doubtOf(operationAfter(safeModeEntered))).toEqual({ about: 'safe-mode', since: '830-800' });
    expect(mayDecide(operationAfter(safeModeEntered, endProposed))).toBe(false);
    expect(mayDecide(operationAfter(safeModeEntered, endProposed, safeModeEnded))).toBe(true);
  });

  it('R15, R16: both doubts stand side by side, and each has its own mark', () => {
    const both = operationAfter(doubt, safeModeEntered);
    expect(doubtOf(both)).toMatchObject({ about: 'safe-mode' });
    expect([markOf(both, 'clock'), markOf(both, 'safe-mode')]).toEqual([since, '830-800']);
    expect(markOf(operationAfter(doubt, confirmed), 'clock')).toBeUndefined();
    expect(mayDecide(operationAfter(doubt, safeModeEntered, endProposed, safeModeEnded))).toBe(false);
    expect(mayDecide(operationAfter(doubt, safeModeEntered, confirmed))).toBe(false);
  });

  it('remembers, once a committee, whose minutes the doubt held back, and forgets it with the doubt', () => {
    const held = { type: 'DecisionHeldBack', committeeId: 'luu' } as const;
    expect(operationAfter(doubt, held).clock).toMatchObject({ heldBack: ['luu'] });
    expect(operationAfter(doubt, held, confirmed, doubt).clock).toMatchObject({ heldBack: [] });
    expect(operationAfter(held).clock).toEqual({ state: 'trusted' });
  });
});
