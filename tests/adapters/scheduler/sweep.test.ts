import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSweep, type SweepLogEntry } from '../../../src/adapters/scheduler/sweep.ts';
import { createMovedClock, type MovedClock } from '../../contracts/moved-clock.ts';
import { openLaidModels } from '../../contracts/read-models.contract.ts';
import { passingStore } from '../store/sqlite/store-in-folder.ts';
import { createHandTimer } from './hand-timer.ts';

describe('the sweep', () => {
  let models: Awaited<ReturnType<typeof openLaidModels>>;
  let clock: MovedClock;
  let closed: string[];
  let entries: SweepLogEntry[];
  const broken = new Set<string>();
  beforeEach(async () => {
    models = await openLaidModels((project) => passingStore({ project }));
    clock = createMovedClock();
    closed = [];
    entries = [];
    broken.clear();
  });
  afterEach(() => models.close());

  const due = (key: string, hours: number) =>
    ({ model: 'due', row: { key, at: clock.now().add({ hours }) } }) as const;
  const sweep = (timer = createHandTimer()) =>
    createSweep({
      readModels: models.readModels,
      clock,
      timer,
      log: (entry) => entries.push(entry),
      close: async (key) => {
        if (broken.has(key)) throw new Error('planted');
        closed.push(key);
        await models.change({ model: 'due', row: { key, at: null } });
      },
    });

  it('looks at what is due, oldest first, and at nothing else', async () => {
    await models.change(due('later', 2), due('soon', 1), due('much later', 3));
    clock.move({ hours: 2 });
    expect(await sweep().run()).toBe(2);
    expect(closed).toEqual(['soon', 'later']);
  });

  it('closes at start what passed while the program was off, and then each thing when it is due', async () => {
    await models.change(due('passed', -48), {
      model: 'due',
      row: { key: 'next', at: clock.now().add({ seconds: 18 }) },
    });
    const timer = createHandTimer();
    const running = sweep(timer);
    running.start();
    while (timer.pending().length === 0) await new Promise(setImmediate);
    expect(closed).toEqual(['passed']);
    expect(timer.pending()).toEqual([18_000]);
    clock.move({ seconds: 18 });
    timer.ring(18_000);
    while (timer.pending().length === 0) await new Promise(setImmediate);
    expect(closed).toEqual(['passed', 'next']);
    await running.stop();
  });

  it('notices a clock that a person moved when it is poked', async () => {
    await models.change(due('far', 400));
    const timer = createHandTimer();
    const running = sweep(timer);
    running.start();
    while (timer.pending().length === 0) await new Promise(setImmediate);
    clock.move({ hours: 400 });
    running.poke();
    while (timer.pending().length === 0) await new Promise(setImmediate);
    expect(closed).toEqual(['far']);
    await running.stop();
  });

  it('goes on with the others when one fails, and tries that one later, less and less often', async () => {
    await models.change(due('broken', -2), due('whole', -1));
    broken.add('broken');
    const running = sweep();
    expect(await running.run()).toBe(1);
    expect(closed).toEqual(['whole']);
    await running.run();
    expect(entries).toHaveLength(1);
    clock.move({ seconds: 10 });
    await running.run();
    clock.move({ seconds: 10 });
    await running.run();
    expect(entries).toHaveLength(2);
    broken.clear();
    clock.move({ seconds: 10 });
    expect(await running.run()).toBe(1);
    expect(closed).toEqual(['whole', 'broken']);
  });

  it('tries what failed at once when what stood in its way is gone', async () => {
    await models.change(due('held back', -2));
    broken.add('held back');
    const timer = createHandTimer();
    const running = sweep(timer);
    running.start();
    while (timer.pending().length === 0) await new Promise(setImmediate);
    broken.clear();
    running.poke();
    while (timer.pending().length === 0) await new Promise(setImmediate);
    expect(closed).toEqual([]);
    running.retry();
    while (timer.pending().length === 0) await new Promise(setImmediate);
    expect(closed).toEqual(['held back']);
    await running.stop();
  });

  it('is not blinded by more failures than it reads at once', async () => {
    const names = Array.from({ length: 120 }, (_, place) => `b${place}`);
    await models.change(...names.map((name) => due(name, -2)), due('whole', -1));
    for (const name of names) broken.add(name);
    expect(await sweep().run()).toBe(1);
    expect(closed).toEqual(['whole']);
  });

  it('looks once at what is not ready to close yet', async () => {
    await models.change(due('waits', -1));
    const looks: string[] = [];
    const { readModels } = models;
    const close = (key: string) => Promise.resolve(void looks.push(key));
    expect(await createSweep({ readModels, clock, close, log: () => undefined }).run()).toBe(1);
    expect(looks).toEqual(['waits']);
  });
});
