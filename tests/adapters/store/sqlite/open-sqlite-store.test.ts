import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { assertSettings, openForWriting } from '../../../../src/adapters/store/sqlite/connection.ts';
import { openSqliteReader } from '../../../../src/adapters/store/sqlite/open-sqlite-store.ts';
import type { Store } from '../../../../src/adapters/store/store.ts';
import { createSystemDigest } from '../../../../src/adapters/system/system-digest.ts';
import { statusCard } from '../../../contracts/outbox.contract.ts';
import { someInstant, tell, told } from '../../../contracts/told-events.ts';
import { freshFolder, removeFolder, storeIn } from './store-in-folder.ts';

describe('opening the store', () => {
  let folder: string;
  let opened: Store[] = [];
  beforeEach(() => {
    folder = freshFolder();
    opened = [];
  });
  afterEach(async () => {
    for (const store of opened) await store.close();
    removeFolder(folder);
  });
  const open = async (
    ...options: Parameters<typeof storeIn> extends [string, ...infer Rest] ? Rest : never
  ) => {
    const store = await storeIn(folder, ...options);
    opened.push(store);
    return store;
  };
  const databaseFile = () => join(folder, 'udvalgsbot.db');
  const alter = (sql: string) => {
    const db = new DatabaseSync(databaseFile());
    db.exec(sql);
    db.close();
  };

  it('sets and reads back what makes a commit durable, at the first open and at every later one', async () => {
    const durable = { journal_mode: 'wal', synchronous: 2, foreign_keys: 1, busy_timeout: 5_000 };
    const first = await open();
    expect(await first.durability()).toEqual(durable);
    await first.close();
    alter('PRAGMA journal_mode = DELETE');
    expect(await (await open()).durability()).toEqual(durable);
  });

  it.each(['synchronous = NORMAL', 'foreign_keys = OFF', 'busy_timeout = 0', 'journal_mode = DELETE'])(
    'refuses a connection with %s',
    (setting) => {
      const db = openForWriting(databaseFile());
      expect(() => assertSettings(db)).not.toThrow();
      db.exec(`PRAGMA ${setting}`);
      expect(() => assertSettings(db)).toThrow(setting.split(' ')[0]);
      db.close();
    },
  );

  it('lets in one writer at a time, and says who holds the store', async () => {
    const first = await open();
    await expect(open()).rejects.toMatchObject({
      name: 'StoreNotOpened',
      reason: 'in-use',
      message: expect.stringContaining(`process ${process.pid}`) as unknown,
    });
    await first.close();
    await expect(open()).resolves.toBeDefined();
  });

  it('keeps the demo and the real thing apart, both ways', async () => {
    await (await open({ mark: 'local' })).close();
    await expect(open({ mark: 'live' })).rejects.toMatchObject({ reason: 'other-mark' });
    await (await open({ mark: 'local' })).close();
    alter("UPDATE meta SET value = 'live' WHERE name = 'mark'");
    await expect(open({ mark: 'local' })).rejects.toMatchObject({ reason: 'other-mark' });
  });

  it('refuses a store of a newer program in one sentence', async () => {
    await (await open()).close();
    alter("INSERT INTO schema_step (id, name, checksum) VALUES (99, 'later', 'x')");
    const refused = expect(open()).rejects;
    await refused.toMatchObject({
      reason: 'newer-schema',
      message: expect.stringMatching(/^[^.]+\.$/) as unknown,
    });
  });

  it('refuses a store whose schema was made by other steps', async () => {
    await (await open()).close();
    alter("UPDATE schema_step SET checksum = 'x' WHERE id = 1");
    await expect(open()).rejects.toMatchObject({ reason: 'changed-schema' });
  });

  it('is free again after an opening that failed', async () => {
    await (await open()).close();
    await expect(open({ mark: 'live' })).rejects.toThrow();
    await expect(open()).resolves.toBeDefined();
  });

  it('fails as a port fails when the file is no database', async () => {
    writeFileSync(databaseFile(), 'no database at all, but long enough to be looked at '.repeat(40));
    await expect(open()).rejects.toMatchObject({
      name: 'PortFailure',
      kind: 'unavailable',
      code: 'store 26',
    });
  });

  it('keeps everything over a restart', async () => {
    const first = await open();
    await first.log.transact(tell('meeting/a', 'one'));
    await first.log.transact({
      load: {},
      decide: () => ({ result: 0, effects: [statusCard], at: someInstant }),
    });
    await first.close();
    const second = await open();
    expect(await second.log.transact(tell('meeting/a', 'two'))).toEqual(['one']);
    expect((await second.outbox.status()).open).toHaveLength(1);
    expect((await second.log.read(0, 10)).map(({ seq }) => seq)).toEqual([1, 2]);
  });

  it('takes all processes that had it open before to be gone, and knows when the last one lived', async () => {
    const first = await open();
    await first.processes.beat(someInstant, someInstant);
    await first.close();
    const second = await open();
    expect(await second.processes.others(someInstant)).toEqual([]);
    expect((await second.processes.lastBeat())?.toString()).toBe(someInstant.toString());
    await second.processes.beat(someInstant.add({ seconds: 1 }), someInstant);
    expect((await second.processes.lastBeat())?.since(someInstant).total('seconds')).toBe(1);
  });

  it('commits what was given before it was closed, and refuses what comes later', async () => {
    const store = await open();
    const acts = [tell('meeting/a', 'one'), tell('meeting/a', 'two')].map((act) => store.log.transact(act));
    await store.close();
    await expect(Promise.all(acts)).resolves.toEqual([[], ['one']]);
    await expect(store.log.transact(tell('meeting/a', 'late'))).rejects.toMatchObject({
      kind: 'unavailable',
    });
    expect(await (await open()).log.read(0, 10)).toHaveLength(2);
  });

  it('keeps two schools in one file apart', async () => {
    const first = await open({ school: 'north' });
    await first.log.transact(tell('meeting/a', 'one'));
    await first.close();
    const second = await open({ school: 'south' });
    expect(await second.log.transact(tell('meeting/a', 'two'))).toEqual([]);
    expect((await second.log.read(0, 10)).map(({ seq, event }) => [seq, event])).toEqual([[1, told('two')]]);
    expect(await second.verify()).toMatchObject({ chain: 'whole', head: { seq: 1 } });
  });

  it('can be read beside the running program, which goes on writing', async () => {
    const store = await open();
    await store.log.transact(tell('meeting/a', 'one'));
    const reader = openSqliteReader({ dataDir: folder, digest: createSystemDigest() });
    expect(await reader.log.read(0, 10)).toHaveLength(1);
    await store.log.transact(tell('meeting/a', 'two'));
    expect(await reader.verify()).toMatchObject({ chain: 'whole', head: { seq: 2 } });
    expect(await reader.outbox.status()).toEqual({ open: [], done: 0 });
    await reader.close();
  });

  it('makes no store where there is none to read', () => {
    const read = () => openSqliteReader({ dataDir: folder, digest: createSystemDigest() });
    expect(read).toThrow('There is no store');
  });
});
