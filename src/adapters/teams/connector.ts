import type { ConversationParameters } from 'botbuilder';
import type { Clock } from '../../ports/clock.ts';
import type { ConversationReference } from '../../ports/conversation-book.ts';
import { PortFailure } from '../../ports/port-failure.ts';
import { isTrustedServiceUrl, type ServiceTrust } from './gate/service-url.ts';
import type { Said } from './handlers.ts';
import type { ConnectorClient, ConnectorClients } from './sending/connector-clients.ts';
import { connectorFailure } from './sending/connector-failure.ts';
import { botMri, outgoingMessage } from './sending/outgoing.ts';
import type { RateLimit } from './sending/rate-limit.ts';

/** Where a message goes. */
export type Place = Pick<ConversationReference, 'conversationId' | 'tenantId' | 'serviceUrl'>;

export type ChatMember = { readonly mri: string; readonly objectId?: string };

/**
 * What the bot sends by itself. Nothing is repeated here: a `send` that fails as 'unavailable' may have arrived. Throws
 * PortFailure 'throttled', 'unavailable', 'denied' (blocked, not installed, switched off) or 'gone'; a card that Teams
 * cannot take is a defect.
 */
export type Connector = {
  /** Resolves with the id under which the message can be changed. */
  send(place: Place, said: Said): Promise<string>;
  /** Changes a message in place; harmless to repeat. */
  update(place: Place, activityId: string, said: Said): Promise<void>;
  /** Opens the personal chat or finds the one that is open. */
  createPersonal(to: {
    readonly tenantId: string;
    readonly objectId: string;
    readonly serviceUrl: string;
  }): Promise<ConversationReference>;
  /** Who is in a chat; of a channel, of its team. At most 2,500. */
  members(place: Place): Promise<readonly ChatMember[]>;
};

export type ConnectorParts = {
  readonly appId: string;
  readonly clients: ConnectorClients;
  readonly trust: ServiceTrust;
  readonly limit: RateLimit;
  readonly clock: Clock;
  /** Told when a conversation answered that it is gone or closed to the bot. */
  readonly onLost: (conversationId: string) => void;
};

export function createConnector(parts: ConnectorParts): Connector {
  const { appId, clock } = parts;
  return {
    send: (place, said) =>
      reach(parts, place, async ({ conversations }) => {
        const activity = outgoingMessage(appId, place.conversationId, said);
        const answer = await conversations.sendToConversation(place.conversationId, activity);
        return answer.id ?? '';
      }),
    update: (place, activityId, said) =>
      reach(parts, place, async ({ conversations }) => {
        const activity = { ...outgoingMessage(appId, place.conversationId, said), id: activityId };
        await conversations.updateActivity(place.conversationId, activityId, activity);
      }),
    createPersonal: async ({ tenantId, objectId, serviceUrl }) => {
      const place = { conversationId: `new ${objectId}`, tenantId, serviceUrl };
      const conversationId = await reach(parts, place, async ({ conversations }) => {
        const made = await conversations.createConversation(personalChat(appId, tenantId, objectId));
        return made.id ?? '';
      });
      return { conversationId, scope: 'personal', tenantId, serviceUrl, seenAt: clock.now() };
    },
    members: (place) => reach(parts, place, (client) => membersOf(client, place.conversationId)),
  };
}

/** The bot's token goes to no address that is not Teams', however it came into the store. */
async function reach<T>(
  parts: ConnectorParts,
  place: Place,
  call: (client: ConnectorClient) => Promise<T>,
): Promise<T> {
  if (!isTrustedServiceUrl(place.serviceUrl, parts.trust)) {
    throw new PortFailure('denied', 'connector address not trusted');
  }
  await parts.limit.pass(place.conversationId, place.tenantId);
  try {
    return await call(await parts.clients(place.serviceUrl));
  } catch (error) {
    const failure = connectorFailure(error, parts.clock.now());
    if (failure instanceof PortFailure) note(parts, place, failure);
    throw failure;
  }
}

function note(parts: ConnectorParts, place: Place, failure: PortFailure): void {
  const { retryAfterMs } = failure;
  if (retryAfterMs !== undefined) parts.limit.pause(place.conversationId, retryAfterMs);
  if (failure.kind === 'gone' || failure.kind === 'denied') parts.onLost(place.conversationId);
}

/** The SDK's type wants a first message too; Teams opens the chat without one. */
function personalChat(appId: string, tenantId: string, objectId: string): ConversationParameters {
  const wanted: Omit<ConversationParameters, 'activity'> = {
    isGroup: false,
    bot: { id: botMri(appId), name: '' },
    members: [{ id: objectId, name: '', aadObjectId: objectId }],
    topicName: '',
    tenantId,
    channelData: { tenant: { id: tenantId } },
  };
  return wanted as ConversationParameters;
}

const pageSize = 500;
const mostPages = 5;

async function membersOf(client: ConnectorClient, conversationId: string): Promise<readonly ChatMember[]> {
  const first = await client.conversations.getConversationPagedMembers(conversationId);
  const found = first.members.map(memberOf);
  let { continuationToken } = first;
  for (let page = 1; continuationToken && page < mostPages; page += 1) {
    const more = { pageSize, continuationToken };
    const answer = await client.conversations.getConversationPagedMembers(conversationId, more);
    found.push(...answer.members.map(memberOf));
    continuationToken = answer.continuationToken;
  }
  return found;
}

function memberOf({ id, aadObjectId }: { readonly id: string; readonly aadObjectId?: string }): ChatMember {
  return { mri: id, ...(aadObjectId === undefined ? {} : { objectId: aadObjectId.toLowerCase() }) };
}
