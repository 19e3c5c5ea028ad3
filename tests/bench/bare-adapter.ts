import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { Application } from '@microsoft/teams-ai/lib/Application.js';
import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { startTokenIssuer, type TokenIssuer } from '../support/token-issuer.ts';

export type BareAdapter = {
  /** Where activities are posted. */
  readonly url: string;
  /** What `activity.serviceUrl` must be. */
  readonly serviceUrl: string;
  readonly appId: string;
  issueToken(): Promise<string>;
  close(): Promise<void>;
};

/**
 * The measure for our own door: botbuilder's adapter and teams-ai as their documents show them, over plain node:http,
 * with the SDK's own token check, answering Action.Execute of any verb with one small card. No store, no rules.
 */
export async function startBareAdapter(appId: string): Promise<BareAdapter> {
  const app = new Application({ startTypingTimer: false });
  app.adaptiveCards.actionExecute(/.*/, () =>
    Promise.resolve({ type: 'AdaptiveCard', version: '1.5', body: [] }),
  );
  let adapter: CloudAdapter | undefined;
  const server = createServer((request, response) => {
    if (adapter !== undefined) void host(adapter, app, request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = originOf(server);
  const serviceUrl = `${origin}/connector/`;
  const issuer = await startTokenIssuer(appId, () => serviceUrl);
  adapter = new CloudAdapter(authentication(appId, issuer));
  return {
    url: `${origin}/api/messages`,
    serviceUrl,
    appId,
    issueToken: () => issuer.sign(),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await issuer.close();
    },
  };
}

function authentication(appId: string, issuer: TokenIssuer): ConfigurationBotFrameworkAuthentication {
  const settings = {
    MicrosoftAppId: appId,
    ValidateAuthority: false,
    ToChannelFromBotLoginUrl: issuer.issuer,
    ToChannelFromBotOAuthScope: issuer.origin,
    ToBotFromChannelTokenIssuer: issuer.issuer,
    OAuthUrl: issuer.origin,
    ToBotFromChannelOpenIdMetadataUrl: issuer.openIdMetadataUrl,
    ToBotFromEmulatorOpenIdMetadataUrl: issuer.openIdMetadataUrl,
    CallerId: issuer.issuer,
  };
  return new ConfigurationBotFrameworkAuthentication(settings, {
    isValidAppId: (id) => Promise.resolve(id === appId),
    isAuthenticationDisabled: () => Promise.resolve(false),
    createCredentials: () => Promise.resolve({ signRequest: (request) => Promise.resolve(request) }),
  });
}

/** The shape that botbuilder expects of Express or Restify. */
async function host(
  adapter: CloudAdapter,
  app: Application,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const parts: Buffer[] = [];
  for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
  const body = JSON.parse(Buffer.concat(parts).toString('utf8'));
  const answer = {
    socket: response.socket,
    header: (name: string, value: string) => response.setHeader(name, value),
    status: (code: number) => {
      response.statusCode = code;
    },
    send: (content: unknown) => response.write(JSON.stringify(content)),
    end: () => response.end(),
  };
  const asked = { body, headers: request.headers, method: 'POST' };
  await adapter.process(asked, answer, async (context) => void (await app.run(context)));
}

function originOf(server: Server): string {
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The server does not listen.');
  return `http://127.0.0.1:${address.port}`;
}
