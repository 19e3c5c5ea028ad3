import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { someInstant, told } from '../../../contracts/told-events.ts';
import { arbitraryChange } from '../arbitrary-change.ts';
import { freshFolder, removeFolder, storeIn } from './store-in-folder.ts';

/** Every row of every read model, as the file holds them. */
function allRows(folder: string): unknown {
  const db = new DatabaseSync(join(folder, 'udvalgsbot.db'), { readOnly: true });
  const tables = ['committee', 'meeting_index', 'answer', 'due', 'receipt'];
  const rows = tables.map((table) =>
    db
      .prepare(`SELECT * FROM ${table}`)
      .all()
      .map((row) => JSON.stringify(row))
      .toSorted(),
  );
  db.close();
  return rows;
}

describe('read models made again from the log', () => {
  it('are row for row those that were thrown away (the seed is printed on failure)', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(arbitraryChange, { maxLength: 4 }), { maxLength: 20 }),
        async (changes) => {
          const folder = freshFolder();
          const store = await storeIn(folder, {
            project: ({ event }) =>
              event.type === 'MinutesNoted' ? (changes[Number(event.atMeetingId)] ?? []) : [],
          });
          try {
            for (const place of changes.keys()) {
              const append = [{ stream: `s${place % 3}`, events: [told(String(place))] }];
              await store.log.transact({ load: {}, decide: () => ({ result: 0, append, at: someInstant }) });
            }
            const before = allRows(folder);
            expect(await store.rebuild()).toBe(changes.length);
            expect(allRows(folder)).toEqual(before);
          } finally {
            await store.close();
            removeFolder(folder);
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it('mend rows that somebody changed by hand', async () => {
    const folder = freshFolder();
    const project = () =>
      [{ model: 'meeting', row: { meetingId: 'm', committeeId: 'c', date: 'd', situation: 's' } }] as const;
    const first = await storeIn(folder, { project });
    const append = [{ stream: 's', events: [told('x')] }];
    await first.log.transact({ load: {}, decide: () => ({ result: 0, append, at: someInstant }) });
    const right = allRows(folder);
    await first.close();
    const db = new DatabaseSync(join(folder, 'udvalgsbot.db'));
    db.exec("UPDATE meeting_index SET situation = 'wrong'; INSERT INTO due VALUES ('school', 'stray', 1)");
    db.close();
    const second = await storeIn(folder, { project });
    expect(allRows(folder)).not.toEqual(right);
    await second.rebuild();
    expect(allRows(folder)).toEqual(right);
    await second.close();
    removeFolder(folder);
  });
});
