import type { ConversationBook } from '../../../ports/conversation-book.ts';
import type { InboundActivity } from '../gate/inbound-activity.ts';
import type { ConversationMemory } from './conversation-memory.ts';
import type { RouterHooks } from './router.ts';
import { withoutThread } from './turn.ts';

/** Within this span two tellings of an installation are one. */
const sameMs = 60_000;
const mostKept = 1_000;

/** Teams tells of one installation twice, in either order; the bot introduces itself once. */
export function createInstallations(
  conversations: ConversationBook,
  memory: ConversationMemory,
): RouterHooks {
  const greeted = new Map<string, number>();
  return {
    isNewInstallation: ({ conversation, receivedAt }: InboundActivity) => {
      const key = withoutThread(conversation.id);
      const now = receivedAt.epochMilliseconds;
      const last = greeted.get(key);
      if (last !== undefined && now - last < sameMs) return false;
      if (greeted.size >= mostKept) greeted.clear();
      greeted.set(key, now);
      return true;
    },
    onRemoved: async ({ conversation }) => {
      const id = withoutThread(conversation.id);
      greeted.delete(id);
      memory.drop(id);
      await conversations.forget(id);
    },
  };
}
