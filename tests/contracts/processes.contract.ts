import { expect } from 'vitest';
import type { Processes } from '../../src/ports/processes.ts';
import type { Contract } from './run-contract.ts';
import { someInstant } from './told-events.ts';

/** Two processes on one log. */
export type OpenedProcesses = {
  readonly processes: Processes;
  readonly other: Processes;
  close(): Promise<void>;
};

const second = (seconds: number) => someInstant.add({ seconds });

const fenced = { name: 'PortFailure', kind: 'unavailable', code: 'process fenced' };

async function othersAt(processes: Processes, now: Temporal.Instant) {
  return (await processes.others(now)).map(({ at, workedOff }) => [at.toString(), workedOff.toString()]);
}

/** What the processes on one log can rely on. */
export const processesContract: Contract<OpenedProcesses> = {
  'know of no beat on a new store, and of no others': async ({ processes }) => {
    expect(await processes.lastBeat()).toBeUndefined();
    expect(await processes.others(someInstant)).toEqual([]);
  },

  'see the others and not themselves, each with its newest word': async ({ processes, other }) => {
    await processes.beat(second(0), second(0));
    await other.beat(second(0), second(-5));
    await other.beat(second(10), second(9));
    expect(await othersAt(processes, second(11))).toEqual([[second(10).toString(), second(9).toString()]]);
    const [mine] = await other.others(second(11));
    const [theirs] = await processes.others(second(11));
    expect(mine?.instance).not.toBe(theirs?.instance);
  },

  'tell the newest beat of anybody': async ({ processes, other }) => {
    await processes.beat(second(3), second(0));
    await other.beat(second(8), second(1));
    await processes.beat(second(5), second(5));
    expect((await processes.lastBeat())?.toString()).toBe(second(8).toString());
  },

  'take a process to be gone when its beat is older than the lease, and not before': async ({
    processes,
    other,
  }) => {
    await other.beat(second(0), second(0));
    expect(await processes.others(second(60))).toHaveLength(1);
    await other.beat(second(60), second(60));
    const justAfter = second(120).add({ milliseconds: 1 });
    expect(await processes.others(justAfter)).toEqual([]);
    await expect(other.beat(justAfter, justAfter)).rejects.toMatchObject(fenced);
    expect(await processes.others(second(60))).toEqual([]);
    expect((await processes.lastBeat())?.toString()).toBe(second(60).toString());
  },

  'wait for nothing of a process that left in order, and remember when it last lived': async ({
    processes,
    other,
  }) => {
    await processes.leave();
    await other.beat(second(4), second(1));
    await other.leave();
    await other.leave();
    expect(await processes.others(second(5))).toEqual([]);
    expect((await processes.lastBeat())?.toString()).toBe(second(4).toString());
    await expect(other.beat(second(6), second(6))).rejects.toMatchObject(fenced);
  },

  'never fence themselves': async ({ processes }) => {
    await processes.beat(second(0), second(0));
    await processes.others(second(600));
    await expect(processes.beat(second(600), second(600))).resolves.toBeUndefined();
  },

  'forget after a day who was gone, and still refuse it': async ({ processes, other }) => {
    await other.beat(second(0), second(0));
    expect(await processes.others(second(90_000))).toEqual([]);
    await processes.beat(second(90_000), second(90_000));
    await expect(other.beat(second(90_001), second(90_001))).rejects.toMatchObject(fenced);
  },
};
