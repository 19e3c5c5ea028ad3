import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tell } from '../../contracts/told-events.ts';
import { freshFolder, removeFolder, storeIn } from './sqlite/store-in-folder.ts';

const count = 1_200;
const withoutKeys =
  'CREATE TABLE rows AS SELECT * FROM event; DROP TABLE event; ALTER TABLE rows RENAME TO event;';

describe('verifying the chain of events', () => {
  let folder: string;
  beforeEach(async () => {
    folder = freshFolder();
    const store = await storeIn(folder);
    await Promise.all(
      Array.from({ length: count }, (_, place) =>
        store.log.transact(tell(`meeting/${place % 7}`, `w${place}`)),
      ),
    );
    await store.close();
  });
  afterEach(() => removeFolder(folder));

  const verifyAfter = async (sql: string) => {
    const db = new DatabaseSync(join(folder, 'udvalgsbot.db'));
    db.exec(sql);
    db.close();
    const store = await storeIn(folder);
    const report = await store.verify();
    await store.close();
    return report;
  };

  it('finds an untouched log whole and tells its head', async () => {
    const report = await verifyAfter('SELECT 1');
    expect(report).toEqual({
      chain: 'whole',
      head: { seq: count, hash: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown },
    });
  });

  it.each([
    ['a changed text', `UPDATE event SET data = replace(data, 'w700', 'w7OO') WHERE seq = 701`, 701],
    ['a changed time', `UPDATE event SET at = '2020-01-01T00:00:00Z' WHERE seq = 3`, 3],
    ['another person', `UPDATE event SET actor = '{"personId":"p2"}' WHERE seq = 1`, 1],
    ['a changed stream', `UPDATE event SET stream = 'meeting/x' WHERE seq = 500`, 500],
    ['a changed type', `UPDATE event SET type = 'MeetingHeld' WHERE seq = 9`, 9],
    ['a changed link', `UPDATE event SET prev_hash = '' WHERE seq = 9`, 9],
    ['another spelling of the same', `UPDATE event SET data = replace(data, ':', ': ') WHERE seq = 9`, 9],
    ['another spelling of the instant', `UPDATE event SET at = replace(at, 'Z', '+00:00') WHERE seq = 9`, 9],
    ['another school', `UPDATE event SET school = 'x' WHERE seq = 9`, 9],
    ['an event before the first', `UPDATE event SET seq = -5 WHERE seq = 1200`, 1],
    [
      'an event at a place beyond all numbers',
      `UPDATE event SET seq = 9223372036854775807 WHERE seq = 1200`,
      1200,
    ],
    [
      'another event at the last place of a page',
      `${withoutKeys} INSERT INTO event SELECT school, 500, stream, 99, 'x', at, actor, type, data, prev_hash, hash FROM event WHERE seq = 500`,
      501,
    ],
    ['a removed event', 'DELETE FROM event WHERE seq = 600', 600],
    ['a removed event at the end of a page', 'DELETE FROM event WHERE seq = 501', 501],
    ['text that is no JSON', `UPDATE event SET data = '{' WHERE seq = 1001`, 1001],
    ['a time that is none', `UPDATE event SET at = 'yesterday' WHERE seq = 1199`, 1199],
    [
      'two events that changed places',
      'UPDATE event SET seq = -1 WHERE seq = 10; UPDATE event SET seq = 10 WHERE seq = 11; UPDATE event SET seq = 11 WHERE seq = -1',
      10,
    ],
  ])('says where it begins to differ: %s', async (_fault, sql, brokenAt) => {
    expect(await verifyAfter(sql)).toEqual({ chain: 'broken', brokenAt });
  });
});
