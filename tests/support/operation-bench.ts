import type { OperationEvent } from '../../src/domain/operation/operation.ts';
import type { Bench } from './committee-bench.ts';

/** What happened to the installation, in order, by type. */
export function operationTypes({ events }: Bench): readonly string[] {
  return events.filter(({ stream }) => stream === 'operation').map(({ event }) => event.type);
}

/** As if it had happened before this process started. */
export async function happened({ log, clock }: Bench, ...events: readonly OperationEvent[]): Promise<void> {
  await log.transact({
    load: {},
    decide: () => ({ result: undefined, append: [{ stream: 'operation', events }], at: clock.now() }),
  });
}

/** The program is switched off at this moment and starts again at the other. */
export async function restartAt(bench: Bench, wallTime: string): Promise<void> {
  await bench.processes.beat(bench.clock.now(), bench.clock.now());
  bench.setTime(wallTime);
  await bench.useCases.operation.begin({ clockIsWatched: true });
}
