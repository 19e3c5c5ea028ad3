import type { InboundActivity } from '../gate/inbound-activity.ts';
import type { Turn } from '../handlers.ts';

/** Undefined where Teams does not say who it is (an anonymous guest, another app): such a one has no say here. */
export function turnOf(inbound: InboundActivity): Turn | undefined {
  const { from, conversation, tenantId, receivedAt, timestamp } = inbound;
  if (from.aadObjectId === undefined) return undefined;
  return {
    activityId: inbound.id,
    tenantId,
    objectId: from.aadObjectId,
    senderName: from.name ?? '',
    conversation: { id: withoutThread(conversation.id), scope: conversation.scope },
    receivedAt,
    ...(timestamp === undefined ? {} : { sentAt: timestamp }),
    personMri: from.id,
  };
}

/** A thread of a channel is a conversation of its own in Teams; the committee's chat is the channel. */
export function withoutThread(conversationId: string): string {
  return conversationId.split(';messageid=')[0] ?? conversationId;
}
