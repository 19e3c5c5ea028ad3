import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK, jwtVerify, SignJWT } from 'jose';

export type TokenIssuer = {
  readonly issuer: () => string;
  readonly serviceUrl: () => string;
  readonly openIdMetadataUrl: () => string;
  /** What Teams' own caller shows at the bot's door. */
  tokenForBotDoor(): Promise<string>;
  /** What the bot shows at the connector. */
  botToken(): Promise<string>;
  isBotToken(authorization: string | undefined): Promise<boolean>;
  openIdMetadata(): Readonly<Record<string, unknown>>;
  jwks(): Promise<{ readonly keys: readonly PublicKey[] }>;
};

/** `endorsements`: the channels a key speaks for; a field of the Bot Framework's, unknown to JOSE. */
type PublicKey = JWK & { readonly endorsements: readonly string[] };

type SigningKey = {
  readonly privateKey: CryptoKey;
  readonly publicKey: CryptoKey;
  readonly kid: string;
  readonly jwk: PublicKey;
};

/**
 * The stand-in's own issuer. The key is made at start and never stored: a token of yesterday opens nothing today.
 * The two directions have different audiences, so that a token taken at one door is worthless at the other.
 * Validity runs by the machine's clock, not by the demo's: the SDK at the bot's door knows only that one.
 */
export function createTokenIssuer(origin: () => string, botId: string): TokenIssuer {
  const key = makeKey();
  key.catch(() => undefined); // whoever awaits it meets the failure; until then it must not end the process
  const issuer = () => `${origin()}/local/issuer`;
  const serviceUrl = () => `${origin()}/connector/`;
  const metadata = `/local/.well-known/openid-configuration`;
  return {
    issuer,
    serviceUrl,
    openIdMetadataUrl: () => `${origin()}${metadata}`,
    tokenForBotDoor: async () => sign(await key, issuer(), botId, { serviceurl: serviceUrl() }),
    botToken: async () => sign(await key, issuer(), serviceUrl(), { appid: botId }),
    isBotToken: async (authorization) =>
      isBotToken(await key, bearer(authorization), { issuer: issuer(), audience: serviceUrl(), botId }),
    openIdMetadata: () => ({
      issuer: issuer(),
      jwks_uri: `${origin()}/local/.well-known/keys`,
      id_token_signing_alg_values_supported: ['RS256'],
      token_endpoint_auth_methods_supported: ['private_key_jwt'],
    }),
    jwks: async () => ({ keys: [(await key).jwk] }),
  };
}

async function makeKey(): Promise<SigningKey> {
  const pair = await generateKeyPair('RS256', { modulusLength: 2048 });
  const bare = await exportJWK(pair.publicKey);
  const kid = await calculateJwkThumbprint(bare);
  return { ...pair, kid, jwk: { ...bare, kid, use: 'sig', alg: 'RS256', endorsements: ['msteams'] } };
}

function sign(key: SigningKey, issuer: string, audience: string, claims: Readonly<Record<string, string>>) {
  return new SignJWT({ ...claims })
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: key.kid })
    .setIssuer(issuer)
    .setAudience(audience)
    .setIssuedAt()
    .setNotBefore('0s')
    .setExpirationTime('1h')
    .sign(key.privateKey);
}

function bearer(authorization: string | undefined): string | undefined {
  return /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization ?? '')?.[1];
}

async function isBotToken(
  key: SigningKey,
  token: string | undefined,
  wanted: { readonly issuer: string; readonly audience: string; readonly botId: string },
): Promise<boolean> {
  if (token === undefined) return false;
  try {
    const { issuer, audience } = wanted;
    const checked = await jwtVerify(token, key.publicKey, { issuer, audience, algorithms: ['RS256'] });
    return checked.payload['appid'] === wanted.botId;
  } catch {
    return false; // forged, expired, foreign: one answer for all
  }
}
