import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RecentlyUsed } from '../../../../src/adapters/store/recently-used.ts';
import { StreamStates } from '../../../../src/adapters/store/stream-states.ts';
import { type EventLog, type Fold, streamOf, streamsOf } from '../../../../src/ports/event-log.ts';
import { someInstant, tell, told, toldCount, toldWords } from '../../../contracts/told-events.ts';
import { passingStore } from './store-in-folder.ts';

const streams = ['answer/m/1/a', 'answer/m/1/b', 'answer/m/2/a', 'meeting/m'] as const;

type Step =
  | { readonly step: 'tell'; readonly streams: readonly string[]; readonly word: string }
  | { readonly step: 'fail'; readonly stream: string }
  | { readonly step: 'load'; readonly stream: string; readonly fold: Fold<unknown> };

const stream = fc.constantFrom(...streams);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    step: fc.constant('tell' as const),
    streams: fc.array(stream, { minLength: 1, maxLength: 3 }),
    word: fc.string({ maxLength: 3 }),
  }),
  fc.record({ step: fc.constant('fail' as const), stream }),
  fc.record({
    step: fc.constant('load' as const),
    stream,
    fold: fc.constantFrom<Fold<unknown>>(toldWords, toldCount),
  }),
);

function take(log: EventLog, each: Step): Promise<unknown> {
  switch (each.step) {
    case 'tell': {
      const append = each.streams.map((name) => ({
        stream: name,
        events: [told(each.word), told(`${each.word}+`)],
      }));
      return log.transact({ load: {}, decide: () => ({ result: 0, append, at: someInstant }) });
    }
    case 'fail': {
      const { load } = tell(each.stream, 'never');
      const decide = () => {
        throw new Error('planted');
      };
      return log.transact({ load, decide }).catch(() => undefined);
    }
    case 'load':
      return log.load({ state: streamOf(each.stream, each.fold) });
  }
}

async function freshFold(log: EventLog, name: string): Promise<readonly string[]> {
  const stored = await log.read(0, 10_000);
  return stored
    .filter((each) => each.stream === name)
    .reduce((words, { event }) => toldWords.evolve(words, event), toldWords.initial);
}

describe('the states kept in memory', () => {
  it('are those that a fresh fold of the log gives, whatever came before (the seed is printed on failure)', async () => {
    const batches = fc.array(fc.array(step, { maxLength: 6 }), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(batches, fc.integer({ min: 1, max: 4 }), async (given, cachedStreams) => {
        const store = await passingStore({ cachedStreams });
        try {
          for (const batch of given) await Promise.all(batch.map((each) => take(store.log, each)));
          for (const name of streams) {
            const fresh = await freshFold(store.log, name);
            const plan = { words: streamOf(name, toldWords), count: streamOf(name, toldCount) };
            expect(await store.log.load(plan)).toEqual({ words: fresh, count: fresh.length });
            expect(await store.log.transact(tell(name, 'last'))).toEqual(fresh);
          }
          expect(await store.verify()).toMatchObject({ chain: 'whole' });
        } finally {
          await store.close();
        }
      }),
      { numRuns: 60 },
    );
  });

  it('are undone with the act whose projection failed', async () => {
    const store = await passingStore({
      project: ({ event }) => {
        if (event.type === 'MinutesNoted' && event.atMeetingId === 'bad') throw new Error('planted');
        return [];
      },
    });
    await store.log.transact(tell('meeting/a', 'one'));
    const outcomes = await Promise.allSettled([
      store.log.transact(tell('meeting/a', 'bad')),
      store.log.transact(tell('meeting/a', 'two')),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
    const { all } = await store.log.load({ all: streamsOf('meeting/', toldWords) });
    expect([...all]).toEqual([['meeting/a', ['one', 'two']]]);
    expect((await store.log.read(0, 10)).map(({ version }) => version)).toEqual([1, 2]);
    await store.close();
  });

  it('are undone in every stream of an act that failed in one', async () => {
    const store = await passingStore({
      project: ({ stream: name }) => {
        if (name === 'meeting/bad') throw new Error('planted');
        return [];
      },
    });
    await store.log.load({ words: streamOf('meeting/a', toldWords) });
    const append = ['meeting/a', 'meeting/bad'].map((name) => ({ stream: name, events: [told('never')] }));
    const both = store.log.transact({ load: {}, decide: () => ({ result: 0, append, at: someInstant }) });
    const next = store.log.transact(tell('meeting/a', 'one'));
    await expect(both).rejects.toThrow('planted');
    expect(await next).toEqual([]);
    expect(await store.log.transact(tell('meeting/a', 'two'))).toEqual(['one']);
    await store.close();
  });

  it('are read again after a batch of which nobody knows whether it was kept', () => {
    const written = [told('one')];
    const events = {
      streamsFrom: () => ['s'],
      headOf: () => written.length,
      eventsOf: (_stream: string, after: number) => written.slice(after),
    };
    const states = new StreamStates(events, new RecentlyUsed(10));
    const plan = { words: streamOf('s', toldWords) };
    states.load(plan);
    states.keepLoaded();
    written.push(told('two'));
    expect(states.load(plan)).toEqual({ words: ['one'] });
    states.batchEnded(false);
    expect(states.load(plan)).toEqual({ words: ['one', 'two'] });
  });

  it('keep an event out of the log that its own fold cannot take', async () => {
    const store = await passingStore();
    const picky: Fold<number> = {
      name: 'picky',
      initial: 0,
      evolve: (count) => {
        if (count === 1) throw new Error('planted');
        return count + 1;
      },
    };
    const act = () =>
      store.log.transact({
        load: { count: streamOf('s', picky) },
        decide: ({ count }) => ({
          result: count,
          append: [{ stream: 's', events: [told('x')] }],
          at: someInstant,
        }),
      });
    await act();
    await expect(act()).rejects.toThrow('planted');
    expect(await store.log.read(0, 10)).toHaveLength(1);
    await store.close();
  });

  it('are not changed by an event that is changed after it was given', async () => {
    const store = await passingStore();
    const event = { type: 'MinutesNoted' as const, atMeetingId: 'as given' };
    await store.log.load({ words: streamOf('s', toldWords) });
    await store.log.transact({
      load: {},
      decide: () => ({ result: 0, append: [{ stream: 's', events: [event] }], at: someInstant }),
    });
    event.atMeetingId = 'changed';
    expect(await store.log.load({ words: streamOf('s', toldWords) })).toEqual({ words: ['as given'] });
    await store.close();
  });
});
