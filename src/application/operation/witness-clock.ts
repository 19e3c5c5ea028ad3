import type { ReceivedAct } from '../../domain/minutes/timeliness.ts';
import { witnessClock } from '../../domain/operation/witness-clock.ts';
import type { Decided } from '../../ports/event-log.ts';
import { allCommittees } from '../effects/doubt-cards.ts';
import { operationStream } from '../streams.ts';
import { type ConfirmPorts, cardsOfHeldBack } from './confirm-clock.ts';

/**
 * R15: told of every message that passed the gate, before anything is done about it; while nobody doubts the clock, that
 * costs nothing.
 */
export function createWitnessClock(ports: Omit<ConfirmPorts, 'clock'>) {
  const { log, doubts, extendAfterDowntime } = ports;
  return async (act: ReceivedAct): Promise<void> => {
    if (!doubts.isClockDoubted()) return;
    const { operation: known } = await log.load({ operation: operationStream });
    if (witnessClock(known, act).length === 0) return doubts.see(known);
    const committees = await allCommittees(ports);
    await log.transact({
      load: { operation: operationStream },
      decide: ({ operation }): Decided<undefined> => {
        const events = witnessClock(operation, act);
        if (events.length === 0) return { result: undefined };
        return {
          result: undefined,
          append: [{ stream: operationStream.stream, events }],
          effects: cardsOfHeldBack(operation, committees, act.receivedAt),
          at: act.receivedAt,
        };
      },
    });
    await extendAfterDowntime();
    doubts.see((await log.load({ operation: operationStream })).operation);
  };
}
