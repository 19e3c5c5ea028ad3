import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anchorFolder } from '../../src/presentation/texts/file.da.ts';
import { storeIn } from '../adapters/store/sqlite/store-in-folder.ts';
import { someInstant, tell } from '../contracts/told-events.ts';
import { change, type Home, openHome } from './store-in-home.ts';

let at: Home;
beforeEach(() => {
  at = openHome();
});
afterEach(() => at.close());

describe('npm run verify', () => {
  it('tells the head, and that there is no anchor yet', async () => {
    const { hash } = await at.written(3);
    const { code, out } = await at.ask('verify');
    expect(code).toBe(0);
    expect(out).toContain(`3 hændelser, hoved ${hash}`);
    expect(out).toContain('endnu ingen ankre');
  });

  it('holds the log against its anchors', async () => {
    const head = await at.written(3);
    const { anchors } = at;
    const instant = '2027-03-08T10:00:00Z';
    await anchors.drop({ ...head, at: instant, occasion: 'day/2027-03-08' });
    expect(await at.ask('verify')).toMatchObject({
      code: 0,
      out: expect.stringContaining('passer med 1 anker'),
    });
    change(at.store, 'DELETE FROM event WHERE seq = 3');
    const { code, err } = await at.ask('verify');
    expect([code, err]).toEqual([1, expect.stringContaining('enden af loggen mangler')]);
    await anchors.drop({ seq: 2, hash: 'f'.repeat(64), at: instant, occasion: 'day/2027-03-07' });
    rmSync(
      join(
        at.dataDir,
        'library',
        anchorFolder,
        readdirSync(join(at.dataDir, 'library', anchorFolder))[1] ?? '',
      ),
    );
    expect(await at.ask('verify')).toMatchObject({ code: 1, err: expect.stringContaining('skrevet om') });
  });

  it('says whether an event is still what a paper on a decision says of it', async () => {
    const { hash } = await at.written(3);
    await at.written(1);
    const copied = `${hash.slice(0, 20)}\u200B${hash.slice(20)}`;
    expect(await at.ask('verify', '3', copied)).toMatchObject({
      code: 0,
      out: expect.stringContaining('nummer 3 står'),
    });
    expect(await at.ask('verify', '4', hash)).toMatchObject({
      code: 1,
      err: expect.stringContaining('nummer 4'),
    });
    expect(await at.ask('verify', '9', hash)).toMatchObject({ code: 1 });
    expect(await at.ask('verify', '3')).toMatchObject({ code: 2 });
  });

  it('passes over anchors that two persons gave up', async () => {
    const { anchors } = at;
    await at.written(1);
    const lost = { seq: 9, hash: 'f'.repeat(64) };
    await anchors.drop({ ...lost, at: '2027-03-08T10:00:00Z', occasion: 'closed/m1/1' });
    expect(await at.ask('verify')).toMatchObject({ code: 1, err: expect.stringContaining('mangler') });
    const store = await storeIn(at.dataDir);
    const head = await store.log.head();
    const entered = { anchor: lost, head, agreed: 0, anchoredAt: '2027-03-08T10:00:00Z' };
    const events = [
      { type: 'SafeModeEntered', ...entered },
      { type: 'SafeModeEnded', first: 'a', second: 'b', reason: 'Diskene er væk.' },
    ] as const;
    const append = [{ stream: 'operation', events }];
    await store.log.transact({ load: {}, decide: () => ({ result: undefined, append, at: someInstant }) });
    await store.close();
    expect(await at.ask('verify')).toMatchObject({ code: 0 });
  });

  it('says where the chain is broken', async () => {
    await at.written(3);
    change(at.store, "UPDATE event SET type = 'MeetingHeld' WHERE seq = 2");
    expect(await at.ask('verify')).toMatchObject({
      code: 1,
      err: expect.stringContaining('brudt ved nummer 2'),
    });
  });
});

describe('npm run verify-diff', () => {
  it('proves that an older copy is how the log began', async () => {
    await at.written(3);
    await at.ask('backup', at.copy);
    await at.written(2);
    const { code, out } = await at.ask('verify-diff', at.copy);
    expect([code, out]).toEqual([0, expect.stringContaining('3 hændelser er uændrede, og der er kommet 2')]);
  });

  it('says the first place where they differ, also where the log is whole in itself', async () => {
    await at.written(3);
    await at.ask('backup', at.copy);
    rmSync(at.store);
    await at.written(1);
    const other = await storeIn(at.dataDir);
    for (const word of ['x', 'y', 'z']) await other.log.transact(tell('meeting/m1', word));
    await other.close();
    // Event ids are new as well: the very first event is another one.
    expect(await at.ask('verify-diff', at.copy)).toMatchObject({
      code: 1,
      err: expect.stringContaining('fra nummer 1'),
    });
  });

  it('says what is missing from a log that is shorter than its copy', async () => {
    await at.written(5);
    await at.ask('backup', at.copy);
    change(at.store, 'DELETE FROM event WHERE seq > 3');
    expect(await at.ask('verify-diff', at.copy)).toMatchObject({
      code: 1,
      err: expect.stringContaining('mangler'),
    });
  });

  it('says that a broken copy proves nothing, and that a broken log is broken later', async () => {
    await at.written(5);
    await at.ask('backup', at.copy);
    await at.written(2);
    change(at.store, "UPDATE event SET id = 'other' WHERE seq = 7");
    expect(await at.ask('verify-diff', at.copy)).toMatchObject({
      code: 1,
      err: expect.stringContaining('nummer 7'),
    });
    change(at.copy, "UPDATE event SET id = 'other' WHERE seq = 4");
    expect(await at.ask('verify-diff', at.copy)).toMatchObject({
      code: 1,
      err: expect.stringContaining('beviser intet'),
    });
  });

  it.each(['nowhere.db', 'words.db'])('refuses %s', async (name) => {
    await at.written(1);
    writeFileSync(join(at.home, 'words.db'), 'no database');
    expect(await at.ask('verify-diff', join(at.home, name))).toMatchObject({
      code: 1,
      err: expect.stringContaining(name),
    });
    expect((await at.ask('verify-diff')).code).toBe(2);
  });
});
