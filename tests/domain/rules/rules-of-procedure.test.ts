import { describe, expect, it } from 'vitest';
import { rulesOfProcedure, rulesOn } from '../../../src/domain/rules/rules-of-procedure.ts';
import { day } from '../../support/danish-calendar.ts';
import { rules } from '../../support/invented-committee.ts';

describe('the rules in force on a date', () => {
  const newer = { ...rules, validFrom: '2025-01-01', objectionDaysAfterMeeting: 10 };

  it('are the newest that began on or before it, in whatever order they were adopted', () => {
    expect(rulesOn([newer, rules], day('2024-12-31'))).toBe(rules);
    expect(rulesOn([newer, rules], day('2025-01-01'))).toBe(newer);
  });

  it('are the ones adopted last where two begin on one day', () => {
    const corrected = { ...newer, objectionDaysAfterMeeting: 21 };
    expect(rulesOn([newer, corrected, rules], day('2025-06-01'))).toBe(corrected);
  });

  it('are none before the first began', () => {
    expect(rulesOn([rules], day('2023-12-31'))).toBeUndefined();
  });
});

describe('rules of procedure as data', () => {
  it('are taken as they are', () => {
    expect(rulesOfProcedure.parse(rules)).toEqual(rules);
  });

  it.each([
    ['a window of no days', { minimumWindowDays: 0 }],
    ['half a day', { objectionDaysAfterMeeting: 1.5 }],
    ['no words of the rule', { approvalText: '' }],
    ['an unknown setting', { deadlineOnClosedDay: 'whenever' }],
    ['a member nobody knows', { quorum: 3 }],
  ])('are refused with %s', (_what, fault) => {
    expect(rulesOfProcedure.safeParse({ ...rules, ...fault }).success).toBe(false);
  });
});
