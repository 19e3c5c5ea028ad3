import { AsyncLocalStorage } from 'node:async_hooks';
import { appendFileSync } from 'node:fs';
import type { Connector } from '../../../../src/adapters/teams/connector.ts';
import type { ConversationBook } from '../../../../src/ports/conversation-book.ts';
import type { Messenger } from '../../../../src/ports/messenger.ts';
import { PortFailure } from '../../../../src/ports/port-failure.ts';

/** One message as Teams took it; a change in place bears the number of what it changes. */
export type TakenMessage = {
  readonly chat: string;
  readonly id: string;
  readonly change: boolean;
  /** Which card it is, as the program calls it. */
  readonly card: string;
};

export type PaperTeams = Connector & {
  /** The same messenger; what it has taken bears the card's name. */
  naming(messenger: Messenger): Messenger;
};

/**
 * Teams as a file beside the process: what it took stays taken when the process dies, and is counted afterwards. Every
 * seventh call finds it busy, so that the queue's waits are part of the course.
 */
export function createPaperTeams(file: string): PaperTeams {
  let calls = 0;
  const shown = new AsyncLocalStorage<string>();
  const take = (message: TakenMessage) => {
    calls += 1;
    if (calls % 7 === 0) throw new PortFailure('unavailable', 'connector 503');
    appendFileSync(file, `${JSON.stringify(message)}\n`);
  };
  const idOf = (chat: string) => `${chat}-${process.pid}-${calls}`;
  const card = () => shown.getStore() ?? '';
  return {
    naming: (messenger) => ({
      show: (cardKey, ...about) => shown.run(cardKey, () => messenger.show(cardKey, ...about)),
    }),
    send: ({ conversationId: chat }) =>
      attempt(() => {
        const id = idOf(chat);
        take({ chat, id, change: false, card: card() });
        return id;
      }),
    update: ({ conversationId: chat }, id) => attempt(() => take({ chat, id, change: true, card: card() })),
    createPersonal: ({ tenantId, objectId, serviceUrl }) =>
      attempt(() => ({
        conversationId: `a:${objectId}`,
        scope: 'personal',
        tenantId,
        serviceUrl,
        seenAt: Temporal.Instant.fromEpochMilliseconds(0),
      })),
    members: () => Promise.resolve([]),
  };
}

/** The same book-keeping as that of real cards, for cards that are only named. */
export function createPlainMessenger(connector: Connector, conversations: ConversationBook): Messenger {
  return {
    async show(cardKey, _view, audience) {
      const place =
        audience.to === 'person'
          ? await conversations.personal(audience.personId)
          : await conversations.find(audience.conversationId);
      if (place === undefined) throw new PortFailure('gone', 'chat not known');
      const { conversationId } = place;
      const posted = await conversations.posted(cardKey, conversationId);
      if (posted !== undefined) return { result: 'unchanged' };
      const activityId = await connector.send(place, { text: '' });
      const at = Temporal.Instant.fromEpochMilliseconds(0);
      await conversations.savePosted({ cardKey, conversationId, activityId, contentHash: '', at });
      return { result: 'posted' };
    },
  };
}

function attempt<T>(work: () => T): Promise<T> {
  return new Promise((resolve) => resolve(work()));
}
