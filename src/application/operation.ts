import type { IsClosedDay } from '../domain/calendar/danish-time.ts';
import type { Anchors } from '../ports/anchors.ts';
import type { Clock } from '../ports/clock.ts';
import type { EventLog } from '../ports/event-log.ts';
import type { Processes } from '../ports/processes.ts';
import type { ReadModels } from '../ports/read-models.ts';
import type { InFlight } from './in-flight.ts';
import { createKnownDoubts } from './known-doubts.ts';
import { createExtendAfterDowntime } from './minutes/extend-after-downtime.ts';
import { createBeginOperation } from './operation/begin-operation.ts';
import { createConfirmClock } from './operation/confirm-clock.ts';
import { createEndSafeMode } from './operation/end-safe-mode.ts';
import { createEnterSafeMode } from './operation/enter-safe-mode.ts';
import { createKeepWatch } from './operation/keep-watch.ts';
import { createWitnessClock } from './operation/witness-clock.ts';
import { createOpenEndSafeMode } from './show/open-end-safe-mode.ts';

export type OperationPorts = {
  readonly log: EventLog;
  readonly readModels: ReadModels;
  readonly processes: Processes;
  readonly anchors: Anchors;
  readonly clock: Clock;
  readonly isClosedDay: IsClosedDay;
  readonly inFlight: InFlight;
};

/** The use cases about the installation itself: what happened to it, as far as decisions rest on it. */
export function createOperation(given: OperationPorts) {
  const extendAfterDowntime = createExtendAfterDowntime(given);
  const ports = { ...given, doubts: createKnownDoubts(), extendAfterDowntime };
  const keepWatch = createKeepWatch(ports);
  const enterSafeMode = createEnterSafeMode(ports);
  return {
    doubts: ports.doubts,
    operation: createBeginOperation({ ...ports, keepWatch, enterSafeMode }),
    witnessClock: createWitnessClock(ports),
    confirmClock: createConfirmClock(ports),
    endSafeMode: createEndSafeMode(ports),
    openEndSafeMode: createOpenEndSafeMode(ports),
  };
}
