import type { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { defect } from '../../../domain/defect.ts';

type Factory = ReturnType<ConfigurationBotFrameworkAuthentication['createConnectorFactory']>;
export type ConnectorClient = Awaited<ReturnType<Factory['create']>>;

/** The SDK's client for a service URL; one is made for each and kept, as making one costs a millisecond. */
export type ConnectorClients = (serviceUrl: string) => Promise<ConnectorClient>;

const patienceMs = 10_000;
const mostKept = 50;

export function createConnectorClients(factory: Factory): ConnectorClients {
  const kept = new Map<string, Promise<ConnectorClient>>();
  return (serviceUrl) => {
    const found = kept.get(serviceUrl);
    if (found !== undefined) return found;
    if (kept.size >= mostKept) kept.clear();
    const made = factory.create(serviceUrl).then((client) => withOwnPolicies(client, serviceUrl));
    kept.set(serviceUrl, made);
    made.catch(() => kept.delete(serviceUrl));
    return made;
  };
}

type Request = { timeout: number };
type Pipeline = {
  removePolicy(policy: { readonly name: string }): unknown;
  addPolicy(policy: {
    readonly name: string;
    sendRequest(request: Request, next: (request: Request) => Promise<unknown>): Promise<unknown>;
  }): void;
};

/**
 * The SDK repeats a POST on 5xx and resets, which posts a card twice; it follows redirects and waits for ever. Here a
 * request is sent once, to the address it names, for at most 10 s; the outbox decides whether it is sent again.
 */
function withOwnPolicies(client: ConnectorClient, serviceUrl: string): ConnectorClient {
  const pipeline = pipelineOf(client);
  pipeline.removePolicy({ name: 'defaultRetryPolicy' });
  pipeline.removePolicy({ name: 'redirectPolicy' });
  // A machine's proxy settings are not for its own loopback.
  if (serviceUrl.startsWith('http:')) pipeline.removePolicy({ name: 'proxyPolicy' });
  pipeline.addPolicy({
    name: 'patience',
    sendRequest: (request, next) => {
      request.timeout = patienceMs;
      return next(request);
    },
  });
  return client;
}

function pipelineOf(client: ConnectorClient): Pipeline {
  const inner: { readonly client?: { readonly pipeline?: unknown } } = client as object;
  const pipeline = inner.client?.pipeline;
  return isPipeline(pipeline) ? pipeline : defect('the SDK’s client has no pipeline any more');
}

function isPipeline(value: unknown): value is Pipeline {
  return typeof value === 'object' && value !== null && 'removePolicy' in value && 'addPolicy' in value;
}
