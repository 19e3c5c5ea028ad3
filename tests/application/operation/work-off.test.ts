import { describe, expect, it } from 'vitest';
import { createSweepDue } from '../../../src/application/sweep-due.ts';
import { createUseCases } from '../../../src/application/use-cases.ts';
import type { EventLog } from '../../../src/ports/event-log.ts';
import { PortFailure } from '../../../src/ports/port-failure.ts';
import { type MeetingBench, pressOf, sentMinutes } from '../../support/bench-story.ts';
import { mustBeDone, sweep, typesOf } from '../../support/committee-bench.ts';
import { danish } from '../../support/danish-calendar.ts';

const closing = '2025-09-25 00:02';
const inTime = danish('2025-09-24 23:59:58');

/** One more process on the same log, with requests of its own; fenced, its commits are refused as a store refuses them. */
function secondProcess(bench: MeetingBench) {
  const processes = bench.instances.join('second process');
  const log: EventLog = {
    ...bench.log,
    transact: (unit) =>
      bench.instances.isFenced('second process')
        ? Promise.reject(new PortFailure('unavailable', 'process fenced'))
        : bench.log.transact(unit),
  };
  const useCases = createUseCases({ ...bench, log, processes });
  return { useCases, sweepDue: createSweepDue(useCases) };
}

async function twoProcesses() {
  const bench = await sentMinutes();
  const second = secondProcess(bench);
  bench.setTime('2025-09-25 00:01:55');
  await bench.useCases.operation.begin({ clockIsWatched: true });
  await second.useCases.operation.begin({ clockIsWatched: true });
  return { bench, second, key: `close/${bench.meetingId}/1` };
}

const objectBy = (bench: MeetingBench) => ({
  ...pressOf(bench, 'bo'),
  receivedAt: inTime,
  objection: { text: 'Lige i tide.' },
});

describe('R3: a closing with another process beside it', () => {
  it('waits until the other has said that it worked off what came in time', async () => {
    const { bench, second, key } = await twoProcesses();
    bench.setTime(closing);
    await expect(sweep(bench)).rejects.toThrow('waits');
    await second.useCases.operation.beat(undefined);
    await sweep(bench);
    expect(typesOf(bench)).toContain('MinutesClosed');
    await second.sweepDue(key, danish(closing));
    expect(typesOf(bench).filter((type) => type === 'MinutesClosed')).toHaveLength(1);
  });

  it('is done by one of them at the first try when both try at once', async () => {
    const { bench, second, key } = await twoProcesses();
    bench.setTime(closing);
    const tries = await Promise.allSettled([
      bench.sweepDue(key, danish(closing)),
      second.sweepDue(key, danish(closing)),
    ]);
    expect(tries.some(({ status }) => status === 'fulfilled')).toBe(true);
    expect(typesOf(bench).filter((type) => type === 'MinutesClosed')).toHaveLength(1);
  });

  it('waits for a request in time that hangs in the other, and decides over it when it came through', async () => {
    const { bench, second } = await twoProcesses();
    const end = second.useCases.inFlight.begin(inTime);
    bench.setTime(closing);
    await second.useCases.operation.beat(undefined);
    await expect(sweep(bench)).rejects.toThrow('waits');
    await mustBeDone(second.useCases.objectToMinutes(objectBy(bench)));
    end();
    await expect(sweep(bench)).rejects.toThrow('waits');
    await second.useCases.operation.beat(undefined);
    await sweep(bench);
    expect(bench.events.at(-1)?.event).toMatchObject({ type: 'MinutesClosed', result: 'contested' });
  });

  it('goes on when the other is silent for the lease, and that one adds nothing behind the decision', async () => {
    const { bench, second } = await twoProcesses();
    second.useCases.inFlight.begin(inTime);
    bench.setTime(closing);
    await second.useCases.operation.beat(undefined);
    bench.setTime('2025-09-25 00:03');
    await expect(sweep(bench)).rejects.toThrow('waits');
    bench.setTime('2025-09-25 00:03:00.001');
    await sweep(bench);
    expect(bench.events.at(-1)?.event).toMatchObject({ type: 'MinutesClosed', result: 'approvedTacitly' });
    const late = second.useCases.objectToMinutes(objectBy(bench));
    await expect(late).rejects.toMatchObject({ code: 'process fenced' });
    await expect(second.useCases.operation.beat(undefined)).rejects.toMatchObject({ code: 'process fenced' });
    expect(typesOf(bench).at(-1)).toBe('MinutesClosed');
  });

  it('does not wait for one that left in order', async () => {
    const { bench } = await twoProcesses();
    const third = bench.instances.join('third process');
    await third.beat(danish('2025-09-25 00:01:59'), danish('2025-09-25 00:01:59'));
    await third.leave();
    await bench.instances.join('second process').leave();
    bench.setTime(closing);
    await sweep(bench);
    expect(typesOf(bench)).toContain('MinutesClosed');
  });
});

describe('what a process says it worked off', () => {
  it('is all up to now, or up to the oldest request it has not answered', async () => {
    const bench = await sentMinutes();
    const { inFlight } = bench.useCases;
    const now = danish(closing);
    expect(inFlight.workedOff(now)).toBe(now);
    const end = inFlight.begin(inTime);
    inFlight.begin(danish('2025-09-25 00:01'));
    expect(inFlight.workedOff(now).toString()).toBe(inTime.toString());
    end();
    expect(inFlight.workedOff(now).toString()).toBe(danish('2025-09-25 00:01').toString());
    inFlight.begin(danish('2025-09-25 00:09'));
    expect(inFlight.workedOff(danish('2025-09-25 00:00:30')).toString()).toBe(
      danish('2025-09-25 00:00:30').toString(),
    );
  });
});
