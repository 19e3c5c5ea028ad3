import { type ClockReading, doubtClock } from '../../domain/operation/doubt-clock.ts';
import { evolveOperation, type Operation, type OperationEvent } from '../../domain/operation/operation.ts';
import { recordDowntime } from '../../domain/operation/record-downtime.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Decided, EventLog } from '../../ports/event-log.ts';
import type { Processes } from '../../ports/processes.ts';
import type { KnownDoubts } from '../known-doubts.ts';
import { operationStream } from '../streams.ts';

export type WatchPorts = {
  readonly log: EventLog;
  readonly processes: Pick<Processes, 'lastBeat'>;
  readonly clock: Clock;
  readonly doubts: KnownDoubts;
  /** R8: gives those more time whose deadlines the downtime touches. */
  readonly extendAfterDowntime: () => Promise<void>;
};

/**
 * To be called before each beat, with what the clock shows and should show by the time since the last reading; at start
 * there is none, and the newest beat of any process says it. Records what the silence before was (R8, R15).
 */
export function createKeepWatch({ log, processes, clock, doubts, extendAfterDowntime }: WatchPorts) {
  return async (reading?: ClockReading): Promise<void> => {
    const lastBeat = await processes.lastBeat();
    const now = reading?.shown ?? clock.now();
    const seen = (operation: Operation) =>
      eventsOf(operation, { now, lastBeat, expected: reading?.expected ?? lastBeat });
    const { operation: known } = await log.load({ operation: operationStream });
    if (seen(known).length === 0) return doubts.see(known);
    const happened = await log.transact({
      load: { operation: operationStream },
      decide: ({ operation }): Decided<readonly OperationEvent[]> => {
        const events = seen(operation);
        return { result: events, append: [{ stream: operationStream.stream, events }], at: now };
      },
    });
    doubts.see(happened.reduce(evolveOperation, known));
    if (happened.some(({ type }) => type === 'DowntimeRecorded')) await extendAfterDowntime();
  };
}

type Silence = {
  readonly now: Temporal.Instant;
  readonly lastBeat: Temporal.Instant | undefined;
  readonly expected: Temporal.Instant | undefined;
};

function eventsOf(operation: Operation, { now, lastBeat, expected }: Silence): readonly OperationEvent[] {
  const doubted = expected && doubtClock(operation, { expected, shown: now });
  const downtime = lastBeat && recordDowntime(operation, { lastBeat, now });
  return [downtime, doubted].filter((event) => event !== undefined);
}
