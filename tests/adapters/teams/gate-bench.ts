import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll } from 'vitest';
import { readBody } from '../../../src/adapters/http/read-body.ts';
import type { Route } from '../../../src/adapters/http/route.ts';
import { createHttpServer } from '../../../src/adapters/http/server.ts';
import { createFrontGate, type FrontGate } from '../../../src/adapters/teams/front-gate.ts';
import type { InboundActivity } from '../../../src/adapters/teams/gate/inbound-activity.ts';
import { createSigningKeys } from '../../../src/adapters/teams/gate/signing-keys.ts';
import { startTokenIssuer, type TokenIssuer } from '../../support/token-issuer.ts';

export const botId = '7c1c7a2e-0000-4000-8000-00000000b07a';
export const tenantId = '5a1c7a2e-0000-4000-8000-000000005c01';
export const received = Temporal.Instant.from('2023-12-08T11:00:00Z');
const quiet = { debug: () => undefined, warn: () => undefined, error: () => undefined };

export type GateBench = {
  readonly issuer: () => TokenIssuer;
  readonly serviceUrl: () => string;
  /** What came through: everything behind the gate stands here for the router and the SDK. */
  readonly inside: InboundActivity[];
  /** Moves the age of the keys. */
  pass(ms: number): void;
  post(headers: Headers, body: unknown): Promise<Answer>;
  send(method: string, path: string, headers: Headers, body?: Buffer): Promise<Answer>;
  activity(changes?: Readonly<Record<string, unknown>>): Record<string, unknown>;
};

type Headers = Readonly<Record<string, string | string[]>>;

export type Answer = { readonly status: number; readonly body: string };

type Running = { readonly issuer: TokenIssuer; readonly origin: string; close(): Promise<void> };

/** The gate behind a real door, with an issuer of its own; started before the tests of the file, closed after. */
export function useGateBench(): GateBench {
  const inside: InboundActivity[] = [];
  let elapsed = 0;
  let running: Running | undefined;
  const now = () => running ?? fail();
  beforeAll(async () => {
    running = await open(inside, () => elapsed);
  });
  afterAll(() => now().close());

  const serviceUrl = () => `${now().origin}/connector/`;
  const send: GateBench['send'] = (method, path, headers, body) =>
    call(`${now().origin}${path}`, method, headers, body);
  return {
    issuer: () => now().issuer,
    serviceUrl,
    inside,
    pass: (ms) => {
      elapsed += ms;
    },
    send,
    post: (headers, body) => send('POST', '/api/messages', headers, Buffer.from(JSON.stringify(body))),
    activity: (changes = {}) => ({ ...goodActivity(serviceUrl()), ...changes }),
  };
}

async function open(inside: InboundActivity[], elapsedMs: () => number): Promise<Running> {
  let origin = '';
  const issuer = await startTokenIssuer(botId, () => `${origin}/connector/`);
  const gate = gateOf(issuer, () => origin, elapsedMs);
  const behind: Route = async (request, response, receivedAt) => {
    const activity = await gate(request, response, receivedAt);
    if (activity === undefined) return true;
    inside.push(activity);
    response.end();
    return true;
  };
  const clock = { now: () => received };
  const common = { host: '127.0.0.1', port: 0, clock, log: quiet, closeWithinMs: 100 };
  const server = createHttpServer({ ...common, routes: [behind] });
  origin = await server.listen();
  return { issuer, origin, close: () => Promise.all([server.close(), issuer.close()]).then(() => undefined) };
}

function gateOf(issuer: TokenIssuer, origin: () => string, elapsedMs: () => number): FrontGate {
  return createFrontGate({
    audience: botId,
    issuer: () => issuer.issuer,
    keys: createSigningKeys({
      metadataUrl: () => issuer.openIdMetadataUrl,
      issuer: () => issuer.issuer,
      mayFetch: (url) => url.startsWith(`${issuer.origin}/`),
      elapsedMs,
      log: quiet,
    }),
    trust: { kind: 'local', origin },
    isTenantAllowed: (id) => id === tenantId,
    readBody,
    log: quiet,
  });
}

/** A click as Teams sends it. */
export function goodActivity(serviceUrl: string): Record<string, unknown> {
  return {
    type: 'invoke',
    name: 'adaptiveCard/action',
    id: 'f:1',
    timestamp: '2023-12-08T10:59:59.123Z',
    channelId: 'msteams',
    serviceUrl,
    from: { id: '29:1anna', name: 'Anna Agerhøne', aadObjectId: 'AA000000-0000-4000-8000-000000000001' },
    recipient: { id: `28:${botId}`, name: 'Udvalgsbot' },
    conversation: { id: 'a:personal-anna', conversationType: 'personal', tenantId },
    channelData: { tenant: { id: tenantId } },
    entities: [{ type: 'clientInfo', locale: 'da-DK' }],
    value: { action: { type: 'Action.Execute', verb: 'minutes.approve', data: {} }, trigger: 'manual' },
  };
}

/** fetch sends no two headers of one name; this does. */
function call(url: string, method: string, headers: Headers, body?: Buffer): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const request = httpRequest(url, { method, headers: { ...headers }, agent: false }, (response) => {
    const parts: Buffer[] = [];
    response.on('data', (part: Buffer) => parts.push(part));
    response.on('end', () =>
      resolve({ status: response.statusCode ?? 0, body: Buffer.concat(parts).toString() }),
    );
  });
  request.on('error', (error) => reject(error));
  request.end(body);
  return promise;
}

function fail(): never {
  throw new Error('The bench is not set up.');
}
