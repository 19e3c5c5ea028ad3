import { describe, expect, it } from 'vitest';
import { beatEveryMs, createHeartbeat } from '../../../src/adapters/scheduler/heartbeat.ts';
import { PortFailure } from '../../../src/ports/port-failure.ts';
import { lease } from '../../../src/ports/processes.ts';
import { createMovedClock } from '../../contracts/moved-clock.ts';
import { createHandTimer } from './hand-timer.ts';

/** A heart whose clocks and timer the test moves, one that anybody can set and one that nobody can. */
function heart(beat: () => Promise<void> = () => Promise.resolve()) {
  const clock = createMovedClock();
  const timer = createHandTimer();
  const beats: { readonly expected: string; readonly shown: string }[] = [];
  const heard: unknown[] = [];
  let elapsed = 5_000;
  const heartbeat = createHeartbeat({
    clock,
    timer,
    elapsedMs: () => elapsed,
    beat: async ({ expected, shown }) => {
      beats.push({ expected: expected.toString(), shown: shown.toString() });
      await beat();
    },
    failed: (error) => heard.push(error),
    fenced: () => heard.push('fenced'),
  });
  const pass = async (ms: number) => {
    elapsed += ms;
    timer.ring(beatEveryMs);
    for (let turns = 0; turns < 5; turns += 1) await new Promise(setImmediate);
  };
  return { ...heartbeat, clock, timer, beats, heard, pass };
}

describe('the heartbeat', () => {
  it('comes several times in a lease', () => {
    expect(beatEveryMs * 3).toBeLessThan(lease.total('milliseconds'));
  });

  it('comes after each interval, and tells what the clock shows and should show', async () => {
    const { start, clock, timer, beats, pass } = heart();
    const began = clock.now();
    start();
    expect(timer.pending()).toEqual([beatEveryMs]);
    clock.move({ seconds: 10 });
    await pass(10_000.4);
    clock.move({ seconds: 3 });
    await pass(10_000);
    expect(beats).toEqual([
      { expected: began.add({ seconds: 10 }).toString(), shown: began.add({ seconds: 10 }).toString() },
      { expected: began.add({ seconds: 20 }).toString(), shown: began.add({ seconds: 13 }).toString() },
    ]);
    expect(timer.pending()).toEqual([beatEveryMs]);
  });

  it('expects nothing again of a jump that it told of once', async () => {
    const { start, clock, beats, pass } = heart();
    start();
    clock.move({ hours: 5 });
    await pass(10_000);
    clock.move({ seconds: 10 });
    await pass(10_000);
    expect(beats[1]?.expected).toBe(beats[1]?.shown);
  });

  it('goes on after a beat that failed', async () => {
    const broken = new PortFailure('unavailable', 'store');
    const { start, timer, heard, pass } = heart(() => Promise.reject(broken));
    start();
    await pass(10_000);
    expect(heard).toEqual([broken]);
    expect(timer.pending()).toEqual([beatEveryMs]);
  });

  it('ends, and says so, when the others have gone on without this process', async () => {
    const { start, timer, heard, pass } = heart(() =>
      Promise.reject(new PortFailure('unavailable', 'process fenced')),
    );
    start();
    await pass(10_000);
    expect(heard).toEqual(['fenced']);
    expect(timer.pending()).toEqual([]);
  });

  it('waits at its end for the beat under way, and beats no more', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const { start, stop, timer, beats, pass } = heart(() => promise);
    start();
    await pass(10_000);
    let ended = false;
    const ending = stop().then(() => {
      ended = true;
    });
    await new Promise(setImmediate);
    expect(ended).toBe(false);
    resolve();
    await ending;
    expect(beats).toHaveLength(1);
    expect(timer.pending()).toEqual([]);
  });
});
