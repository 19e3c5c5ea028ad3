import { accepted, type Outcome, refused } from '../outcome.ts';
import type { Refusal } from '../refusal.ts';
import {
  type Committee,
  type CommitteeEvent,
  type CommitteeId,
  holdsRole,
  type PersonId,
} from './committee.ts';

export type LinkConversation = {
  readonly conversationId: string;
  readonly linkedBy: PersonId;
  readonly at: Temporal.Instant;
  /** The committee this chat belongs to so far, if any. */
  readonly belongsTo?: CommitteeId;
};

/** The secretary ties a chat to the committee. A chat belongs to one committee; tying it again changes nothing. */
export function linkConversation(
  committee: Committee,
  command: LinkConversation,
): Outcome<CommitteeEvent, Refusal> {
  const { conversationId, linkedBy, at, belongsTo } = command;
  if (!holdsRole(committee, linkedBy, at, 'secretary'))
    return refused({ code: 'not-permitted', needs: ['secretary'] });
  if (belongsTo !== undefined && belongsTo !== committee.committeeId)
    return refused({ code: 'conversation-linked-elsewhere' });
  if (committee.conversation?.conversationId === conversationId) return accepted();
  return accepted({ type: 'ConversationLinked', conversationId, linkedBy });
}
