import type { Clock } from '../../ports/clock.ts';
import type { Processes } from '../../ports/processes.ts';

/**
 * Where a person moves the program's clock, the lease still runs in the machine's time: a clock moved by a week makes no
 * process silent. What is worked off is told in the program's time, as deadlines are.
 */
export function beatsInMachineTime(processes: Processes, machine: Clock): Processes {
  return {
    beat: (_at, workedOff) => processes.beat(machine.now(), workedOff),
    others: () => processes.others(machine.now()),
    lastBeat: () => processes.lastBeat(),
    leave: () => processes.leave(),
  };
}
