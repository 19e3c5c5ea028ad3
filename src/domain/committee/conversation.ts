import type { CommitteeId } from './committee.ts';

/** What happened to a chat or channel: one stream each, so that two committees cannot take it at once. */
export type ConversationEvent =
  | { readonly type: 'ConversationTaken'; readonly committeeId: CommitteeId }
  /** The committee meets in another chat now. */
  | { readonly type: 'ConversationReleased'; readonly committeeId: CommitteeId };

export type Conversation = { readonly belongsTo?: CommitteeId };

export const untakenConversation: Conversation = {};

/** A chat stays with the committee that took it first, until that one leaves it. */
export function evolveConversation(conversation: Conversation, event: ConversationEvent): Conversation {
  const { belongsTo } = conversation;
  switch (event.type) {
    case 'ConversationTaken':
      return belongsTo === undefined ? { belongsTo: event.committeeId } : conversation;
    case 'ConversationReleased':
      return belongsTo === event.committeeId ? {} : conversation;
    default:
      return conversation;
  }
}
