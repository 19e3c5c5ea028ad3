import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  type Connection,
  type Connections,
  createConnections,
  type Query,
} from '../../../../src/adapters/store/postgres/connections.ts';
import { databaseFailure } from '../../../../src/adapters/store/postgres/database-failure.ts';
import type { Store } from '../../../../src/adapters/store/store.ts';
import { statusCard } from '../../../contracts/outbox.contract.ts';
import { someInstant, tell, told } from '../../../contracts/told-events.ts';
import { openTestDatabase, type TestDatabase } from '../../../support/test-database.ts';
import { storeOn } from './store-on-server.ts';

/** Where the way to the server breaks: on the way there or on the way back. */
type Break = { readonly at: string; readonly where: 'there' | 'back' };

/** A way to a database that breaks as often as it is told. */
function breaking(connections: Connections, breaks: Break[]): Connections {
  const broken = async (connection: Connection, query: Query) => {
    const next = breaks[0];
    if (next === undefined || (query.name ?? query.text) !== next.at) return connection.query(query);
    breaks.shift();
    if (next.where === 'back') await connection.query(query);
    throw databaseFailure(new Error('planted'));
  };
  const use: Connections['use'] = (work) =>
    connections.use((connection) => work({ query: (query) => broken(connection, query) }));
  return { ...connections, use };
}

describe('a way to the server that breaks', () => {
  let database: TestDatabase;
  let breaks: Break[];
  let store: Store;
  let other: Store;
  beforeAll(async () => {
    database = await openTestDatabase();
  }, 60_000);
  afterAll(() => database.close());
  beforeEach(async () => {
    const school = randomUUID();
    const way = database.connect();
    breaks = [];
    const connections = breaking(typeof way === 'string' ? createConnections(way) : way, breaks);
    store = await storeOn(connections, { school, patienceMs: 2_000 });
    other = await storeOn(database.connect(), { school });
  });
  afterEach(async () => {
    breaks.length = 0;
    await store.close();
    await other.close();
  });
  const words = async () =>
    (await other.log.read(0, 100)).map(({ event }) =>
      event.type === 'MinutesNoted' ? event.atMeetingId : '',
    );

  it.each([
    ['before the lock', 'lock', 'there'],
    ['behind the lock', 'lock', 'back'],
    ['before the events', 'append', 'there'],
    ['behind the events', 'append', 'back'],
    ['before COMMIT', 'COMMIT', 'there'],
    ['behind COMMIT', 'COMMIT', 'back'],
  ] as const)('neither loses nor doubles an act: %s', async (_name, at, where) => {
    breaks.push({ at, where });
    const acts = ['a', 'b'].map((word) => store.log.transact(tell('meeting/a', word)));
    expect(await Promise.all(acts)).toEqual([[], ['a']]);
    expect(breaks).toEqual([]);
    expect(await words()).toEqual(['a', 'b']);
    expect(await store.log.transact(tell('meeting/a', 'c'))).toEqual(['a', 'b']);
    expect(await store.verify()).toMatchObject({ chain: 'whole', head: { seq: 3 } });
  });

  it('finds its batch also when another process has gone on since', async () => {
    breaks.push({ at: 'COMMIT', where: 'back' }, { at: 'lock', where: 'there' });
    const act = store.log.transact(tell('meeting/a', 'mine'));
    const theirs = other.log.transact(tell('meeting/b', 'theirs'));
    expect(await act).toEqual([]);
    await theirs;
    expect((await words()).toSorted()).toEqual(['mine', 'theirs']);
  });

  it('finds its batch also when the process was fenced meanwhile, and adds nothing more', async () => {
    await store.processes.beat(someInstant, someInstant);
    breaks.push({ at: 'COMMIT', where: 'back' });
    const fence = other.processes.others(someInstant.add({ hours: 1 }));
    const [kept] = await Promise.allSettled([store.log.transact(tell('meeting/a', 'kept'))]);
    await fence;
    await expect(store.log.transact(tell('meeting/a', 'late'))).rejects.toMatchObject({
      code: 'process fenced',
    });
    expect(await words()).toEqual(kept.status === 'fulfilled' ? ['kept'] : []);
  });

  it('is waited for no longer than its patience, and nothing is promised then', async () => {
    breaks.push(...Array.from({ length: 1_000 }, () => ({ at: 'lock', where: 'there' }) as const));
    await expect(store.log.transact(tell('meeting/a', 'never'))).rejects.toMatchObject({
      name: 'PortFailure',
      kind: 'unavailable',
    });
    breaks.length = 0;
    expect(await words()).toEqual([]);
    expect(await store.log.transact(tell('meeting/a', 'again'))).toEqual([]);
  });

  it('wants an effect once, though it was wanted twice', async () => {
    breaks.push({ at: 'COMMIT', where: 'back' });
    await store.log.transact({
      load: {},
      decide: () => ({ result: 0, effects: [statusCard], at: someInstant }),
    });
    const claim = () => other.outbox.claim(someInstant, someInstant.add({ minutes: 1 }), 9);
    expect(await claim()).toHaveLength(1);
    expect(await claim()).toEqual([]);
  });

  it('fails an act alone whose words cannot be kept, and none of those beside it', async () => {
    const unkeepable = 'meeting/\u0000';
    const append = [{ stream: unkeepable, events: [told('x')] }];
    const outcomes = await Promise.allSettled([
      store.log.transact(tell('meeting/a', 'before')),
      store.log.transact({ load: {}, decide: () => ({ result: 0, append, at: someInstant }) }),
      store.log.transact(tell('meeting/a', 'after')),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await words()).toEqual(['before', 'after']);
    expect(await store.verify()).toMatchObject({ chain: 'whole' });
  });
});
