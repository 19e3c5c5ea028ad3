import { describe, expect, it } from 'vitest';
import { openBench } from '../../support/committee-bench.ts';
import { danish } from '../../support/danish-calendar.ts';
import { operationTypes, restartAt } from '../../support/operation-bench.ts';

/** A program that began at ten and has beaten since. */
async function running() {
  const bench = await openBench();
  bench.setTime('2025-09-20 10:00');
  await bench.useCases.operation.begin({ clockIsWatched: true });
  /** The next beat: the clock shows this wall time, and by the time that passed it should show the other. */
  const beat = async (shown: string, expected = shown) => {
    bench.setTime(shown);
    await bench.useCases.operation.beat({ expected: danish(expected), shown: danish(shown) });
  };
  return { ...bench, beat };
}

describe('the watch', () => {
  it('finds nothing at the very first start', async () => {
    const bench = await running();
    expect(operationTypes(bench)).toEqual([]);
    expect((await bench.processes.lastBeat())?.toString()).toBe('2025-09-20T08:00:00Z');
  });

  it('writes nothing but beats while all is as it should be', async () => {
    const bench = await running();
    await bench.beat('2025-09-20 10:00:10');
    await bench.beat('2025-09-20 10:00:20');
    expect(operationTypes(bench)).toEqual([]);
  });

  it('R8: records the time between the last beat and the next start, when it was over a minute', async () => {
    const bench = await running();
    await restartAt(bench, '2025-09-20 10:01');
    expect(operationTypes(bench)).toEqual([]);
    await restartAt(bench, '2025-09-20 10:06');
    expect(bench.events.at(-1)?.event).toEqual({
      type: 'DowntimeRecorded',
      from: '2025-09-20T08:01:00Z',
      until: '2025-09-20T08:06:00Z',
    });
  });

  it('R15: doubts the clock at a start that finds it 10 min on, or 2 s back', async () => {
    const forward = await running();
    await restartAt(forward, '2025-09-20 10:10');
    expect(operationTypes(forward)).toEqual(['DowntimeRecorded', 'ClockDoubted']);
    expect(forward.useCases.doubts.isClockDoubted()).toBe(true);
    const back = await running();
    await restartAt(back, '2025-09-20 09:59:58');
    expect(operationTypes(back)).toEqual(['ClockDoubted']);
  });

  it('R15: doubts a clock that jumps while the program runs, once', async () => {
    const bench = await running();
    await bench.beat('2025-09-20 10:00:08', '2025-09-20 10:00:10');
    expect(operationTypes(bench)).toEqual(['ClockDoubted']);
    await bench.beat('2025-09-20 09:00', '2025-09-20 10:00:18');
    expect(operationTypes(bench)).toEqual(['ClockDoubted']);
  });

  it('R8, R15: takes a leap ahead as time in which nobody could answer', async () => {
    const bench = await running();
    await bench.beat('2025-09-20 10:30', '2025-09-20 10:00:10');
    expect(operationTypes(bench)).toEqual(['DowntimeRecorded', 'ClockDoubted']);
  });

  it('R8: records a silence in which the clock ran on as it should: the store could not be reached', async () => {
    const bench = await running();
    await bench.beat('2025-09-20 10:20');
    expect(operationTypes(bench)).toEqual(['DowntimeRecorded']);
  });

  it('R8: records no downtime while another process beats', async () => {
    const bench = await running();
    const other = bench.instances.join('another process');
    await other.beat(danish('2025-09-20 12:00'), danish('2025-09-20 12:00'));
    bench.setTime('2025-09-20 12:00:30');
    await bench.useCases.operation.begin({ clockIsWatched: true });
    expect(operationTypes(bench)).toEqual([]);
  });

  it('R8: two processes that start after the same silence record it once', async () => {
    const bench = await running();
    bench.setTime('2025-09-20 10:08');
    const { operation } = bench.useCases;
    await Promise.all([operation.begin({ clockIsWatched: true }), operation.begin({ clockIsWatched: true })]);
    expect(operationTypes(bench)).toEqual(['DowntimeRecorded']);
  });

  it('does not watch a clock that a person moves', async () => {
    const bench = await running();
    bench.setTime('2025-12-20 10:00');
    await bench.useCases.operation.begin({ clockIsWatched: false });
    await bench.useCases.operation.beat(undefined);
    expect(operationTypes(bench)).toEqual([]);
  });
});
