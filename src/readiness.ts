import type { Degradations, ReadinessChecks } from './adapters/http/health.ts';
import { operationStream } from './application/streams.ts';
import type { Core } from './core.ts';

/** A waiting effect that nobody has taken for so long says that the outbox stands still. */
const longestWait = Temporal.Duration.from({ minutes: 15 });

/** The earliest time this program can have been started: a clock before it is wrong. */
const earliestClock = Temporal.Instant.from('2023-01-01T00:00:00Z');

/** What must hold for the program to take work: the store can be written, the outbox moves, the clock is sane. */
export function readinessChecks({ store, outbox, clock }: Core): ReadinessChecks {
  return {
    store: async () => {
      await store.probe();
      return true;
    },
    outbox: async () => {
      const due = await outbox.nextDue();
      return due === undefined || Temporal.Instant.compare(due, clock.now().subtract(longestWait)) > 0;
    },
    clock: () => Promise.resolve(Temporal.Instant.compare(clock.now(), earliestClock) > 0),
  };
}

/** Minutes are not decided, and all else goes on: acts are received, so people are not sent elsewhere (R15, R16). */
export function degradations({ log, useCases }: Core): Degradations {
  return async () => {
    const { operation } = await log.load({ operation: operationStream });
    return [
      ...(operation.clock.state === 'doubted' ? ['clock-doubted'] : []),
      ...(operation.safeMode.state === 'on' ? ['safe-mode'] : []),
      ...(useCases.doubts.areAnchorsUnread() ? ['anchors-unread'] : []),
    ];
  };
}
