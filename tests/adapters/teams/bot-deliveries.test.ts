import { afterEach, expect, test, vi } from 'vitest';
import { generalTexts } from '../../../src/presentation/texts/general.da.ts';
import { type BotBench, type BotWish, startBot } from './bot-bench.ts';

const running: BotBench[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((bench) => bench.close()));
});

async function start(wish: BotWish): Promise<BotBench> {
  const bench = await startBot(wish);
  running.push(bench);
  return bench;
}

const press = (data: unknown = {}, trigger: unknown = 'manual') => ({
  value: { action: { type: 'Action.Execute', verb: 'minutes.approve', data }, trigger },
});

test('a click that is delivered twice while it is under way is carried out once, and both get its answer', async () => {
  const goOn = Promise.withResolvers<void>();
  const begun = Promise.withResolvers<void>();
  let times = 0;
  const bench = await start({
    handlers: {
      act: async () => {
        times += 1;
        begun.resolve();
        await goOn.promise;
        return { kind: 'message', text: `Nummer ${times}.` };
      },
    },
  });
  const first = bench.deliver(press());
  await begun.promise;
  const second = bench.deliver(press());
  const other = bench.deliver({ ...press(), from: { id: '29:1bo', aadObjectId: 'bb-2' } });
  await vi.waitFor(() => expect(times).toBe(2));
  goOn.resolve();
  const texts = (await Promise.all([first, second])).map(({ body }) => body);
  expect(texts[0]).toEqual(texts[1]);
  expect((await other).body).toBeDefined();
  expect(times).toBe(2);
});

test('after eight seconds the person is told that it goes on, and it does', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const goOn = Promise.withResolvers<void>();
  const begun = Promise.withResolvers<void>();
  const ended: string[] = [];
  const bench = await start({
    handlers: {
      act: async () => {
        begun.resolve();
        await goOn.promise;
        ended.push('act');
        return { kind: 'message', text: 'Tak.' };
      },
    },
  });
  const answer = bench.deliver(press());
  await begun.promise;
  vi.advanceTimersByTime(8_000);
  vi.useRealTimers();
  expect((await answer).body).toMatchObject({ statusCode: 200, value: generalTexts.stillWorking });
  goOn.resolve();
  await bench.bot.settled();
  expect(ended).toEqual(['act']);
});
