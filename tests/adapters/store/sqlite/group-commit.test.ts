import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openForWriting } from '../../../../src/adapters/store/sqlite/connection.ts';
import { createGroupCommit, type GroupCommit } from '../../../../src/adapters/store/sqlite/group-commit.ts';
import { freshFolder, removeFolder } from './store-in-folder.ts';

describe('the group commit', () => {
  let folder: string;
  let db: DatabaseSync;
  let heard: string[];
  let commit: GroupCommit;
  beforeEach(() => {
    folder = freshFolder();
    db = openForWriting(join(folder, 'some.db'));
    db.exec('CREATE TABLE line (text TEXT NOT NULL)');
    heard = [];
    commit = createGroupCommit(db, {
      workEnded: (kept) => heard.push(kept ? 'kept' : 'undone'),
      batchEnded: (committed) => heard.push(committed ? 'COMMITTED' : 'ABANDONED'),
    });
  });
  afterEach(() => {
    db.close();
    removeFolder(folder);
  });
  const write = (text: string | null) =>
    commit.run(() => db.prepare('INSERT INTO line (text) VALUES (?)').run(text));
  const lines = () =>
    db
      .prepare('SELECT text FROM line ORDER BY rowid')
      .all()
      .map((row) => row['text']);

  it('commits once for all that was given together', async () => {
    await Promise.all(['a', 'b', 'c'].map(write));
    expect(heard).toEqual(['kept', 'kept', 'kept', 'COMMITTED']);
    await write('d');
    expect(heard.slice(4)).toEqual(['kept', 'COMMITTED']);
  });

  it('answers nobody before the commit', async () => {
    const answers = [
      write('a').then(() => [...heard]),
      write(null).catch(() => [...heard]),
      write('c').then(() => [...heard]),
    ];
    for (const heardAtAnswer of await Promise.all(answers)) expect(heardAtAnswer).toContain('COMMITTED');
  });

  it('undoes the work of one that failed half-way, and of no other', async () => {
    const halfWay = commit.run(() => {
      db.exec("INSERT INTO line (text) VALUES ('half')");
      throw new Error('planted');
    });
    const outcomes = await Promise.allSettled([write('a'), halfWay, write('b'), write(null)]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'rejected']);
    expect(lines()).toEqual(['a', 'b']);
  });

  it('says a fault of the database in the words of ports', async () => {
    await expect(write(null)).rejects.toMatchObject({
      name: 'PortFailure',
      kind: 'unavailable',
      code: 'store 1299',
    });
  });

  it('promises nothing when the disk is full, and goes on when there is room again', async () => {
    await write('before');
    db.exec('PRAGMA max_page_count = 1');
    const outcomes = await Promise.allSettled([write('x'), write('y'.repeat(1_000_000)), write('z')]);
    const kept = outcomes.filter(({ status }) => status === 'fulfilled').length;
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { kind: 'unavailable', code: 'store 13' },
    });
    db.exec('PRAGMA max_page_count = 1000000');
    await write('after');
    expect(lines()).toHaveLength(kept + 2);
  });

  it('tells its follower and every owner when the whole batch is lost', async () => {
    const ended = commit.run(() => db.exec('ROLLBACK'));
    const outcomes = await Promise.allSettled([write('a'), ended, write('b')]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(heard.at(-1)).toBe('ABANDONED');
    await write('next');
    expect(lines()).toEqual(['next']);
  });

  it('carries out more than one batch can hold, in order', async () => {
    const texts = Array.from({ length: 600 }, (_, place) => `t${place}`);
    await Promise.all(texts.map(write));
    expect(lines()).toEqual(texts);
    expect(heard.filter((word) => word === 'COMMITTED')).toHaveLength(3);
  });
});
