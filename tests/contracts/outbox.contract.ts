import { expect } from 'vitest';
import type { EventLog } from '../../src/ports/event-log.ts';
import { type ClaimedEffect, type Effect, effectKey, type Outbox } from '../../src/ports/outbox.ts';
import { createMovedClock, type MovedClock } from './moved-clock.ts';
import type { Contract } from './run-contract.ts';

export type OpenedOutbox = { readonly log: EventLog; readonly outbox: Outbox; close(): Promise<void> };

export const statusCard: Effect = {
  kind: 'show-card',
  ref: { card: 'minutes-status', meetingId: 'm1', version: 1 },
  audience: { to: 'conversation', conversationId: 'chat' },
};
const personalCard: Effect = {
  kind: 'show-card',
  ref: { card: 'minutes-for-approval', meetingId: 'm1', version: 1 },
  audience: { to: 'person', personId: 'p1' },
};
export const agendaFile: Effect = { kind: 'file-paper', meetingId: 'm1', paper: 'agenda', version: 1 };

/** An outbox with a clock that the test moves, and leases of a minute. */
export type TimedOutbox = OpenedOutbox & {
  readonly clock: MovedClock;
  want(...effects: readonly Effect[]): Promise<unknown>;
  claim(limit?: number): Promise<readonly ClaimedEffect[]>;
  claimOne(): Promise<ClaimedEffect>;
  openStates(): Promise<readonly (readonly [string, string])[]>;
};

export async function openTimedOutbox(open: () => Promise<OpenedOutbox>): Promise<TimedOutbox> {
  const opened = await open();
  const { log, outbox } = opened;
  const clock = createMovedClock();
  const claim = (limit = 10) => outbox.claim(clock.now(), clock.now().add({ seconds: 60 }), limit);
  return {
    ...opened,
    clock,
    claim,
    want: (...effects) => log.transact({ load: {}, decide: () => ({ result: 0, effects, at: clock.now() }) }),
    claimOne: async () => {
      const [claimed, ...others] = await claim();
      if (claimed === undefined || others.length > 0) throw new Error('not exactly one effect was due');
      return claimed;
    },
    openStates: async () => (await outbox.status()).open.map(({ key, state }) => [key, state] as const),
  };
}

