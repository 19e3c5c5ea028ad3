import { expect } from 'vitest';
import type { EventLog } from '../../src/ports/event-log.ts';
import type { Project, ReadModels, RowChange } from '../../src/ports/read-models.ts';
import type { Contract } from './run-contract.ts';
import { someInstant, told } from './told-events.ts';

export type OpenedModels = {
  readonly log: EventLog;
  readonly readModels: ReadModels;
  close(): Promise<void>;
};

type LaidModels = OpenedModels & {
  /** Has an event happen that makes these changes. */
  change(...changes: readonly RowChange[]): Promise<unknown>;
  dueKeys(until: Temporal.Instant, limit?: number): Promise<readonly string[]>;
};

/** Opens read models whose projection looks up, by an event's word, the changes that the test laid down for it. */
export async function openLaidModels(open: (project: Project) => Promise<OpenedModels>): Promise<LaidModels> {
  const laid = new Map<string, readonly RowChange[]>();
  const opened = await open(({ event }) =>
    event.type === 'MinutesNoted' ? (laid.get(event.atMeetingId) ?? []) : [],
  );
  return {
    ...opened,
    change: (...changes) => {
      const word = `w${laid.size}`;
      laid.set(word, changes);
      const append = [{ stream: 'meeting/a', events: [told(word)] }];
      return opened.log.transact({ load: {}, decide: () => ({ result: 0, append, at: someInstant }) });
    },
    dueKeys: async (until, limit = 10) => (await opened.readModels.due(until, limit)).map(({ key }) => key),
  };
}

