import type { Identity } from '../../domain/committee/people.ts';
import type { CardView } from '../../ports/card-view.ts';
import type { Clock } from '../../ports/clock.ts';
import type {
  ConversationBook,
  ConversationReference,
  DeliveryState,
} from '../../ports/conversation-book.ts';
import type { Digest } from '../../ports/digest.ts';
import type { Messenger, Shown } from '../../ports/messenger.ts';
import type { Audience } from '../../ports/outbox.ts';
import { PortFailure } from '../../ports/port-failure.ts';
import { renderCard } from './cards/render-card.ts';
import type { Connector } from './connector.ts';
import type { CardJson, Said } from './handlers.ts';

export type CardMessengerParts = {
  readonly connector: Connector;
  readonly conversations: ConversationBook;
  readonly identitiesOf: (personId: string) => Promise<readonly Identity[]>;
  readonly digest: Digest;
  readonly clock: Clock;
};

/** Shows cards through the Bot Connector and keeps book of what stands where and whom it reached. */
export function createCardMessenger(parts: CardMessengerParts): Messenger {
  return {
    async show(cardKey, view, audience) {
      try {
        const shown = await showIn(parts, cardKey, view, await placeOf(parts, audience));
        if (shown.result === 'posted') await noteDelivery(parts, cardKey, audience, 'delivered');
        return shown;
      } catch (error) {
        if (error instanceof PortFailure) await noteFailure(parts, cardKey, audience, error);
        throw error;
      }
    },
  };
}

async function showIn(
  { connector, conversations, digest, clock }: CardMessengerParts,
  cardKey: string,
  view: CardView,
  place: ConversationReference,
): Promise<Shown> {
  const said = cardMessage(renderCard(view));
  const contentHash = digest.sha256(JSON.stringify(said));
  const { conversationId } = place;
  const posted = await conversations.posted(cardKey, conversationId);
  if (posted?.contentHash === contentHash) return { result: 'unchanged' };
  if (posted !== undefined) await connector.update(place, posted.activityId, said);
  const activityId = posted?.activityId ?? (await connector.send(place, said));
  await conversations.savePosted({ cardKey, conversationId, activityId, contentHash, at: clock.now() });
  return { result: posted === undefined ? 'posted' : 'updated' };
}

/** A card with the line that the notification shows. */
export function cardMessage(card: CardJson): Said {
  const fallback = card['fallbackText'];
  return typeof fallback === 'string' ? { card, summary: fallback } : { card };
}

/** Where the card goes. A person we never heard from is written to first, in each of their accounts until one answers. */
async function placeOf(parts: CardMessengerParts, audience: Audience): Promise<ConversationReference> {
  const { conversations } = parts;
  if (audience.to === 'conversation') {
    const known = await conversations.find(audience.conversationId);
    if (known === undefined) throw new PortFailure('gone', 'chat not known');
    return known;
  }
  return (await conversations.personal(audience.personId)) ?? openPersonal(parts, audience.personId);
}

async function openPersonal(parts: CardMessengerParts, personId: string): Promise<ConversationReference> {
  let failure = new PortFailure('denied', 'no account known');
  for (const { tenantId, objectId } of await parts.identitiesOf(personId)) {
    const serviceUrl = await parts.conversations.serviceUrlOf(tenantId);
    if (serviceUrl === undefined) continue;
    try {
      const opened = {
        ...(await parts.connector.createPersonal({ tenantId, objectId, serviceUrl })),
        personId,
      };
      await parts.conversations.remember(opened);
      return opened;
    } catch (error) {
      if (!(error instanceof PortFailure) || (error.kind !== 'denied' && error.kind !== 'gone')) throw error;
      failure = error;
    }
  }
  throw failure;
}

const failedStates = { denied: 'blocked', gone: 'gone' } as const;

async function noteFailure(
  parts: CardMessengerParts,
  cardKey: string,
  audience: Audience,
  failure: PortFailure,
): Promise<void> {
  const state = failure.kind === 'denied' || failure.kind === 'gone' ? failedStates[failure.kind] : 'failed';
  await noteDelivery(parts, cardKey, audience, state, failure.code);
}

async function noteDelivery(
  { conversations, clock }: CardMessengerParts,
  cardKey: string,
  audience: Audience,
  state: DeliveryState,
  code?: string,
): Promise<void> {
  if (audience.to !== 'person') return;
  const { personId } = audience;
  await conversations.saveDelivery({
    cardKey,
    personId,
    channel: 'teams',
    state,
    at: clock.now(),
    ...(code === undefined ? {} : { code }),
  });
}
