import type {
  ConversationBook,
  ConversationReference,
  Delivery,
  PostedCard,
} from '../../src/ports/conversation-book.ts';
import { promised } from './promised.ts';

const isNewer = (a: Temporal.Instant, b: Temporal.Instant | undefined) =>
  b === undefined || Temporal.Instant.compare(a, b) >= 0;

export function createInMemoryConversationBook(): ConversationBook {
  const known = new Map<string, ConversationReference>();
  const addresses = new Map<string, ConversationReference>();
  const posted = new Map<string, PostedCard>();
  const deliveries = new Map<string, Delivery>();
  const placeOf = (cardKey: string, conversationId: string) => `${cardKey} in ${conversationId}`;
  return {
    remember: (reference) =>
      promised(() => {
        const { conversationId, tenantId, seenAt } = reference;
        if (isNewer(seenAt, known.get(conversationId)?.seenAt)) known.set(conversationId, reference);
        if (isNewer(seenAt, addresses.get(tenantId)?.seenAt)) addresses.set(tenantId, reference);
      }),
    forget: (conversationId) => promised(() => void known.delete(conversationId)),
    personal: (personId) =>
      promised(
        () =>
          [...known.values()]
            .filter((each) => each.scope === 'personal' && each.personId === personId)
            .toSorted((a, b) => Temporal.Instant.compare(b.seenAt, a.seenAt))[0],
      ),
    find: (conversationId) => promised(() => known.get(conversationId)),
    serviceUrlOf: (tenantId) => promised(() => addresses.get(tenantId)?.serviceUrl),
    posted: (cardKey, conversationId) => promised(() => posted.get(placeOf(cardKey, conversationId))),
    savePosted: (card) => promised(() => void posted.set(placeOf(card.cardKey, card.conversationId), card)),
    dropPosted: (cardKey, conversationId) =>
      promised(() => void posted.delete(placeOf(cardKey, conversationId))),
    saveDelivery: (delivery) =>
      promised(() => {
        const key = placeOf(delivery.cardKey, delivery.personId);
        if (isNewer(delivery.at, deliveries.get(key)?.at)) deliveries.set(key, delivery);
      }),
    deliveries: (cardKey) =>
      promised(() =>
        [...deliveries.values()]
          .filter((each) => each.cardKey === cardKey)
          .toSorted((a, b) => (a.personId < b.personId ? -1 : 1)),
      ),
  };
}
