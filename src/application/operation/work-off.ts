import { isWorkedOff } from '../../domain/minutes/timeliness.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Processes } from '../../ports/processes.ts';
import type { InFlight } from '../in-flight.ts';

export type BeatPorts = {
  readonly processes: Pick<Processes, 'beat' | 'others'>;
  readonly clock: Clock;
  readonly inFlight: Pick<InFlight, 'workedOff'>;
};

/** Says that this process lives, and up to when it has answered what it received. */
export async function sayWorkedOff({ processes, clock, inFlight }: BeatPorts): Promise<void> {
  const now = clock.now();
  await processes.beat(now, inFlight.workedOff(now));
}

/**
 * R3: whether the other processes have answered all that came before the instant. Each says so when it wants to close
 * itself, and every ten seconds; one that is silent for the lease is fenced and no longer waited for.
 */
export async function haveOthersWorkedOff(ports: BeatPorts, instant: Temporal.Instant): Promise<boolean> {
  await sayWorkedOff(ports);
  return isWorkedOff(instant, await ports.processes.others(ports.clock.now()));
}
