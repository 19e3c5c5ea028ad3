import type {
  ConversationBook,
  ConversationReference,
  Delivery,
  DeliveryState,
  PostedCard,
} from '../../ports/conversation-book.ts';
import type { conversationQueries } from './queries/conversation-queries.ts';
import type { Tables } from './queries/tables.ts';
import { type Command, command, instantOf, type Runner } from './runner.ts';

export type ConversationQueries = ReturnType<typeof conversationQueries>;

export function createConversationBook(runner: Runner, queries: ConversationQueries): ConversationBook {
  const write = async (...commands: readonly Command[]): Promise<void> => {
    await runner.write(...commands);
  };
  return { ...conversations(runner, queries, write), ...cards(runner, queries, write) };
}

type Write = (...commands: readonly Command[]) => Promise<void>;

function conversations({ read }: Runner, queries: ConversationQueries, write: Write) {
  return {
    remember: ({ personId, seenAt, ...rest }: ConversationReference) => {
      const address = {
        tenant_id: rest.tenantId,
        service_url: rest.serviceUrl,
        seen_at: seenAt.epochMilliseconds,
      };
      const { conversationId: conversation_id, scope } = rest;
      const row = { ...address, conversation_id, scope, person_id: personId ?? null };
      return write(command(queries.remember, row), command(queries.rememberAddress, address));
    },
    forget: (conversationId: string) => write(command(queries.forget, { conversationId })),
    personal: async (personId: string) => referenceOf(await read(command(queries.personal, { personId }))),
    find: async (conversationId: string) =>
      referenceOf(await read(command(queries.find, { conversationId }))),
    serviceUrlOf: async (tenantId: string) =>
      (await read(command(queries.address, { tenantId })))[0]?.serviceUrl,
  };
}

function cards({ read }: Runner, queries: ConversationQueries, write: Write) {
  return {
    posted: async (cardKey: string, conversationId: string) =>
      postedOf(await read(command(queries.posted, { cardKey, conversationId }))),
    savePosted: ({ cardKey, conversationId, activityId, contentHash, at }: PostedCard) =>
      write(
        command(queries.savePosted, {
          card_key: cardKey,
          conversation_id: conversationId,
          activity_id: activityId,
          content_hash: contentHash,
          at: at.epochMilliseconds,
        }),
      ),
    dropPosted: (cardKey: string, conversationId: string) =>
      write(command(queries.dropPosted, { cardKey, conversationId })),
    saveDelivery: ({ cardKey, personId, channel, state, at, code }: Delivery) => {
      const row = { card_key: cardKey, person_id: personId, channel, state, code: code ?? null };
      return write(command(queries.saveDelivery, { ...row, at: at.epochMilliseconds }));
    },
    deliveries: async (cardKey: string) =>
      (await read(command(queries.deliveries, { cardKey }))).map(deliveryOf),
  };
}

function referenceOf([row]: readonly Omit<Tables['conversation'], 'school'>[]):
  | ConversationReference
  | undefined {
  if (row === undefined) return undefined;
  return {
    conversationId: row.conversation_id,
    scope: row.scope,
    tenantId: row.tenant_id,
    serviceUrl: row.service_url,
    seenAt: instantOf(row.seen_at),
    ...(row.person_id === null ? {} : { personId: row.person_id }),
  };
}

function postedOf([row]: readonly Omit<Tables['posted_card'], 'school'>[]): PostedCard | undefined {
  if (row === undefined) return undefined;
  return {
    cardKey: row.card_key,
    conversationId: row.conversation_id,
    activityId: row.activity_id,
    contentHash: row.content_hash,
    at: instantOf(row.at),
  };
}

function deliveryOf(row: Omit<Tables['delivery'], 'school'>): Delivery {
  return {
    cardKey: row.card_key,
    personId: row.person_id,
    channel: row.channel as Delivery['channel'],
    state: row.state as DeliveryState,
    at: instantOf(row.at),
    ...(row.code === null ? {} : { code: row.code }),
  };
}
