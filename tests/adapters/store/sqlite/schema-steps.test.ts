import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openForWriting } from '../../../../src/adapters/store/sqlite/connection.ts';
import { migrate } from '../../../../src/adapters/store/sqlite/migrate.ts';
import { schemaSteps } from '../../../../src/adapters/store/sqlite/schema.ts';
import { createSystemDigest } from '../../../../src/adapters/system/system-digest.ts';
import { someInstant } from '../../../contracts/told-events.ts';
import { freshFolder, removeFolder, storeIn } from './store-in-folder.ts';

const toldBy = { toldBy: someInstant, untold: false };
const beforeIt = someInstant.subtract({ hours: 1 }).toString();
const afterIt = someInstant.add({ hours: 1 }).toString();

/** A store as an older program left it: its schema, its events, and the rows it made of them. */
function leaveOldStore(folder: string, steps: number, rows: string): void {
  const db = openForWriting(join(folder, 'udvalgsbot.db'));
  migrate(db, createSystemDigest(), 'local', schemaSteps.slice(0, steps));
  db.exec(rows);
  db.close();
}

function event(seq: number, stream: string, version: number, data: { readonly type: string }): string {
  const texts = [`id${seq}`, someInstant.toString(), '{}', data.type, JSON.stringify(data), '', ''];
  return `INSERT INTO event VALUES ('school', ${seq}, '${stream}', ${version}, ${texts.map((text) => `'${text}'`).join(', ')});`;
}

function silentAnswer(personId: string, reached: number): string {
  return `INSERT INTO answer (school, meeting_id, version, person_id, stance, reached)
    VALUES ('school', 'm1', 2, '${personId}', 'silent', ${reached});`;
}

describe('a store of an older program', () => {
  let folder: string;
  beforeEach(() => {
    folder = freshFolder();
  });
  afterEach(() => removeFolder(folder));

  it('learns from its log when each notice was last tried', async () => {
    const rows = [
      silentAnswer('in-time', 1),
      silentAnswer('late', 1),
      silentAnswer('failed', 0),
      silentAnswer('untold', 0),
      event(1, 'answer/m1/2/in-time', 1, { type: 'NoticeDelivered', ...{ at: beforeIt } }),
      event(2, 'answer/m1/2/late', 1, { type: 'NoticeFailed', ...{ at: beforeIt } }),
      event(3, 'answer/m1/2/late', 2, { type: 'NoticeDelivered', ...{ at: afterIt } }),
      event(4, 'answer/m1/2/failed', 1, { type: 'NoticeFailed', ...{ at: beforeIt } }),
      event(5, 'answer/m1/1/untold', 1, { type: 'NoticeFailed', ...{ at: beforeIt } }),
    ];
    leaveOldStore(folder, 3, rows.join('\n'));
    const store = await storeIn(folder);
    const doubtful = (untold: boolean) =>
      store.readModels
        .doubtfulAnswers('m1', 2, { ...toldBy, untold })
        .then((found) => found.map(({ personId }) => personId));
    expect(await doubtful(false)).toEqual(['failed', 'late']);
    expect(await doubtful(true)).toEqual(['failed', 'late', 'untold']);
    await store.close();
  });

  it('finds the acts of its log by their receipts', async () => {
    const act = (receipt: string) => ({ type: 'MinutesApproved', receipt });
    const rows = [
      event(1, 'answer/m1/2/p1', 1, act('K7F3-92')),
      event(2, 'answer/m1/12/p2/x', 1, act('BBBB-22')),
      event(3, 'answer/m1/2/p1', 2, act('K7F3-92')),
      event(4, 'meeting/m1', 1, act('CCCC-33')),
      event(5, 'answer/m1/2/p3', 1, { type: 'NoticeDelivered' }),
    ];
    leaveOldStore(folder, 4, rows.join('\n'));
    const store = await storeIn(folder);
    expect(await store.readModels.receipts('K7F3-92')).toEqual([
      { receipt: 'K7F3-92', meetingId: 'm1', version: 2, personId: 'p1' },
    ]);
    expect(await store.readModels.receipts('BBBB-22')).toEqual([
      { receipt: 'BBBB-22', meetingId: 'm1', version: 12, personId: 'p2/x' },
    ]);
    expect(await store.readModels.receipts('CCCC-33')).toEqual([]);
    await store.close();
  });
});
