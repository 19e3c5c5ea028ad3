import { X509Certificate } from 'node:crypto';
import {
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
} from 'botbuilder';
import type { ServiceTrust } from './gate/service-url.ts';

/** The embedded Teams page of one machine: it signs what it sends and gives out the bot's own token. */
export type LocalCredentials = {
  readonly kind: 'local';
  /** Known once the server listens. */
  readonly origin: () => string;
  readonly issuer: () => string;
  readonly openIdMetadataUrl: () => string;
  /** For the bot's calls to the connector. */
  readonly botToken: () => Promise<string>;
};

/** Teams itself: a single-tenant bot or a managed identity. */
export type LiveCredentials = {
  readonly kind: 'live';
  readonly tenantId: string;
  readonly secret:
    | { readonly kind: 'password'; readonly password: string }
    /** One PEM text with certificate and private key. */
    | { readonly kind: 'certificate'; readonly pem: string }
    | { readonly kind: 'managed-identity' };
};

export type Credentials = LocalCredentials | LiveCredentials;

const liveIssuer = 'https://api.botframework.com';
const liveMetadata = 'https://login.botframework.com/v1/.well-known/openidconfiguration';

export type InboundTrust = {
  readonly issuer: () => string;
  readonly metadataUrl: () => string;
  readonly mayFetch: (url: string) => boolean;
  readonly trust: ServiceTrust;
};

export function inboundTrust(credentials: Credentials): InboundTrust {
  if (credentials.kind === 'live') {
    return {
      issuer: () => liveIssuer,
      metadataUrl: () => liveMetadata,
      mayFetch: (url) => URL.parse(url)?.protocol === 'https:',
      trust: { kind: 'teams' },
    };
  }
  const { origin, issuer, openIdMetadataUrl } = credentials;
  const own = (url: string) => URL.parse(url)?.origin === URL.parse(openIdMetadataUrl())?.origin;
  return { issuer, metadataUrl: openIdMetadataUrl, mayFetch: own, trust: { kind: 'local', origin } };
}

/** The SDK's side of the credentials, for what the bot sends. */
export function sdkAuthentication(
  appId: string,
  credentials: Credentials,
): ConfigurationBotFrameworkAuthentication {
  if (credentials.kind === 'local') return localAuthentication(appId, credentials);
  const app = { MicrosoftAppId: appId, MicrosoftAppTenantId: credentials.tenantId };
  const factory = new ConfigurationServiceClientCredentialFactory({ ...app, ...secretSettings(credentials) });
  return new ConfigurationBotFrameworkAuthentication(app, factory);
}

function secretSettings({ secret }: LiveCredentials): Record<string, string> {
  if (secret.kind === 'managed-identity') return { MicrosoftAppType: 'UserAssignedMsi' };
  if (secret.kind === 'password') {
    return { MicrosoftAppType: 'SingleTenant', MicrosoftAppPassword: secret.password };
  }
  const thumbprint = new X509Certificate(secret.pem).fingerprint.replaceAll(':', '');
  return {
    MicrosoftAppType: 'SingleTenant',
    CertificateThumbprint: thumbprint,
    CertificatePrivateKey: secret.pem,
  };
}

/** Every address is the local issuer's: one left out would be Microsoft's, and the demo would call the internet. */
function localAuthentication(
  appId: string,
  local: LocalCredentials,
): ConfigurationBotFrameworkAuthentication {
  const settings = {
    MicrosoftAppId: appId,
    ValidateAuthority: false,
    ToChannelFromBotLoginUrl: local.issuer(),
    ToChannelFromBotOAuthScope: `${local.origin()}/connector/`,
    ToBotFromChannelTokenIssuer: local.issuer(),
    OAuthUrl: local.origin(),
    ToBotFromChannelOpenIdMetadataUrl: local.openIdMetadataUrl(),
    ToBotFromEmulatorOpenIdMetadataUrl: local.openIdMetadataUrl(),
    CallerId: local.issuer(),
  };
  return new ConfigurationBotFrameworkAuthentication(settings, {
    isValidAppId: (id) => Promise.resolve(id === appId),
    isAuthenticationDisabled: () => Promise.resolve(false),
    createCredentials: () => Promise.resolve({ signRequest: (request) => signed(request, local) }),
  });
}

async function signed<R extends { headers: { set(name: string, value: string): void } }>(
  request: R,
  local: LocalCredentials,
): Promise<R> {
  request.headers.set('authorization', `Bearer ${await local.botToken()}`);
  return request;
}
