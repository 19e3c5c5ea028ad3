import { describe, it } from 'vitest';
import { confirmClock } from '../../../src/domain/operation/confirm-clock.ts';
import type { OperationEvent } from '../../../src/domain/operation/operation.ts';
import { danish } from '../../support/danish-calendar.ts';
import { given } from '../../support/given-when-then.ts';
import { committee } from '../../support/invented-committee.ts';
import { doubted, operationAfter } from '../../support/invented-operation.ts';

const doubt = doubted('2025-09-20 08:00', '2025-09-20 09:00');
const since = danish('2025-09-20 09:00').toString();

function confirming(events: readonly OperationEvent[], confirmedBy: string, shown = since) {
  return given(operationAfter(...events)).when((operation) =>
    confirmClock(operation, committee, { confirmedBy, since: shown, at: danish('2025-09-20 09:10') }),
  );
}

describe('R15: the time is confirmed', () => {
  it.each(['sigrid', 'frida'])('by the secretary or the chair: %s', (confirmedBy) => {
    confirming([doubt], confirmedBy).thenHappened({ type: 'ClockConfirmed', confirmedBy });
  });

  it.each(['mads', 'a stranger'])('by nobody else: %s', (confirmedBy) => {
    confirming([doubt], confirmedBy).thenRefused({ code: 'not-permitted', needs: ['secretary', 'chair'] });
  });

  it('only where it is doubted', () => {
    confirming([], 'sigrid').thenRefused({ code: 'clock-not-doubted' });
    confirming([doubt, { type: 'ClockConfirmed', confirmedBy: 'witness' }], 'sigrid').thenRefused({
      code: 'clock-not-doubted',
    });
  });

  it('for the doubt that stood on the card, not for one that came since', () => {
    const next = doubted('2025-09-21 08:00', '2025-09-21 09:00');
    const events = [doubt, { type: 'ClockConfirmed', confirmedBy: 'witness' } as const, next];
    confirming(events, 'sigrid').thenRefused({ code: 'clock-not-doubted' });
  });

  it('and a silence too long to be believed before is recorded now (R8)', () => {
    const long = doubted('2025-09-01 08:00', '2025-09-20 09:00');
    confirming([long], 'sigrid').thenHappened(
      { type: 'ClockConfirmed', confirmedBy: 'sigrid' },
      { type: 'DowntimeRecorded', from: '2025-09-01T06:00:00Z', until: '2025-09-20T07:00:00Z' },
    );
  });
});
