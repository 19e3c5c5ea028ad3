import { describe, expect, it } from 'vitest';
import { endSafeMode } from '../../../src/domain/operation/end-safe-mode.ts';
import type { OperationEvent } from '../../../src/domain/operation/operation.ts';
import { danish } from '../../support/danish-calendar.ts';
import { given } from '../../support/given-when-then.ts';
import { committee } from '../../support/invented-committee.ts';
import {
  endProposed,
  operationAfter,
  safeModeEnded,
  safeModeEntered,
} from '../../support/invented-operation.ts';

const { reason } = endProposed;

function ending(events: readonly OperationEvent[], by: string, since = '830-800') {
  return given(operationAfter(...events)).when((operation) =>
    endSafeMode(operation, committee, { by, since, reason, at: danish('2025-09-22 09:10') }),
  );
}

describe('R16: safe mode', () => {
  it('is not ended by one person: the first only proposes it', () => {
    ending([safeModeEntered], 'sigrid').thenHappened(endProposed);
  });

  it('is ended by a second, with the reason of the first', () => {
    ending([safeModeEntered, endProposed], 'frida').thenHappened(safeModeEnded);
  });

  it('is not ended by the same person twice', () => {
    ending([safeModeEntered, endProposed], 'sigrid').thenRefused({ code: 'second-person-needed' });
  });

  it('is ended by those who serve or lead a committee only', () => {
    const needs = ['secretary', 'chair', 'viceChair'] as const;
    ending([safeModeEntered], 'mads').thenRefused({ code: 'not-permitted', needs });
    ending([safeModeEntered, endProposed], 'mads').thenRefused({ code: 'not-permitted', needs });
  });

  it('is ended where it is on, and only that which stood on the card', () => {
    ending([], 'sigrid').thenRefused({ code: 'not-in-safe-mode' });
    ending([safeModeEntered, endProposed, safeModeEnded], 'mette').thenRefused({
      code: 'not-permitted',
      needs: ['secretary', 'chair', 'viceChair'],
    });
    ending([safeModeEntered, endProposed, safeModeEnded], 'frida').thenRefused({ code: 'not-in-safe-mode' });
    ending([safeModeEntered], 'sigrid', '900-800').thenRefused({ code: 'not-in-safe-mode' });
  });

  it('when it comes again, asks for two persons again', () => {
    const again = operationAfter(safeModeEntered, endProposed, safeModeEnded, safeModeEntered);
    expect(again.safeMode).toEqual({ state: 'on', ...withoutType(safeModeEntered) });
  });
});

function withoutType({ type: _type, ...rest }: typeof safeModeEntered) {
  return rest;
}
