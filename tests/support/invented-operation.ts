import {
  evolveOperation,
  type Operation,
  type OperationEvent,
  undisturbed,
} from '../../src/domain/operation/operation.ts';
import { danish } from './danish-calendar.ts';
import { folded } from './given-when-then.ts';

/** The course of an invented installation, event by event. */
export function operationAfter(...events: readonly OperationEvent[]): Operation {
  return folded(evolveOperation, undisturbed, events);
}

/** Danish wall times. */
export function downtime(from: string, until: string): OperationEvent {
  return {
    type: 'DowntimeRecorded',
    from: danish(from).toString(),
    until: danish(until).toString(),
  };
}

export function doubted(from: string, to: string, kind: 'back' | 'forward' = 'forward'): OperationEvent {
  return { type: 'ClockDoubted', kind, from: danish(from).toString(), to: danish(to).toString() };
}

/** The log ends at 800, its newest anchor is of 830; it agrees with the one of 700. */
export const safeModeEntered = {
  type: 'SafeModeEntered',
  anchor: { seq: 830, hash: 'hash-830' },
  head: { seq: 800, hash: 'hash-800' },
  agreed: 700,
  anchoredAt: danish('2025-09-20 10:00').toString(),
} as const satisfies OperationEvent;

export const endProposed = {
  type: 'SafeModeEndProposed',
  proposedBy: 'sigrid',
  reason: 'Der findes ingen nyere kopi.',
} as const satisfies OperationEvent;

export const safeModeEnded = {
  type: 'SafeModeEnded',
  first: 'sigrid',
  second: 'frida',
  reason: endProposed.reason,
} as const satisfies OperationEvent;
