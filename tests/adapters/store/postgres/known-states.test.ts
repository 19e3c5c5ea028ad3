import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../../../src/adapters/store/store.ts';
import { type Fold, streamOf, streamsOf } from '../../../../src/ports/event-log.ts';
import { tell, toldCount, toldWords } from '../../../contracts/told-events.ts';
import { openTestDatabase, type TestDatabase } from '../../../support/test-database.ts';
import { storeOn } from './store-on-server.ts';

const streams = ['answer/m/1/a', 'answer/m/1/b', 'answer/m/2/a', 'meeting/m'] as const;

type Step = {
  readonly process: 0 | 1;
  readonly stream: string;
  readonly does: 'tell' | 'show' | 'show all' | 'fail';
  readonly fold: Fold<unknown>;
};

const step: fc.Arbitrary<Step> = fc.record({
  process: fc.constantFrom(0, 1),
  stream: fc.constantFrom(...streams),
  does: fc.constantFrom('tell', 'show', 'show all', 'fail'),
  fold: fc.constantFrom<Fold<unknown>>(toldWords, toldCount),
});

function take(store: Store, { stream, does, fold }: Step, word: string): Promise<unknown> {
  switch (does) {
    case 'tell':
      return store.log.transact(tell(stream, word));
    case 'show':
      return store.log.load({ state: streamOf(stream, fold) });
    case 'show all':
      return store.log.load({ all: streamsOf('answer/m/', fold) });
    case 'fail': {
      const decide = () => {
        throw new Error('planted');
      };
      return store.log.transact({ load: tell(stream, '').load, decide }).catch(() => undefined);
    }
  }
}

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
}, 60_000);
afterAll(() => database.close());

const openPair = async (options: Parameters<typeof storeOn>[1] = {}) => {
  const school = randomUUID();
  const open = () => storeOn(database.connect(), { school, ...options });
  return [await open(), await open()] as const;
};

describe('the states that two processes keep in memory', () => {
  it('are those that a fresh fold of the log gives, whoever wrote it (the seed is printed on failure)', async () => {
    const batches = fc.array(fc.array(step, { maxLength: 8 }), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(batches, fc.integer({ min: 1, max: 5 }), async (given, cachedStreams) => {
        const pair = await openPair({ cachedStreams });
        try {
          for (const [batch, steps] of given.entries())
            await Promise.all(
              steps.map((each, place) => take(pair[each.process], each, `${batch}.${place}`)),
            );
          await expectTrue(pair);
        } finally {
          await Promise.all(pair.map((store) => store.close()));
        }
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});

/** What each process shows, and what it decides on, is what the log says. */
async function expectTrue(pair: readonly [Store, Store]): Promise<void> {
  const stored = await pair[0].log.read(0, 10_000);
  for (const stream of streams) {
    const words = stored
      .filter((each) => each.stream === stream)
      .reduce((before, { event }) => toldWords.evolve(before, event), toldWords.initial);
    for (const { log } of pair) {
      const plan = { words: streamOf(stream, toldWords), count: streamOf(stream, toldCount) };
      expect(await log.load(plan)).toEqual({ words, count: words.length });
      expect(await log.transact({ load: plan, decide: (states) => ({ result: states }) })).toEqual({
        words,
        count: words.length,
      });
    }
  }
  expect(await pair[1].verify()).toMatchObject({ chain: 'whole', head: { seq: stored.length } });
}
