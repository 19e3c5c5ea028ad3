import { accepted, type Outcome, refused } from '../outcome.ts';
import type { Refusal } from '../refusal.ts';
import {
  type Committee,
  type CommitteeEvent,
  type CommitteeId,
  holdsRole,
  type PersonId,
} from './committee.ts';
import type { Conversation } from './conversation.ts';

export type LinkConversation = {
  readonly conversationId: string;
  readonly linkedBy: PersonId;
  readonly at: Temporal.Instant;
  /** The committee this chat belongs to by the read models: chats linked before they had a stream of their own. */
  readonly belongsTo?: CommitteeId;
};

/** The secretary ties a chat to the committee. A chat belongs to one committee; tying it again changes nothing. */
export function linkConversation(
  committee: Committee,
  conversation: Conversation,
  command: LinkConversation,
): Outcome<CommitteeEvent, Refusal> {
  const { conversationId, linkedBy, at } = command;
  const belongsTo = conversation.belongsTo ?? command.belongsTo;
  if (!holdsRole(committee, linkedBy, at, 'secretary'))
    return refused({ code: 'not-permitted', needs: ['secretary'] });
  if (belongsTo !== undefined && belongsTo !== committee.committeeId)
    return refused({ code: 'conversation-linked-elsewhere' });
  if (committee.conversation?.conversationId === conversationId) return accepted();
  return accepted({ type: 'ConversationLinked', conversationId, linkedBy });
}