/** What all read models promise. */
export const readModelsContract: Contract<LaidModels> = {
  'finds the meetings of a committee, newest date first': async (models) => {
    const row = (meetingId: string, committeeId: string, date: string) =>
      ({ model: 'meeting', row: { meetingId, committeeId, date, situation: 'planned' } }) as const;
    await models.change(
      row('m1', 'c1', '2027-03-01'),
      row('m2', 'c1', '2027-06-01'),
      row('m3', 'c2', '2027-09-01'),
    );
    expect((await models.readModels.meetingsOf('c1')).map(({ meetingId }) => meetingId)).toEqual([
      'm2',
      'm1',
    ]);
  },

  'changes the columns that are given and leaves the others': async (models) => {
    await models.change({
      model: 'meeting',
      row: { meetingId: 'm1', committeeId: 'c1', date: '2027-03-01', situation: 'planned' },
    });
    await models.change({ model: 'meeting', row: { meetingId: 'm1', situation: 'held' } });
    expect(await models.readModels.meetingsOf('c1')).toEqual([
      { meetingId: 'm1', committeeId: 'c1', date: '2027-03-01', situation: 'held' },
    ]);
  },

  'finds the committee of a chat, and leaves the chat out where there is none': async (models) => {
    await models.change({ model: 'committee', row: { committeeId: 'c1', name: 'Alfa' } });
    await models.change({ model: 'committee', row: { committeeId: 'c2', name: 'Beta' } });
    await models.change({ model: 'committee', row: { committeeId: 'c2', conversationId: 'chat' } });
    expect(await models.readModels.committees()).toEqual([
      { committeeId: 'c1', name: 'Alfa' },
      { committeeId: 'c2', name: 'Beta', conversationId: 'chat' },
    ]);
    expect(await models.readModels.committeeOfConversation('chat')).toMatchObject({ committeeId: 'c2' });
    expect(await models.readModels.committeeOfConversation('other')).toBeUndefined();
  },

  'counts the answers of one version': async (models) => {
    const answer = (personId: string, columns: object) =>
      ({ model: 'answer', row: { meetingId: 'm1', version: 2, personId, ...columns } }) as const;
    await models.change(
      answer('p1', {}),
      answer('p2', {}),
      answer('p3', { reached: true }),
      answer('p4', {}),
    );
    await models.change(
      answer('p2', { stance: 'approved' }),
      answer('p2', { reached: true }),
      answer('p4', { stance: 'objected' }),
    );
    await models.change({
      model: 'answer',
      row: { meetingId: 'm1', version: 1, personId: 'p1', stance: 'approved' },
    });
    expect(await models.readModels.answerCounts('m1', 2)).toEqual({
      approved: 1,
      objected: 1,
      silent: 2,
      reached: 2,
    });
    expect(await models.readModels.answerCounts('m9', 1)).toEqual({
      approved: 0,
      objected: 0,
      silent: 0,
      reached: 0,
    });
  },

  'lists the answers that ask something of the secretary': async (models) => {
    const answer = (personId: string, columns: object, version = 2) =>
      ({ model: 'answer', row: { meetingId: 'm1', version, personId, ...columns } }) as const;
    const toldAt = someInstant;
    await models.change(
      answer('objected-before', { stance: 'objected' }, 1),
      answer('silent-before', { toldAt }, 1),
      answer('objected', { stance: 'objected' }),
      answer('approved', { stance: 'approved', toldAt }),
      answer('failed', { toldAt }),
      answer('late', { reached: true, toldAt: toldAt.add({ hours: 2 }) }),
      answer('in-time', { reached: true, toldAt }),
      answer('untold', {}),
    );
    const listed = async (untold: boolean) => {
      const silence = { toldBy: toldAt.add({ hours: 1 }), untold };
      const rows = await models.readModels.doubtfulAnswers('m1', 2, silence);
      return rows.map(({ version, personId }) => `${version} ${personId}`);
    };
    expect(await listed(false)).toEqual(['1 objected-before', '2 failed', '2 late', '2 objected']);
    expect(await listed(true)).toEqual(['1 objected-before', '2 failed', '2 late', '2 objected', '2 untold']);
  },

  'takes a reached mark back when an event says so': async (models) => {
    const row = { meetingId: 'm1', version: 1, personId: 'p1' };
    await models.change({ model: 'answer', row: { ...row, reached: true } });
    await models.change({ model: 'answer', row: { ...row, reached: false } });
    expect(await models.readModels.answerCounts('m1', 1)).toMatchObject({ reached: 0, silent: 1 });
  },

  'finds an act by its receipt, all of them where two share a code, and each once': async (models) => {
    const receipt = (code: string, personId: string, version = 1) =>
      ({ model: 'receipt', row: { receipt: code, meetingId: 'm1', version, personId } }) as const;
    await models.change(receipt('K7F3-92', 'p2'), receipt('AAAA-00', 'p3'));
    await models.change(receipt('K7F3-92', 'p1', 2), receipt('K7F3-92', 'p2'));
    expect(await models.readModels.receipts('K7F3-92')).toEqual([
      { receipt: 'K7F3-92', meetingId: 'm1', version: 1, personId: 'p2' },
      { receipt: 'K7F3-92', meetingId: 'm1', version: 2, personId: 'p1' },
    ]);
    expect(await models.readModels.receipts('k7f3-92')).toEqual([]);
  },

  'shows what is due up to an instant, oldest first, until it is taken away or moved': async (models) => {
    const due = (key: string, at: Temporal.Instant | null) => ({ model: 'due', row: { key, at } }) as const;
    const hour = (hours: number) => someInstant.add({ hours });
    await models.change(due('b', hour(2)), due('a', hour(2)), due('c', hour(1)), due('d', hour(3)));
    expect(await models.dueKeys(hour(2))).toEqual(['c', 'a', 'b']);
    expect(await models.dueKeys(hour(2), 2)).toEqual(['c', 'a']);
    expect((await models.readModels.nextDue())?.toString()).toBe(hour(1).toString());
    await models.change(due('c', null), due('a', hour(9)), due('unknown', null));
    expect(await models.dueKeys(hour(8))).toEqual(['b', 'd']);
    await models.change(due('b', null), due('d', null), due('a', null));
    expect(await models.readModels.nextDue()).toBeUndefined();
  },
};
