import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  openPostgresReader,
  type PostgresStoreOptions,
} from '../../../../src/adapters/store/postgres/open-postgres-store.ts';
import { assertSettings } from '../../../../src/adapters/store/postgres/settings.ts';
import type { Store } from '../../../../src/adapters/store/store.ts';
import { createSystemDigest } from '../../../../src/adapters/system/system-digest.ts';
import { tell } from '../../../contracts/told-events.ts';
import {
  hasPostgres,
  type PostgresServer,
  quickPlace,
  startPostgres,
} from '../../../support/postgres-server.ts';
import { storeOn } from './store-on-server.ts';

const sound = {
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  server_encoding: 'UTF8',
  transaction_read_only: 'off',
  server_version_num: '130000',
};

describe('a server that commits durably', () => {
  it.each([{}, { synchronous_commit: 'remote_apply' }, { server_version_num: '180001' }])(
    'is taken with %j',
    (setting) => {
      expect(() => assertSettings({ ...sound, ...setting })).not.toThrow();
    },
  );

  it.each([
    ['fsync', 'off'],
    ['full_page_writes', 'off'],
    ['synchronous_commit', 'off'],
    ['synchronous_commit', 'local'],
    ['synchronous_commit', 'remote_write'],
    ['server_encoding', 'SQL_ASCII'],
    ['transaction_read_only', 'on'],
  ])('is not one with %s = %s', (name, value) => {
    expect(() => assertSettings({ ...sound, [name]: value })).toThrow(`keeps ${name} at ${value}`);
  });

  it.each(['129999', ''])('is not one of version %s', (server_version_num) => {
    expect(() => assertSettings({ ...sound, server_version_num })).toThrow('13 is needed');
  });
});

describe.skipIf(!hasPostgres())('opening the store on a server', () => {
  let server: PostgresServer;
  let url: string;
  beforeAll(async () => {
    server = await startPostgres([], quickPlace());
  }, 60_000);
  afterAll(() => server.close());
  beforeEach(async () => {
    url = await server.freshDatabase();
  });
  const use = async <T>(
    work: (store: Store) => T | Promise<T>,
    options: Partial<PostgresStoreOptions> = {},
  ) => {
    const store = await storeOn(url, { school: 'school', ...options });
    try {
      return await work(store);
    } finally {
      await store.close();
    }
  };
  const altered = async (setting: string) => {
    await server.query(`ALTER SYSTEM SET ${setting}`);
    await server.query('SELECT pg_reload_conf()');
  };
  const inDatabase = (sql: string) => server.query(sql, url);

  it.each(['fsync = off', 'full_page_writes = off'])('refuses it with %s', async (setting) => {
    await altered(setting);
    const refused = { name: 'StoreNotOpened', reason: 'server-settings' };
    await expect.poll(() => use(() => 'opened').catch((error: unknown) => error)).toMatchObject(refused);
    await altered(`${setting.split(' ')[0]} = on`);
    await expect.poll(() => use(() => 'opened').catch(() => 'refused')).toBe('opened');
  });

  it('commits durably also where the database says that it need not', async () => {
    await server.query(`ALTER DATABASE ${new URL(url).pathname.slice(1)} SET synchronous_commit = off`);
    expect(await use((store) => store.durability())).toMatchObject({ synchronous_commit: 'on', fsync: 'on' });
  });

  it('leaves a stronger promise of the server’s as it is', async () => {
    await server.query(
      `ALTER DATABASE ${new URL(url).pathname.slice(1)} SET synchronous_commit = remote_apply`,
    );
    expect(await use((store) => store.durability())).toMatchObject({ synchronous_commit: 'remote_apply' });
  });

  it('builds an empty database once, however many processes begin at the same time', async () => {
    const opened = await Promise.all(Array.from({ length: 6 }, () => storeOn(url, { school: 'school' })));
    await Promise.all(opened.map((store, place) => store.log.transact(tell('meeting/a', `w${place}`))));
    expect(await opened[0]?.verify()).toMatchObject({ chain: 'whole', head: { seq: 6 } });
    for (const store of opened) await store.close();
  });

  it('keeps the demo and the real thing apart, both ways', async () => {
    await use(() => {}, { mark: 'local' });
    await expect(use(() => {}, { mark: 'live' })).rejects.toMatchObject({ reason: 'other-mark' });
    await use(() => {}, { mark: 'local' });
    await inDatabase("UPDATE meta SET value = 'live' WHERE name = 'mark'");
    await expect(use(() => {}, { mark: 'local' })).rejects.toMatchObject({ reason: 'other-mark' });
  });

  it('refuses a store of a newer program, or one that was built by other steps', async () => {
    await use(() => {});
    await inDatabase("INSERT INTO schema_step (id, name, checksum) VALUES (99, 'later', 'x')");
    await expect(use(() => {})).rejects.toMatchObject({ reason: 'newer-schema' });
    await inDatabase(
      "DELETE FROM schema_step WHERE id = 99; UPDATE schema_step SET checksum = 'x' WHERE id = 1",
    );
    await expect(use(() => {})).rejects.toMatchObject({ reason: 'changed-schema' });
  });

  it('says in one sentence that nobody answers, or that it is not let in', async () => {
    const unreachable = { name: 'StoreNotOpened', reason: 'unreachable' };
    await expect(storeOn('postgres://nobody@127.0.0.1:1/none')).rejects.toMatchObject(unreachable);
    await expect(storeOn(url.replace('postgres@', 'stranger@'))).rejects.toMatchObject(unreachable);
  });

  it('keeps everything over a restart, and knows when the last process lived', async () => {
    const at = Temporal.Instant.from('2027-03-01T08:00:00Z');
    await use(async (store) => {
      await store.processes.beat(at, at);
      await store.log.transact(tell('meeting/a', 'one'));
    });
    await use(async (store) => {
      expect((await store.processes.lastBeat())?.toString()).toBe(at.toString());
      expect(await store.log.transact(tell('meeting/a', 'two'))).toEqual(['one']);
      await expect(store.probe()).resolves.toBeUndefined();
    });
  });

  it('goes on after its server was stopped as if the power were cut', async () => {
    await use(async (store) => {
      await store.log.transact(tell('meeting/a', 'one'));
      const heard = new Promise<void>((resolve) => {
        store.onNews(resolve);
      });
      await server.stop('immediate');
      const [found] = await Promise.all([store.log.transact(tell('meeting/a', 'two')), server.start()]);
      expect(found).toEqual(['one']);
      await heard;
      expect(await store.verify()).toMatchObject({ chain: 'whole', head: { seq: 2 } });
    });
  });

  it('can be read beside the running program', async () => {
    const reading = { database: url, digest: createSystemDigest() };
    await expect(openPostgresReader(reading)).rejects.toMatchObject({ reason: 'missing' });
    await use(async (store) => {
      await store.log.transact(tell('meeting/a', 'one'));
      const reader = await openPostgresReader(reading);
      expect(await reader.log.head()).toEqual(await store.log.head());
      expect(await reader.verify()).toMatchObject({ chain: 'whole', head: { seq: 1 } });
      expect(await reader.outbox.status()).toEqual({ open: [], done: 0 });
      await reader.close();
    });
  });

  it('finds whatever somebody changed in the log', async () => {
    await use(async (store) => {
      for (const word of ['one', 'two', 'three']) await store.log.transact(tell('meeting/a', word));
      await inDatabase("UPDATE event SET data = replace(data, 'two', 'twO') WHERE seq = 2");
      expect(await store.verify()).toEqual({ chain: 'broken', brokenAt: 2 });
    });
  });
});
