import { expect, it } from 'vitest';
import { beatsInMachineTime } from '../../../src/adapters/system/beats-in-machine-time.ts';
import { createMovedClock } from '../../contracts/moved-clock.ts';
import { createInMemoryInstances } from '../../fakes/in-memory-processes.ts';

it('a program clock that a person moves by a week makes no process silent', async () => {
  const machine = createMovedClock();
  const instances = createInMemoryInstances();
  const one = beatsInMachineTime(instances.join('one'), machine);
  const two = beatsInMachineTime(instances.join('two'), machine);
  const demo = machine.now().subtract({ hours: 24_000 });
  const moved = demo.add({ hours: 168 });
  await two.beat(demo, demo);
  await one.beat(moved, moved);
  expect((await one.others(moved)).map(({ workedOff }) => workedOff)).toEqual([demo]);
  expect((await one.lastBeat())?.toString()).toBe(machine.now().toString());
  machine.move({ seconds: 61 });
  expect(await one.others(moved)).toEqual([]);
  await expect(two.beat(moved, moved)).rejects.toMatchObject({ code: 'process fenced' });
  await one.leave();
});
