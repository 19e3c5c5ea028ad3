import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { storeIn } from '../adapters/store/sqlite/store-in-folder.ts';
import { tell } from '../contracts/told-events.ts';
import { runToEnd } from '../support/running-program.ts';
import { askIn, change, type Home, openHome } from './store-in-home.ts';

let at: Home;
beforeEach(() => {
  at = openHome();
});
afterEach(() => at.close());

describe('npm run backup', () => {
  it('copies a store that is being written to, and says the head of the copy', async () => {
    const running = await storeIn(at.dataDir);
    await running.log.transact(tell('meeting/m1', 'one'));
    const copied = at.ask('backup', at.copy);
    for (let number = 0; number < 50; number += 1)
      await running.log.transact(tell('meeting/m1', `${number}`));
    const { code, out } = await copied;
    expect([code, out]).toEqual([
      0,
      expect.stringMatching(/efterprøvet: \d+ hændelser?, hoved [0-9a-f]{64}/),
    ]);
    await running.close();
    expect((await at.ask('verify-diff', at.copy)).code).toBe(0);
    expect(readdirSync(at.home).toSorted()).toEqual(['copy.db', 'data']);
  });

  it('writes over nothing', async () => {
    await at.written(1);
    writeFileSync(at.copy, 'mine');
    expect(await at.ask('backup', at.copy)).toMatchObject({
      code: 1,
      err: expect.stringContaining('findes allerede'),
    });
  });

  it('refuses where there is no folder, and where there is no store', async () => {
    await at.written(1);
    expect(await at.ask('backup', join(at.home, 'nowhere', 'copy.db'))).toMatchObject({ code: 1 });
    rmSync(at.store);
    expect(await at.ask('backup', at.copy)).toMatchObject({
      code: 1,
      err: expect.stringContaining('intet lager'),
    });
  });

  it('keeps no copy that does not verify', async () => {
    await at.written(3);
    change(at.store, "UPDATE event SET id = 'other' WHERE seq = 2");
    expect(await at.ask('backup', at.copy)).toMatchObject({
      code: 1,
      err: expect.stringContaining('nummer 2'),
    });
    expect(readdirSync(at.home)).toEqual(['data']);
  });
});

describe('npm run restore', () => {
  it('makes a copy the store of an empty folder', async () => {
    const head = await at.written(3);
    await at.ask('backup', at.copy);
    rmSync(at.dataDir, { recursive: true });
    expect(await at.ask('restore', at.copy)).toMatchObject({
      code: 0,
      out: expect.stringContaining(head.hash),
    });
    expect(await at.written(0)).toEqual(head);
  });

  it('keeps what lies there, unless it is told to put it aside; then both are whole', async () => {
    const old = await at.written(3);
    await at.ask('backup', at.copy);
    const newer = await at.written(2);
    expect(await at.ask('restore', at.copy)).toMatchObject({
      code: 1,
      err: expect.stringContaining('5 hændelser'),
    });
    expect(await at.written(0)).toEqual(newer);
    expect((await at.ask('restore', at.copy, '--replace')).code).toBe(0);
    expect(await at.written(0)).toEqual(old);
    const aside = readdirSync(at.dataDir).filter((name) => /^udvalgsbot-.*\.db$/.test(name));
    expect(aside).toHaveLength(1);
    expect(await at.ask('verify-diff', join(at.dataDir, aside[0] ?? ''))).toMatchObject({
      code: 1,
      err: expect.stringContaining('mangler det, som den ældre kopi har fra nummer 4'),
    });
  });

  it('puts aside with a store what was still in its write-ahead log', async () => {
    await at.written(2);
    await at.ask('backup', at.copy);
    const killed = await storeIn(at.dataDir);
    await killed.log.transact(tell('meeting/m1', 'late'));
    const crashed = join(at.home, 'crashed');
    mkdirSync(crashed);
    for (const name of ['udvalgsbot.db', 'udvalgsbot.db-wal'])
      writeFileSync(join(crashed, name), readFileSync(join(at.dataDir, name)));
    await killed.close();
    expect((await askIn(crashed, 'restore', at.copy, '--replace')).code).toBe(0);
    const [aside = ''] = readdirSync(crashed).filter((name) => /^udvalgsbot-.*\.db$/.test(name));
    expect(existsSync(join(crashed, 'udvalgsbot.db-wal'))).toBe(false);
    expect(await askIn(crashed, 'verify-diff', join(crashed, aside))).toMatchObject({
      err: expect.stringContaining('fra nummer 3'),
    });
  });

  it('refuses while the program runs', async () => {
    await at.written(1);
    await at.ask('backup', at.copy);
    const running = await storeIn(at.dataDir);
    expect(await at.ask('restore', at.copy, '--replace')).toMatchObject({
      code: 1,
      err: expect.stringContaining('bruges allerede'),
    });
    await running.close();
  });

  it('refuses a copy that does not verify, and changes nothing', async () => {
    const head = await at.written(3);
    await at.ask('backup', at.copy);
    change(at.copy, "UPDATE event SET id = 'other' WHERE seq = 2");
    expect(await at.ask('restore', at.copy, '--replace')).toMatchObject({
      code: 1,
      err: expect.stringContaining('nummer 2'),
    });
    expect(await at.written(0)).toEqual(head);
    expect(readdirSync(at.dataDir).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('says that a copy older than the newest anchor will decide nothing at first', async () => {
    await at.written(1);
    await at.ask('backup', at.copy);
    const head = await at.written(2);
    const { anchors } = at;
    await anchors.drop({ ...head, at: '2027-03-08T10:00:00Z', occasion: 'closed/m1/1' });
    expect(await at.ask('restore', at.copy, '--replace')).toMatchObject({
      code: 0,
      out: expect.stringContaining('to personer'),
    });
  });
});

it('a log in PostgreSQL is copied and put back by its own programs, which are named', async () => {
  const environment = { DATA_DIR: at.dataDir, DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' };
  const command = (name: string) =>
    runToEnd(['--import', './src/require-node.js', 'src/cli.ts', name, 'copy.dump'], environment);
  expect(await command('backup')).toMatchObject({ code: 1, err: expect.stringContaining('pg_dump') });
  expect(await command('restore')).toMatchObject({ code: 1, err: expect.stringContaining('pg_restore') });
});
