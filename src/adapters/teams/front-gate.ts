import type { IncomingMessage, ServerResponse } from 'node:http';
import { serviceUrlOfToken, type TokenSettings } from './gate/bearer-token.ts';
import { type Envelope, envelopeSchema } from './gate/envelope.ts';
import { type InboundActivity, inboundActivity } from './gate/inbound-activity.ts';
import { isTrustedServiceUrl, type ServiceTrust } from './gate/service-url.ts';
import { parseSoundJson } from './gate/sound-json.ts';
import type { Log } from './log.ts';

/** Reads a body of at most so many bytes; undefined when it was too large and has been answered 413. */
export type ReadBody = (
  request: IncomingMessage,
  response: ServerResponse,
  limitBytes: number,
) => Promise<Buffer | undefined>;

export type GateSettings = TokenSettings & {
  readonly trust: ServiceTrust;
  /** Whether a tenant (lower-case id) stands in the register. */
  readonly isTenantAllowed: (tenantId: string) => boolean;
  readonly readBody: ReadBody;
  readonly log: Log;
};

/** The activity, or undefined when it was refused and answered: a status with an empty body. */
export type FrontGate = (
  request: IncomingMessage,
  response: ServerResponse,
  receivedAt: Temporal.Instant,
) => Promise<InboundActivity | undefined>;

type Refusal = { readonly status: 400 | 401 | 403 | 405; readonly reason: string };

const bodyLimitBytes = 256 * 1_024;

/**
 * The one door for activities. It runs before any SDK and no setting turns a check off: the token is checked before
 * the body is read, the body before anything in it is believed.
 */
export function createFrontGate(settings: GateSettings): FrontGate {
  return async (request, response, receivedAt) => {
    const admitted = await admit(settings, request, response, receivedAt);
    if (admitted === undefined || !('status' in admitted)) return admitted;
    const { status, reason } = admitted;
    // What came with a sound token and is refused all the same deserves a look; noise from the internet does not.
    settings.log[status === 403 ? 'warn' : 'debug']({ status, reason }, 'refused at the front gate');
    const allow = status === 405 ? { allow: 'POST' } : {};
    response.writeHead(status, { 'content-length': 0, ...allow });
    response.end();
    return undefined;
  };
}

async function admit(
  settings: GateSettings,
  request: IncomingMessage,
  response: ServerResponse,
  receivedAt: Temporal.Instant,
): Promise<InboundActivity | Refusal | undefined> {
  if (request.method !== 'POST') return { status: 405, reason: 'method' };
  const serviceUrl = await serviceUrlOfToken(request.headersDistinct['authorization'], settings);
  if (serviceUrl === undefined) return { status: 401, reason: 'token' };
  const body = await settings.readBody(request, response, bodyLimitBytes);
  if (body === undefined) return undefined;
  const raw = parseSoundJson(body);
  const parsed = envelopeSchema.safeParse(raw);
  if (!parsed.success || !isRecord(raw)) return { status: 400, reason: 'shape' };
  const reason = whyForbidden(parsed.data, serviceUrl, settings);
  if (reason !== undefined) return { status: 403, reason };
  return inboundActivity(parsed.data, tenantOf(parsed.data), receivedAt, raw);
}

function whyForbidden(envelope: Envelope, serviceUrl: string, settings: GateSettings): string | undefined {
  if (envelope.channelId !== 'msteams') return 'channel';
  if (envelope.serviceUrl !== serviceUrl) return 'serviceurl';
  if (!isTrustedServiceUrl(serviceUrl, settings.trust)) return 'service-host';
  const tenantId = tenantOf(envelope);
  const second = envelope.channelData?.tenant?.id?.toLowerCase();
  if (tenantId === '' || tenantId !== second) return 'tenant-ids';
  return settings.isTenantAllowed(tenantId) ? undefined : 'tenant';
}

function tenantOf(envelope: Envelope): string {
  return envelope.conversation.tenantId?.toLowerCase() ?? '';
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
