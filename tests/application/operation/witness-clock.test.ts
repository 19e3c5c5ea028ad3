import { describe, expect, it } from 'vitest';
import { sentMinutes } from '../../support/bench-story.ts';
import { type Bench, drain, openBench, sweep, typesOf } from '../../support/committee-bench.ts';
import { danish } from '../../support/danish-calendar.ts';
import { operationTypes, restartAt } from '../../support/operation-bench.ts';

const receivedAt = danish('2025-09-20 12:05');

async function doubtful(): Promise<Bench> {
  const bench = await openBench();
  bench.setTime('2025-09-20 10:00');
  await restartAt(bench, '2025-09-20 12:00');
  return bench;
}

describe('R15: a message that passed the gate', () => {
  it('confirms a doubted clock when it tells the same time', async () => {
    const bench = await doubtful();
    await bench.useCases.witnessClock({ receivedAt, sentAt: receivedAt.subtract({ seconds: 3 }) });
    expect(bench.events.at(-1)?.event).toEqual({ type: 'ClockConfirmed', confirmedBy: 'witness' });
    expect(bench.useCases.doubts.isClockDoubted()).toBe(false);
  });

  it('leaves the doubt when it tells another time, or none', async () => {
    const bench = await doubtful();
    await bench.useCases.witnessClock({ receivedAt, sentAt: receivedAt.subtract({ minutes: 3 }) });
    await bench.useCases.witnessClock({ receivedAt });
    expect(operationTypes(bench)).not.toContain('ClockConfirmed');
    expect(bench.useCases.doubts.isClockDoubted()).toBe(true);
  });

  it('asks nothing of the store while nobody doubts the clock', async () => {
    const bench = await openBench();
    const load = bench.log.load;
    let asked = 0;
    Object.assign(bench.log, {
      load: (...plan: Parameters<typeof load>) => {
        asked += 1;
        return load(...plan);
      },
    });
    await bench.useCases.witnessClock({ receivedAt, sentAt: receivedAt });
    expect(asked).toBe(0);
    await restartAt(bench, '2025-09-20 12:00');
    asked = 0;
    await bench.useCases.operation.beat({ expected: receivedAt.add({ hours: 1 }), shown: receivedAt });
    await bench.useCases.witnessClock({ receivedAt, sentAt: receivedAt });
    expect(asked).toBeGreaterThan(0);
  });

  it('twenty at once confirm it once', async () => {
    const bench = await doubtful();
    const act = { receivedAt, sentAt: receivedAt };
    await Promise.all(Array.from({ length: 20 }, () => bench.useCases.witnessClock(act)));
    expect(operationTypes(bench).filter((type) => type === 'ClockConfirmed')).toHaveLength(1);
  });

  it('sees what another process confirmed meanwhile', async () => {
    const bench = await doubtful();
    await bench.log.transact({
      load: {},
      decide: () => ({
        result: undefined,
        append: [{ stream: 'operation', events: [{ type: 'ClockConfirmed', confirmedBy: 'witness' }] }],
        at: receivedAt,
      }),
    });
    await bench.useCases.witnessClock({ receivedAt, sentAt: receivedAt });
    expect(bench.useCases.doubts.isClockDoubted()).toBe(false);
    expect(operationTypes(bench).filter((type) => type === 'ClockConfirmed')).toHaveLength(1);
  });

  it('R8: has a silence of more than a week recorded before it is acted upon, so that nobody is told "too late"', async () => {
    const bench = await sentMinutes();
    bench.setTime('2025-09-24 10:00');
    await restartAt(bench, '2025-10-08 08:00');
    expect(operationTypes(bench)).toEqual(['ClockDoubted']);
    const came = danish('2025-10-08 08:01');
    await bench.useCases.witnessClock({ receivedAt: came, sentAt: came });
    expect(operationTypes(bench)).toEqual(['ClockDoubted', 'ClockConfirmed', 'DowntimeRecorded']);
    expect(bench.events.at(-1)?.event).toMatchObject({
      type: 'DeadlineExtended',
      deadline: danish('2025-10-10 00:00').toString(),
    });
    await sweep(bench);
    await drain(bench);
    expect(typesOf(bench)).not.toContain('MinutesClosed');
  });
});
