import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../../../src/adapters/store/store.ts';
import type { RowChange } from '../../../../src/ports/read-models.ts';
import { someInstant, told } from '../../../contracts/told-events.ts';
import { openTestDatabase, type TestDatabase } from '../../../support/test-database.ts';
import { arbitraryChange } from '../arbitrary-change.ts';
import { freshFolder, removeFolder, storeIn } from '../sqlite/store-in-folder.ts';
import { storeOn } from './store-on-server.ts';

const persons = ['x', 'y', 'z'];

/** All that can be asked of the read models, about everything the changes can name. */
async function shown({ readModels }: Store): Promise<unknown> {
  const far = someInstant.add({ hours: 1_000 });
  const counts = persons.flatMap((meeting) =>
    [1, 2].map((version) => readModels.answerCounts(meeting, version)),
  );
  const doubtful = persons.map((meeting) =>
    readModels.doubtfulAnswers(meeting, 1, { toldBy: someInstant, untold: true }),
  );
  const due = (await readModels.due(far, 100)).map(({ key, at }) => [key, at.toString()]);
  const lists = ['', ...persons].map((committee) => readModels.meetingsOf(committee));
  const chats = persons.map((chat) => readModels.committeeOfConversation(chat));
  const receipts = persons.map((code) => readModels.receipts(code));
  const all = [...counts, ...doubtful, ...lists, ...chats, ...receipts, readModels.committees()];
  return [due, await Promise.all(all as readonly Promise<unknown>[])];
}

describe('read models in PostgreSQL', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase();
  }, 60_000);
  afterAll(() => database.close());

  it('show what SQLite shows of the same events, also made again from the log (the seed is printed on failure)', async () => {
    const changes = fc.array(fc.array(arbitraryChange, { maxLength: 5 }), { maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(changes, async (given) => {
        const project = projecting(given);
        const folder = freshFolder();
        const stores = [
          await storeIn(folder, { project }),
          await storeOn(database.connect(), { project, school: randomUUID() }),
        ];
        try {
          // All at once: what one transaction merges must be what one after the other makes.
          for (const store of stores) await Promise.all(given.map((_, place) => happen(store, place)));
          const [wanted, found] = await Promise.all(stores.map(shown));
          expect(found).toEqual(wanted);
          for (const store of stores) expect(await store.rebuild()).toBe(given.length);
          expect(await Promise.all(stores.map(shown))).toEqual([wanted, wanted]);
        } finally {
          for (const store of stores) await store.close();
          removeFolder(folder);
        }
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});

function projecting(changes: readonly (readonly RowChange[])[]) {
  return ({ event }: { readonly event: ReturnType<typeof told> }) =>
    event.type === 'MinutesNoted' ? (changes[Number(event.atMeetingId)] ?? []) : [];
}

function happen({ log }: Store, place: number): Promise<unknown> {
  const append = [{ stream: `s${place % 3}`, events: [told(String(place))] }];
  return log.transact({ load: {}, decide: () => ({ result: 0, append, at: someInstant }) });
}
