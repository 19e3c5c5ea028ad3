import { describe, expect, it } from 'vitest';
import { refusalOfStranger, refusalWithoutRole } from '../../../src/domain/committee/refusal-of-seat.ts';
import { danish } from '../../support/danish-calendar.ts';
import { committee } from '../../support/invented-committee.ts';

const now = danish('2025-09-01 10:00');
const before = danish('2023-12-31 10:00');

describe('who may see and do what in a committee', () => {
  it('is refused to whoever has no seat now', () => {
    expect(refusalOfStranger(committee, 'mads', now)).toBeUndefined();
    expect(refusalOfStranger(committee, 'mads', before)).toEqual({ code: 'not-a-member' });
    expect(refusalOfStranger(committee, 'nobody', now)).toEqual({ code: 'not-a-member' });
  });

  it('takes any of the roles that may', () => {
    expect(refusalWithoutRole(committee, 'frida', now, 'secretary', 'chair')).toBeUndefined();
    expect(refusalWithoutRole(committee, 'frida', before, 'chair')).toEqual({
      code: 'not-permitted',
      needs: ['chair'],
    });
    expect(refusalWithoutRole(committee, 'mads', now, 'secretary', 'chair')).toEqual({
      code: 'not-permitted',
      needs: ['secretary', 'chair'],
    });
  });
});