/** What every outbox promises. */
export const outboxContract: Contract<TimedOutbox> = {
  'hands out what was wanted, oldest first, each to one claimer': async (box) => {
    await box.want(statusCard, personalCard);
    box.clock.move({ seconds: 1 });
    await box.want(agendaFile);
    expect((await box.claim(2)).map(({ effect }) => effect)).toEqual([statusCard, personalCard]);
    expect((await box.claim()).map(({ effect }) => effect)).toEqual([agendaFile]);
    expect(await box.claim()).toEqual([]);
  },

  'keeps one row a key, however often it is wanted': async (box) => {
    for (let wish = 0; wish < 5; wish += 1) await box.want(statusCard, statusCard);
    expect(await box.openStates()).toEqual([[effectKey(statusCard), 'waiting']]);
  },

  'is empty when all is done': async (box) => {
    await box.want(personalCard);
    await box.outbox.complete(await box.claimOne(), box.clock.now());
    expect(await box.outbox.status()).toEqual({ open: [], done: 1 });
    expect(await box.outbox.nextDue()).toBeUndefined();
    expect(await box.claim()).toEqual([]);
  },

  'carries out once more what was wanted while it was being carried out': async (box) => {
    await box.want(personalCard);
    const first = await box.claimOne();
    await box.want(personalCard);
    await box.want(personalCard);
    expect(await box.claim()).toEqual([]);
    await box.outbox.complete(first, box.clock.now());
    const second = await box.claimOne();
    expect(second.revision).toBeGreaterThan(first.revision);
    await box.outbox.complete(second, box.clock.now());
    expect(await box.outbox.status()).toEqual({ open: [], done: 1 });
  },

  'carries out once more what is wanted after it was done': async (box) => {
    await box.want(personalCard);
    await box.outbox.complete(await box.claimOne(), box.clock.now());
    await box.want(personalCard);
    expect((await box.claimOne()).attempts).toBe(0);
  },

  'leaves two seconds between changes of a card in a chat, and none for a person': async (box) => {
    await box.want(statusCard, personalCard);
    for (const each of await box.claim()) await box.outbox.complete(each, box.clock.now());
    box.clock.move({ milliseconds: 500 });
    await box.want(statusCard, personalCard);
    expect((await box.claimOne()).effect).toEqual(personalCard);
    box.clock.move({ milliseconds: 1_499 });
    expect(await box.claim()).toEqual([]);
    box.clock.move({ milliseconds: 1 });
    expect((await box.claimOne()).effect).toEqual(statusCard);
  },

  'leaves the two seconds also when it was wanted meanwhile': async (box) => {
    await box.want(statusCard);
    const first = await box.claimOne();
    await box.want(statusCard);
    await box.outbox.complete(first, box.clock.now());
    expect(await box.claim()).toEqual([]);
    expect((await box.outbox.nextDue())?.since(box.clock.now()).total('milliseconds')).toBe(2_000);
  },

  'makes a chat card that was still for long due at once': async (box) => {
    await box.want(statusCard);
    await box.outbox.complete(await box.claimOne(), box.clock.now());
    box.clock.move({ hours: 5 });
    await box.want(statusCard);
    expect((await box.claimOne()).effect).toEqual(statusCard);
  },

  'gives an effect out again when its lease has ended, and counts the attempt': async (box) => {
    await box.want(agendaFile);
    expect((await box.claimOne()).attempts).toBe(0);
    box.clock.move({ milliseconds: 59_999 });
    expect(await box.claim()).toEqual([]);
    box.clock.move({ milliseconds: 1 });
    expect((await box.claimOne()).attempts).toBe(1);
  },

  'takes all leases back at once when asked': async (box) => {
    await box.want(agendaFile, statusCard);
    await box.claim();
    await box.outbox.releaseAll();
    expect(await box.claim()).toHaveLength(2);
  },

  'brings back what was postponed at its time and not before': async (box) => {
    await box.want(agendaFile);
    const later = box.clock.now().add({ minutes: 5 });
    await box.outbox.postpone(await box.claimOne(), 'parked', later, 'locked: x');
    expect(await box.outbox.status()).toEqual({
      open: [
        {
          key: effectKey(agendaFile),
          kind: 'file-paper',
          state: 'parked',
          attempts: 1,
          dueAt: later,
          code: 'locked: x',
        },
      ],
      done: 0,
    });
    expect((await box.outbox.nextDue())?.epochMilliseconds).toBe(later.epochMilliseconds);
    box.clock.move({ milliseconds: 5 * 60_000 - 1 });
    expect(await box.claim()).toEqual([]);
    box.clock.move({ milliseconds: 1 });
    expect((await box.claimOne()).attempts).toBe(1);
  },

  'does not shorten a wait because the effect is wanted again': async (box) => {
    await box.want(agendaFile);
    await box.outbox.postpone(
      await box.claimOne(),
      'waiting',
      box.clock.now().add({ minutes: 5 }),
      'unavailable: x',
    );
    await box.want(agendaFile);
    expect(await box.claim()).toEqual([]);
  },

  'gives up what is dead, shows it, and begins anew when it is wanted again': async (box) => {
    await box.want(agendaFile);
    await box.outbox.postpone(await box.claimOne(), 'dead', box.clock.now(), 'gone: x');
    box.clock.move({ hours: 1_000 });
    expect(await box.claim()).toEqual([]);
    expect(await box.openStates()).toEqual([[effectKey(agendaFile), 'dead']]);
    await box.want(agendaFile);
    expect((await box.claimOne()).attempts).toBe(0);
  },

  'does not give up a wish that came while the older one failed for good': async (box) => {
    await box.want(agendaFile);
    const claimed = await box.claimOne();
    await box.want(agendaFile);
    await box.outbox.postpone(claimed, 'dead', box.clock.now(), 'gone: x');
    expect((await box.claimOne()).effect).toEqual(agendaFile);
  },

  'ignores a late word from a claimer whose lease has passed to another': async (box) => {
    await box.want(agendaFile);
    const slow = await box.claimOne();
    box.clock.move({ minutes: 2 });
    await box.claimOne();
    await box.outbox.postpone(slow, 'dead', box.clock.now(), 'gone: x');
    expect(await box.openStates()).toEqual([[effectKey(agendaFile), 'waiting']]);
  },
};
