import { afterEach, expect, test } from 'vitest';
import type { InboundInstants } from '../../../src/adapters/teams/bot.ts';
import type { ActAnswer } from '../../../src/adapters/teams/handlers.ts';
import { type BotBench, startBot } from './bot-bench.ts';
import { received } from './gate-bench.ts';

const running: BotBench[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((bench) => bench.close()));
});

/** What happened, in order: "witness" with what it was told, and "act". */
async function start(witness: (told: InboundInstants) => Promise<void> = () => Promise.resolve()) {
  const course: unknown[] = [];
  const bench = await startBot({
    witness: async (told) => {
      await witness(told);
      course.push(told);
    },
    handlers: {
      act: () => {
        course.push('act');
        return Promise.resolve<ActAnswer>({ kind: 'message', text: 'Tak.' });
      },
    },
  });
  running.push(bench);
  return { ...bench, course };
}

const press = {
  value: { action: { type: 'Action.Execute', verb: 'minutes.approve', data: {} }, trigger: 'manual' },
};
const sentAt = Temporal.Instant.from('2023-12-08T10:59:59.123Z');

test('R15: an activity that passed the gate tells its time before anything is done about it', async () => {
  const bench = await start();
  await bench.deliver(press);
  expect(bench.course).toEqual([{ receivedAt: received, sentAt }, 'act']);
});

test('R15: one without a time of its own says so', async () => {
  const bench = await start();
  await bench.deliver({ ...press, timestamp: undefined });
  expect(bench.course).toEqual([{ receivedAt: received }, 'act']);
});

test('R15: what the gate turned away is no witness', async () => {
  const bench = await start();
  const forged = { ...press, channelId: 'webchat' };
  expect((await bench.deliver(forged)).status).toBe(403);
  expect(bench.course).toEqual([]);
});

test('an activity is taken whatever becomes of its testimony', async () => {
  const bench = await start(() => Promise.reject(new Error('planted')));
  expect((await bench.deliver(press)).status).toBe(200);
  expect(bench.course).toEqual(['act']);
  expect(bench.logged.filter(({ level }) => level === 'warn')).toHaveLength(1);
});
