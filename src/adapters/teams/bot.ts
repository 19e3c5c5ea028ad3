import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { Clock } from '../../ports/clock.ts';
import type { ConversationBook } from '../../ports/conversation-book.ts';
import { type Connector, createConnector } from './connector.ts';
import { type Credentials, type InboundTrust, inboundTrust, sdkAuthentication } from './credentials.ts';
import { createFrontGate, type FrontGate, type ReadBody } from './front-gate.ts';
import type { InboundActivity } from './gate/inbound-activity.ts';
import { createSigningKeys } from './gate/signing-keys.ts';
import { GatedAdapter } from './gated-adapter.ts';
import type { BotHandlers } from './handlers.ts';
import type { Log } from './log.ts';
import { createRateLimit, type RateLimit } from './sending/rate-limit.ts';
import { createConversationMemory, type PersonOf } from './turns/conversation-memory.ts';
import { createDeliveries } from './turns/deliveries.ts';
import { createInstallations } from './turns/installations.ts';
import { createRouter } from './turns/router.ts';

export type TeamsBotOptions = {
  /** The bot's app id (a guid): audience of the tokens at its door. */
  readonly appId: string;
  readonly credentials: Credentials;
  /** Whether a tenant (lower-case id) stands in the register. */
  readonly isTenantAllowed: (tenantId: string) => boolean;
  readonly readBody: ReadBody;
  readonly clock: Clock;
  readonly handlers: BotHandlers;
  readonly conversations: ConversationBook;
  readonly personOf: PersonOf;
  /** Told of every activity that passed the gate, before anything is done about it (R15). */
  readonly witness?: (inbound: InboundInstants) => Promise<void>;
  readonly log: Log;
};

export type TeamsBot = {
  /** `POST /api/messages`; false for every other path. */
  route(request: IncomingMessage, response: ServerResponse, receivedAt: Temporal.Instant): Promise<boolean>;
  readonly connector: Connector;
  /** Resolves when no turn is under way any more, those included that were answered with "it goes on". */
  settled(): Promise<void>;
};

export function createTeamsBot(options: TeamsBotOptions): TeamsBot {
  const trusted = inboundTrust(options.credentials);
  const gate = gateOf(options, trusted);
  const sdk = lazily(() => createAdapter(options));
  const memory = createConversationMemory(options.conversations, options.personOf, options.log);
  if (options.credentials.kind === 'live') sdk(); // a secret that is missing is told at start
  const { appId, clock, handlers, log } = options;
  const connector = createConnector({
    appId,
    clients: (serviceUrl) => sdk().clients(serviceUrl),
    trust: trusted.trust,
    limit: machineRateLimit(),
    clock,
    onLost: (conversationId) => memory.drop(conversationId),
  });
  const installations = createInstallations(options.conversations, memory);
  const router = createRouter({ handlers, connector, trust: trusted.trust, log }, installations);
  const deliveries = createDeliveries(log, async (inbound) => {
    await memory.note(inbound);
    return sdk().take(inbound, (context) => router(context, inbound));
  });
  return {
    async route(request, response, receivedAt) {
      if (request.url?.split('?')[0] !== '/api/messages') return false;
      const inbound = await gate(request, response, receivedAt);
      if (inbound === undefined) return true;
      await witnessed(options, inbound);
      sendAnswer(response, await deliveries.take(inbound));
      return true;
    },
    connector,
    settled: () => deliveries.settled(),
  };
}

/** When an activity was written, as far as it says so, and when it came in. */
export type InboundInstants = { readonly sentAt?: Temporal.Instant; readonly receivedAt: Temporal.Instant };

/** Whatever becomes of it, the activity itself is taken. */
async function witnessed({ witness, log }: TeamsBotOptions, inbound: InboundActivity): Promise<void> {
  const { timestamp, receivedAt } = inbound;
  try {
    await witness?.({ receivedAt, ...(timestamp === undefined ? {} : { sentAt: timestamp }) });
  } catch (error) {
    log.warn({ err: error }, 'an activity could not witness the time');
  }
}

function gateOf(options: TeamsBotOptions, trusted: InboundTrust): FrontGate {
  const { appId, isTenantAllowed, readBody, log } = options;
  const { issuer, metadataUrl, mayFetch, trust } = trusted;
  const keys = createSigningKeys({ metadataUrl, issuer, mayFetch, log });
  return createFrontGate({ audience: appId, issuer, keys, trust, isTenantAllowed, readBody, log });
}

/** Made at the first turn or sending: the local issuer's addresses are known only when the server listens. */
function createAdapter({ appId, credentials }: TeamsBotOptions): GatedAdapter {
  return new GatedAdapter(sdkAuthentication(appId, credentials), appId);
}

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function machineRateLimit(): RateLimit {
  return createRateLimit({ elapsedMs: () => performance.now(), wait: (ms) => pause(ms) });
}

function sendAnswer(
  response: ServerResponse,
  answer: { readonly status: number; readonly body?: unknown },
): void {
  const text = answer.body === undefined ? '' : JSON.stringify(answer.body);
  const type = text === '' ? {} : { 'content-type': 'application/json; charset=utf-8' };
  response.writeHead(answer.status, { ...type, 'content-length': Buffer.byteLength(text) });
  response.end(text);
}
