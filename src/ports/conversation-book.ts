/** Where a person or a committee can be reached; kept from every inbound activity, newest wins. */
export type ConversationReference = {
  readonly conversationId: string;
  readonly scope: 'personal' | 'groupChat' | 'channel';
  readonly tenantId: string;
  readonly serviceUrl: string;
  /** Of personal chats only. */
  readonly personId?: string;
  readonly seenAt: Temporal.Instant;
};

/** A card that stands in a chat: what it is and under which activity id it can be changed. */
export type PostedCard = {
  readonly cardKey: string;
  readonly conversationId: string;
  readonly activityId: string;
  /** SHA-256 of what was last sent: the same content is not sent again. */
  readonly contentHash: string;
  readonly at: Temporal.Instant;
};

export type DeliveryState = 'delivered' | 'blocked' | 'gone' | 'failed';

/** Whether a card reached a person, and by which way. Newest state a card and person. */
export type Delivery = {
  readonly cardKey: string;
  readonly personId: string;
  readonly channel: 'teams';
  readonly state: DeliveryState;
  readonly at: Temporal.Instant;
  /** Code of the refusal, no names or texts. */
  readonly code?: string;
};

/** Facts about the outside that are no history of the committee; all calls are harmless to repeat. */
export interface ConversationBook {
  remember(reference: ConversationReference): Promise<void>;
  /** Drops a conversation that is gone; the next message to the person opens a new one. */
  forget(conversationId: string): Promise<void>;
  personal(personId: string): Promise<ConversationReference | undefined>;
  find(conversationId: string): Promise<ConversationReference | undefined>;
  /** The newest service URL seen from a tenant: where a first message to a person of that tenant goes. */
  serviceUrlOf(tenantId: string): Promise<string | undefined>;
  posted(cardKey: string, conversationId: string): Promise<PostedCard | undefined>;
  savePosted(card: PostedCard): Promise<void>;
  dropPosted(cardKey: string, conversationId: string): Promise<void>;
  saveDelivery(delivery: Delivery): Promise<void>;
  deliveries(cardKey: string): Promise<readonly Delivery[]>;
}
