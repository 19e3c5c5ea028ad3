import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../../../src/adapters/store/store.ts';
import { streamOf, streamsOf } from '../../../../src/ports/event-log.ts';
import { agendaFile, statusCard } from '../../../contracts/outbox.contract.ts';
import { someInstant, tell, told, toldCount, toldWords } from '../../../contracts/told-events.ts';
import { openTestDatabase, type TestDatabase } from '../../../support/test-database.ts';
import { storeOn } from './store-on-server.ts';

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

describe('two processes on one database', () => {
  let one: Store;
  let two: Store;
  beforeEach(async () => {
    [one, two] = await openPair();
  });
  afterEach(async () => {
    await Promise.all([one.close(), two.close()]);
  });

  it('lose and double nothing when 50 acts of each go to one stream, and each act sees all before it', async () => {
    const words = (name: string) => Array.from({ length: 50 }, (_, place) => `${name}${place}`);
    const all = [
      ...words('one').map((word) => one.log.transact(tell('meeting/a', word))),
      ...words('two').map((word) => two.log.transact(tell('meeting/a', word))),
    ];
    const seen = await Promise.all(all);
    const stored = await one.log.read(0, 1_000);
    const kept = stored.map(({ event }) => (event.type === 'MinutesNoted' ? event.atMeetingId : ''));
    expect(kept.toSorted()).toEqual([...words('one'), ...words('two')].toSorted());
    expect(seen.map((before) => before.length).toSorted((a, b) => a - b)).toEqual(
      kept.map((_, place) => place),
    );
    for (const before of seen) expect(before).toEqual(kept.slice(0, before.length));
    expect(stored.map(({ seq, version }) => [seq, version])).toEqual(kept.map((_, at) => [at + 1, at + 1]));
    for (const store of [one, two]) {
      expect(await store.verify()).toMatchObject({ chain: 'whole', head: { seq: 100 } });
      expect(await store.log.load({ words: streamOf('meeting/a', toldWords) })).toEqual({ words: kept });
    }
  });

  it('close once when the acts of one race with the closings of the other', async () => {
    const act = (store: Store, word: string) =>
      store.log.transact({
        load: { words: streamOf('meeting/a', toldWords) },
        decide: ({ words }) =>
          words.includes('closed')
            ? { result: 'too late' }
            : { result: 'kept', append: [{ stream: 'meeting/a', events: [told(word)] }], at: someInstant },
      });
    const racing = Array.from({ length: 50 }, (_, place) => [
      act(one, `act ${place}`),
      ...(place < 10 ? [] : [act(two, 'closed')]),
    ]).flat();
    const kept = (await Promise.all(racing)).filter((result) => result === 'kept').length;
    const { words } = await one.log.load({ words: streamOf('meeting/a', toldWords) });
    expect(words).toHaveLength(kept);
    expect(words.indexOf('closed')).toBe(words.length - 1);
  });

  it('show each other at once what was acknowledged', async () => {
    for (const [place, [writer, reader]] of [
      [one, two] as const,
      [two, one] as const,
      [one, two] as const,
    ].entries()) {
      await writer.log.transact(tell('meeting/a', `w${place}`));
      const plan = { words: streamOf('meeting/a', toldWords), all: streamsOf('meeting/', toldCount) };
      const { words, all } = await reader.log.load(plan);
      expect(words).toHaveLength(place + 1);
      expect([...all]).toEqual([['meeting/a', place + 1]]);
    }
  });

  it('refuse what a fenced process wants to add, and let it go on reading', async () => {
    await one.log.transact(tell('meeting/a', 'before'));
    await one.processes.beat(someInstant, someInstant);
    await two.processes.others(someInstant.add({ seconds: 61 }));
    await expect(one.log.transact(tell('meeting/a', 'behind'))).rejects.toMatchObject({
      name: 'PortFailure',
      kind: 'unavailable',
      code: 'process fenced',
    });
    expect(await two.log.transact(tell('meeting/a', 'after'))).toEqual(['before']);
    expect(await one.log.load({ count: streamOf('meeting/a', toldCount) })).toEqual({ count: 2 });
  });

  it('carry out what is wanted once', async () => {
    const effects = Array.from({ length: 20 }, (_, version) => ({ ...agendaFile, version }));
    await one.log.transact({ load: {}, decide: () => ({ result: 0, effects, at: someInstant }) });
    const claim = (store: Store) => store.outbox.claim(someInstant, someInstant.add({ minutes: 1 }), 4);
    const claimed = await Promise.all([one, two, one, two, one, two].map(claim));
    const keys = claimed.flat().map(({ key }) => key);
    expect(new Set(keys).size).toBe(20);
    expect(keys).toHaveLength(20);
  });

  it('leave each other’s leases alone, until one is gone', async () => {
    const want = { load: {}, decide: () => ({ result: 0, effects: [agendaFile], at: someInstant }) };
    await one.log.transact(want);
    const claim = () => two.outbox.claim(someInstant, someInstant.add({ hours: 1 }), 9);
    await one.outbox.claim(someInstant, someInstant.add({ hours: 1 }), 9);
    await two.outbox.releaseAll();
    expect(await claim()).toEqual([]);
    await one.processes.leave();
    await two.outbox.releaseAll();
    expect(await claim()).toHaveLength(1);
  });

  it('do work of one name one after the other, and other work beside it', async () => {
    const told: string[] = [];
    const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
    const { promise: ended, resolve: end } = Promise.withResolvers<void>();
    const first = one.exclusively('papers', async () => {
      begin();
      await ended;
      told.push('first');
    });
    await begun;
    const second = two.exclusively('papers', () => Promise.resolve(told.push('second')));
    await two.exclusively('anchors', () => Promise.resolve(told.push('beside')));
    end();
    await Promise.all([first, second]);
    expect(told).toEqual(['beside', 'first', 'second']);
    const broken = one.exclusively('papers', () => Promise.reject(new Error('planted')));
    await expect(broken).rejects.toThrow('planted');
    expect(await two.exclusively('papers', () => Promise.resolve('free again'))).toBe('free again');
  });

  it('tell each other that there is something to do', async () => {
    const heard = new Promise<void>((resolve) => {
      two.onNews(resolve);
    });
    await one.log.transact({
      load: {},
      decide: () => ({ result: 0, effects: [statusCard], at: someInstant }),
    });
    await heard;
  });

  it('commit what was given before they are closed, and refuse what comes later', async () => {
    const acts = ['a', 'b'].map((word) => one.log.transact(tell('meeting/a', word)));
    await one.close();
    expect(await Promise.all(acts)).toEqual([[], ['a']]);
    await expect(one.log.transact(tell('meeting/a', 'late'))).rejects.toMatchObject({ kind: 'unavailable' });
    expect(await two.log.transact(tell('meeting/a', 'c'))).toEqual(['a', 'b']);
    [one] = await openPair();
  });
});
