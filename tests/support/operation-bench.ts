import { expect } from 'vitest';
import type { OperationEvent } from '../../src/domain/operation/operation.ts';
import { sentMinutes } from './bench-story.ts';
import { type Bench, drain, mustBeDone, sweep } from './committee-bench.ts';
import { danish } from './danish-calendar.ts';

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

/** All that can happen to the installation: downtime, a clock in doubt, a log that lacks its end, and how each ends. */
export async function disturbedStory(): Promise<Bench> {
  const bench = await sentMinutes();
  const { useCases } = bench;
  bench.setTime('2025-09-24 10:00');
  await restartAt(bench, '2025-09-24 12:00');
  bench.setTime('2025-09-26 00:02');
  await expect(sweep(bench)).rejects.toThrow('waits');
  const clock = { committeeId: 'luu', since: danish('2025-09-24 12:00').toString() };
  await mustBeDone(useCases.confirmClock({ ...bench.by('sigrid'), ...clock }));
  await bench.anchors.drop({
    seq: 900,
    hash: 'f'.repeat(64),
    at: bench.clock.now().toString(),
    occasion: 'x',
  });
  await useCases.operation.begin({ clockIsWatched: false });
  await drain(bench);
  const since = bench.messenger.shown('sigrid', 'operation-doubt')?.since ?? '';
  for (const person of ['sigrid', 'frida'])
    await mustBeDone(
      useCases.endSafeMode({ ...bench.by(person), committeeId: 'luu', since, reason: 'Ingen kopi.' }),
    );
  return bench;
}
