import { describe, expect, it } from 'vitest';
import { isEntitled } from '../../../src/domain/committee/committee.ts';
import { type EndMandate, endMandate } from '../../../src/domain/committee/end-mandate.ts';
import { danish, day } from '../../support/danish-calendar.ts';
import { given } from '../../support/given-when-then.ts';
import { committee, committeeAfter, seat } from '../../support/invented-committee.ts';

const at = danish('2025-09-20 10:00');

function end(more: Partial<EndMandate> = {}) {
  return (state: typeof committee) =>
    endMandate(state, { endedBy: 'sigrid', at, personId: 'bo', lastDay: day('2025-09-30'), ...more });
}

describe('R13: a member who leaves', () => {
  it('has the seat until the end of the last day', () => {
    const until = danish('2025-10-01 00:00');
    given(committee)
      .when(end())
      .thenHappened({ type: 'MandateEnded', personId: 'bo', until: until.toString() });
    const after = committeeAfter({ type: 'MandateEnded', personId: 'bo', until: until.toString() });
    expect(isEntitled(after, 'bo', until.subtract({ nanoseconds: 1 }))).toBe(true);
    expect(isEntitled(after, 'bo', until)).toBe(false);
  });

  it('keeps what was done with right: a seat never ends before now', () => {
    given(committee)
      .when(end({ lastDay: day('2025-09-01') }))
      .thenHappened({ until: at.toString() });
  });

  it('hands the seat over to a successor, with the right to object and without the chair', () => {
    const until = danish('2025-10-01 00:00').toString();
    given(committee)
      .when(end({ personId: 'frida', successorId: 'elev' }))
      .thenHappened(
        { type: 'MandateEnded', personId: 'frida', successorId: 'elev', until },
        {
          type: 'MandatesGranted',
          mandates: [seat('elev', { roles: ['member'], from: until })],
        },
      );
  });

  it('R6: the successor may act from the moment the seat is free', () => {
    const until = danish('2025-10-01 00:00');
    const ended = endMandate(committee, {
      endedBy: 'sigrid',
      at,
      personId: 'bo',
      lastDay: day('2025-09-30'),
      successorId: 'elev',
    });
    const after = committeeAfter(...(ended.kind === 'accepted' ? ended.events : []));
    expect(isEntitled(after, 'elev', until.subtract({ nanoseconds: 1 }))).toBe(false);
    expect(isEntitled(after, 'elev', until)).toBe(true);
  });

  it('has a successor who is in the committee already, and is somebody else', () => {
    for (const successorId of ['bo', 'nobody'])
      given(committee).when(end({ successorId })).thenRefused({ code: 'no-such-person' });
  });

  it('has a seat that has not ended already', () => {
    given(committee)
      .when(end({ personId: 'nobody' }))
      .thenRefused({ code: 'no-such-seat' });
    const leaving = committeeAfter({
      type: 'MandateEnded',
      personId: 'bo',
      until: danish('2025-12-01 00:00').toString(),
    });
    given(leaving).when(end()).thenRefused({ code: 'no-such-seat' });
  });

  it('is noted by the secretary, who does not leave the committee without one', () => {
    given(committee)
      .when(end({ endedBy: 'frida' }))
      .thenRefused({ code: 'not-permitted', needs: ['secretary'] });
    given(committee)
      .when(end({ personId: 'sigrid' }))
      .thenRefused({ code: 'last-secretary' });
    given(committee)
      .when(end({ personId: 'sigrid', successorId: 'elev' }))
      .thenHappened(
        { type: 'MandateEnded' },
        {
          type: 'MandatesGranted',
          mandates: [expect.objectContaining({ roles: ['secretary', 'minuteTaker'] })],
        },
      );
    const two = committeeAfter({
      type: 'MandatesGranted',
      mandates: [seat('mads', { roles: ['secretary'] })],
    });
    given(two)
      .when(end({ personId: 'sigrid' }))
      .thenHappened({ type: 'MandateEnded', personId: 'sigrid' });
  });
});
