import { describe, expect, it } from 'vitest';
import { createTicker } from '../../../src/adapters/scheduler/ticker.ts';
import { createMovedClock } from '../../contracts/moved-clock.ts';
import { createHandTimer } from './hand-timer.ts';

/** A ticker whose work is counted; `settle` resolves when it sleeps. */
function ticking(
  nextDue: () => Promise<Temporal.Instant | undefined>,
  work: () => Promise<unknown> = () => Promise.resolve(),
) {
  const timer = createHandTimer();
  const failures: unknown[] = [];
  let rounds = 0;
  const counted = () => {
    rounds += 1;
    return work();
  };
  const failed = (error: unknown) => failures.push(error);
  const ticker = createTicker({ clock, timer, nextDue, work: counted, failed });
  const settle = async () => {
    while (timer.pending().length === 0) await new Promise(setImmediate);
  };
  return { ticker, timer, failures, settle, rounds: () => rounds };
}

const clock = createMovedClock();
const inMs = (milliseconds: number) => () => Promise.resolve(clock.now().add({ milliseconds }));

describe('the ticker', () => {
  it.each([
    ['until the next thing is due', 1_234, 1_234],
    ['30 s at most, so that a moved clock is noticed', 3_600_000, 30_000],
    ['a second when something is overdue that could not be done', -5_000, 1_000],
  ])('sleeps %s', async (_case, dueInMs, sleepMs) => {
    const { ticker, timer, settle } = ticking(inMs(dueInMs));
    ticker.start();
    await settle();
    expect(timer.pending()).toEqual([sleepMs]);
  });

  it('sleeps 30 s when nothing is planned, then works again', async () => {
    const { ticker, timer, settle, rounds } = ticking(() => Promise.resolve(undefined));
    ticker.start();
    await settle();
    timer.ring(30_000);
    await settle();
    expect(rounds()).toBe(2);
    expect(timer.pending()).toEqual([30_000]);
  });

  it('wakes at once when poked, and sleeps once afterwards', async () => {
    const { ticker, timer, settle, rounds } = ticking(inMs(5_000));
    ticker.start();
    await settle();
    ticker.poke();
    expect(rounds()).toBe(2);
    await settle();
    expect(timer.pending()).toEqual([5_000]);
  });

  it('works once more when it is poked at work, however often', async () => {
    let end = () => {};
    const { ticker, settle, rounds } = ticking(
      inMs(5_000),
      () => new Promise<void>((resolve) => (end = resolve)),
    );
    ticker.start();
    ticker.poke();
    ticker.poke();
    end();
    while (rounds() < 2) await new Promise(setImmediate);
    end();
    await settle();
    expect(rounds()).toBe(2);
  });

  it('goes on after work that failed', async () => {
    const { ticker, timer, failures, settle } = ticking(inMs(1), () => Promise.reject(new Error('planted')));
    ticker.start();
    await settle();
    expect(failures).toEqual([new Error('planted')]);
    expect(timer.pending()).toEqual([30_000]);
  });

  it('does nothing before it is started and after it is stopped', async () => {
    const { ticker, timer, settle, rounds } = ticking(inMs(1));
    ticker.poke();
    expect(rounds()).toBe(0);
    ticker.start();
    await settle();
    await ticker.stop();
    ticker.poke();
    expect(rounds()).toBe(1);
    expect(timer.pending()).toEqual([]);
  });
});
