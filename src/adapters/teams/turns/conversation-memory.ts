import type { ConversationBook, ConversationReference } from '../../../ports/conversation-book.ts';
import type { InboundActivity } from '../gate/inbound-activity.ts';
import type { Log } from '../log.ts';
import { withoutThread } from './turn.ts';

export type PersonOf = (tenantId: string, objectId: string) => Promise<string | undefined>;

export type ConversationMemory = {
  /** Writes the book where something is new; costs nothing when all is as before. Never rejects. */
  note(inbound: InboundActivity): Promise<void>;
  /** The next activity of the conversation is written down again. */
  drop(conversationId: string): void;
};

const mostKept = 10_000;

/**
 * Keeps where people and committees can be reached. A service URL may change at any time, so every activity is looked
 * at; the store is written only where the answer would be another than last time.
 */
export function createConversationMemory(
  conversations: ConversationBook,
  personOf: PersonOf,
  log: Log,
): ConversationMemory {
  const known = new Map<string, string>();

  async function write(inbound: InboundActivity, conversationId: string): Promise<boolean> {
    const { conversation, tenantId, serviceUrl, receivedAt, from } = inbound;
    const reference = { conversationId, scope: conversation.scope, tenantId, serviceUrl, seenAt: receivedAt };
    if (conversation.scope !== 'personal') {
      if (!isSame(await conversations.find(conversationId), reference))
        await conversations.remember(reference);
      return true;
    }
    const personId = from.aadObjectId === undefined ? undefined : await personOf(tenantId, from.aadObjectId);
    if (personId === undefined) return false; // nobody we know yet: asked again next time
    if (!isSame(await conversations.personal(personId), reference))
      await conversations.remember({ ...reference, personId });
    return true;
  }

  return {
    async note(inbound) {
      const conversationId = withoutThread(inbound.conversation.id);
      const mark = `${inbound.serviceUrl} ${inbound.tenantId} ${personalOnly(inbound)}`;
      if (known.get(conversationId) === mark) return;
      try {
        if (!(await write(inbound, conversationId))) return;
        if (known.size >= mostKept) known.clear();
        known.set(conversationId, mark);
      } catch (error) {
        log.error({ err: error }, 'a conversation could not be written down');
      }
    },
    drop: (conversationId) => {
      known.delete(conversationId);
    },
  };
}

/** The book leads here already: after a restart nobody's first press waits for a second commit. */
function isSame(stored: ConversationReference | undefined, wanted: ConversationReference): boolean {
  return (
    stored !== undefined &&
    stored.conversationId === wanted.conversationId &&
    stored.scope === wanted.scope &&
    stored.tenantId === wanted.tenantId &&
    stored.serviceUrl === wanted.serviceUrl
  );
}

/** In a personal chat the person is part of what is remembered; in a group people alternate. */
function personalOnly({ conversation, from }: InboundActivity): string {
  return conversation.scope === 'personal' ? (from.aadObjectId ?? '') : '';
}
