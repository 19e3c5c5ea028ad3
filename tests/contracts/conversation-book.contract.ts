import { expect } from 'vitest';
import type { ConversationBook, ConversationReference } from '../../src/ports/conversation-book.ts';
import type { Contract } from './run-contract.ts';
import { someInstant } from './told-events.ts';

export type OpenedBook = { readonly conversations: ConversationBook; close(): Promise<void> };

const minute = (minutes: number) => someInstant.add({ minutes });

function personal(
  conversationId: string,
  at: number,
  serviceUrl = 'https://one.example/',
): ConversationReference {
  return {
    conversationId,
    scope: 'personal',
    tenantId: 't1',
    serviceUrl,
    personId: 'p1',
    seenAt: minute(at),
  };
}

/** Instants compare by their text. */
function shown(reference: ConversationReference | undefined) {
  return reference === undefined ? undefined : { ...reference, seenAt: reference.seenAt.toString() };
}

/** What every conversation book promises. */
export const conversationBookContract: Contract<OpenedBook> = {
  'gives back what it remembers, with and without a person': async ({ conversations: book }) => {
    const { personId: _nobody, ...rest } = personal('chat', 1);
    const chat: ConversationReference = { ...rest, scope: 'groupChat' };
    await book.remember(personal('a', 1));
    await book.remember(chat);
    expect(shown(await book.find('a'))).toEqual(shown(personal('a', 1)));
    expect(shown(await book.find('chat'))).toEqual(shown(chat));
    expect(await book.find('other')).toBeUndefined();
  },

  'reaches a person in the conversation seen last, and never in a chat of many': async ({
    conversations: book,
  }) => {
    await book.remember(personal('new', 5));
    await book.remember(personal('old', 1));
    await book.remember({ ...personal('chat', 9), scope: 'groupChat' });
    expect((await book.personal('p1'))?.conversationId).toBe('new');
    expect(await book.personal('p2')).toBeUndefined();
  },

  'keeps the newest of two reports on one conversation, whichever comes last': async ({
    conversations: book,
  }) => {
    await book.remember(personal('a', 5, 'https://new.example/'));
    await book.remember(personal('a', 1, 'https://old.example/'));
    expect((await book.find('a'))?.serviceUrl).toBe('https://new.example/');
    expect(await book.serviceUrlOf('t1')).toBe('https://new.example/');
  },

  'knows the newest address of a tenant also when its conversation is gone': async ({
    conversations: book,
  }) => {
    await book.remember(personal('a', 1, 'https://one.example/'));
    await book.remember(personal('b', 2, 'https://two.example/'));
    await book.forget('b');
    await book.forget('b');
    expect(await book.find('b')).toBeUndefined();
    expect((await book.personal('p1'))?.conversationId).toBe('a');
    expect(await book.serviceUrlOf('t1')).toBe('https://two.example/');
    expect(await book.serviceUrlOf('t2')).toBeUndefined();
  },

  'knows under which activity a card stands in each conversation': async ({ conversations: book }) => {
    const card = { cardKey: 'k', conversationId: 'a', activityId: '1', contentHash: 'h1', at: minute(1) };
    await book.savePosted(card);
    await book.savePosted({ ...card, conversationId: 'b', activityId: '7' });
    await book.savePosted({ ...card, activityId: '2', contentHash: 'h2' });
    expect(await book.posted('k', 'a')).toMatchObject({ activityId: '2', contentHash: 'h2' });
    await book.dropPosted('k', 'a');
    expect(await book.posted('k', 'a')).toBeUndefined();
    expect(await book.posted('k', 'b')).toMatchObject({ activityId: '7' });
  },

  'keeps the newest delivery state of a card and person': async ({ conversations: book }) => {
    const delivery = { cardKey: 'k', personId: 'p1', channel: 'teams' } as const;
    await book.saveDelivery({ ...delivery, state: 'blocked', at: minute(2), code: '403' });
    await book.saveDelivery({ ...delivery, state: 'failed', at: minute(1) });
    await book.saveDelivery({ ...delivery, personId: 'p2', state: 'delivered', at: minute(1) });
    expect((await book.deliveries('k')).map(({ personId, state, code }) => [personId, state, code])).toEqual([
      ['p1', 'blocked', '403'],
      ['p2', 'delivered', undefined],
    ]);
    await book.saveDelivery({ ...delivery, state: 'delivered', at: minute(3) });
    expect((await book.deliveries('k'))[0]).not.toHaveProperty('code');
  },
};
