import { expect } from 'vitest';
import { type EventLog, streamOf, streamsOf } from '../../src/ports/event-log.ts';
import type { Contract } from './run-contract.ts';
import { someInstant, tell, told, toldCount, toldWords } from './told-events.ts';

export type OpenedLog = { readonly log: EventLog; close(): Promise<void> };

/** What every event log promises. */
export const eventLogContract: Contract<OpenedLog> = {
  'numbers events in the log and in their stream from 1 without gaps': async ({ log }) => {
    for (const stream of ['meeting/a', 'meeting/b', 'meeting/a']) await log.transact(tell(stream, stream));
    const stored = await log.read(0, 10);
    expect(stored.map(({ seq, stream, version }) => [seq, stream, version])).toEqual([
      [1, 'meeting/a', 1],
      [2, 'meeting/b', 1],
      [3, 'meeting/a', 2],
    ]);
    expect(new Set(stored.map(({ id }) => id)).size).toBe(3);
  },

  'gives back who did what and when': async ({ log }) => {
    await log.transact(tell('meeting/a', 'æøå "quoted" \u0000 😀'));
    const [stored] = await log.read(0, 10);
    expect(stored).toMatchObject({ actor: { personId: 'p1' }, event: told('æøå "quoted" \u0000 😀') });
    expect(stored?.at.toString()).toBe(someInstant.toString());
  },

  'reads on from any place': async ({ log }) => {
    for (const word of ['1', '2', '3', '4']) await log.transact(tell('meeting/a', word));
    const stored = await log.read(1, 2);
    expect(stored.map(({ seq }) => seq)).toEqual([2, 3]);
  },

  'lets each act see all acts that were given before it': async ({ log }) => {
    const words = Array.from({ length: 40 }, (_, place) => `w${place}`);
    const found = await Promise.all(words.map((word) => log.transact(tell('meeting/a', word))));
    expect(found).toEqual(words.map((_, place) => words.slice(0, place)));
  },

  'undoes an act that throws alone, and rejects it with what was thrown': async ({ log }) => {
    const fault = new Error('planted');
    const broken = {
      load: {},
      decide: () => {
        throw fault;
      },
    };
    const outcomes = await Promise.allSettled([
      log.transact(tell('meeting/a', 'before')),
      log.transact(broken),
      log.transact(tell('meeting/a', 'after')),
    ]);
    expect(outcomes).toEqual([
      { status: 'fulfilled', value: [] },
      { status: 'rejected', reason: fault },
      { status: 'fulfilled', value: ['before'] },
    ]);
    expect(await log.read(0, 10)).toHaveLength(2);
  },

  'writes nothing for an act that appends nothing': async ({ log }) => {
    const result = await log.transact({
      load: { count: streamOf('meeting/a', toldCount) },
      decide: ({ count }) => ({ result: count, append: [{ stream: 'meeting/a', events: [] }] }),
    });
    expect(result).toBe(0);
    expect(await log.read(0, 10)).toEqual([]);
  },

  'refuses to append without an instant, and writes none of it': async ({ log }) => {
    const timeless = {
      load: {},
      decide: () => ({ result: 1, append: [{ stream: 's', events: [told('x')] }] }),
    };
    await expect(log.transact(timeless)).rejects.toThrow('instant');
    expect(await log.read(0, 10)).toEqual([]);
  },

  'appends to several streams in one act': async ({ log }) => {
    const append = [
      { stream: 'meeting/b', events: [told('b1'), told('b2')] },
      { stream: 'meeting/a', events: [told('a1')] },
    ];
    await log.transact({ load: {}, decide: () => ({ result: 0, append, at: someInstant }) });
    const states = await log.load({
      a: streamOf('meeting/a', toldWords),
      b: streamOf('meeting/b', toldWords),
    });
    expect(states).toEqual({ a: ['a1'], b: ['b1', 'b2'] });
  },

  'folds streams by prefix, in order of their names, and no neighbours': async ({ log }) => {
    for (const name of ['x/1/b', 'x/10/a', 'x/1/a', 'x/1', 'y/1/a']) await log.transact(tell(name, name));
    const { streams } = await log.load({ streams: streamsOf('x/1/', toldWords) });
    expect([...streams]).toEqual([
      ['x/1/a', ['x/1/a']],
      ['x/1/b', ['x/1/b']],
    ]);
  },

  'shows several folds of one stream side by side': async ({ log }) => {
    await log.transact(tell('meeting/a', 'one'));
    await log.load({ words: streamOf('meeting/a', toldWords) });
    await log.transact(tell('meeting/a', 'two'));
    const plan = { words: streamOf('meeting/a', toldWords), count: streamOf('meeting/a', toldCount) };
    expect(await log.load(plan)).toEqual({ words: ['one', 'two'], count: 2 });
  },

  'tells the history of several streams in the order in which it happened, and of no neighbours': async ({
    log,
  }) => {
    for (const name of ['x/1/b', 'meeting/a', 'x/10/a', 'x/1/a', 'meeting/ab', 'meeting/a', 'x/1/b'])
      await log.transact(tell(name, name));
    const told = async (...streams: readonly string[]) =>
      (await log.history(streams)).map(({ seq, stream, version }) => `${seq} ${stream} ${version}`);
    expect(await told('x/1/', 'meeting/a')).toEqual([
      '1 x/1/b 1',
      '2 meeting/a 1',
      '4 x/1/a 1',
      '6 meeting/a 2',
      '7 x/1/b 2',
    ]);
    expect(await told('meeting/a', 'meeting/', 'meeting/a')).toEqual([
      '2 meeting/a 1',
      '5 meeting/ab 1',
      '6 meeting/a 2',
    ]);
    expect(await told('nothing', 'x/2/')).toEqual([]);
    expect(await told()).toEqual([]);
    const [first] = await log.history(['meeting/a']);
    expect(first).toEqual((await log.read(1, 1))[0]);
  },

  'tells its head: the last event, and nothing on an empty log': async ({ log }) => {
    expect(await log.head()).toEqual({ seq: 0, hash: '' });
    for (const word of ['1', '2', '3']) await log.transact(tell('meeting/a', word));
    const last = (await log.read(2, 1))[0];
    expect(await log.head()).toEqual({ seq: 3, hash: last?.hash });
    expect(last?.hash).toMatch(/^[0-9a-f]{64}$/);
  },

  'closes once when many acts race with many closings, and lets nothing in afterwards': async ({ log }) => {
    const act = (word: string) => {
      const { load } = tell('meeting/a', word);
      return log.transact({
        load,
        decide: ({ words }) =>
          words.includes('closed')
            ? { result: 'too late' as const }
            : {
                result: 'kept' as const,
                append: [{ stream: 'meeting/a', events: [told(word)] }],
                at: someInstant,
              },
      });
    };
    const racing = Array.from({ length: 50 }, (_, place) => act(place % 2 === 0 ? `act ${place}` : 'closed'));
    const kept = (await Promise.all(racing)).filter((result) => result === 'kept').length;
    const { words } = await log.load({ words: streamOf('meeting/a', toldWords) });
    expect(words).toHaveLength(kept);
    expect(words.indexOf('closed')).toBe(words.length - 1);
  },
};
