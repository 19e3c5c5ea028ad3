import { createServer, type ServerResponse } from 'node:http';
import {
  exportJWK,
  exportPKCS8,
  generateKeyPair,
  type JWK,
  type JWTHeaderParameters,
  type JWTPayload,
  SignJWT,
} from 'jose';

/** Claims and header replace the good ones; undefined leaves one out. */
export type TokenWish = {
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly header?: Partial<JWTHeaderParameters>;
};

/** How the issuer behaves when it is asked for its keys. */
export type IssuerMood = 'sound' | 'down' | 'huge' | 'garbled' | 'other-issuer' | 'redirecting';

export type TokenIssuer = {
  readonly origin: string;
  readonly issuer: string;
  readonly openIdMetadataUrl: string;
  /** A token for the bot's door, good for an hour unless wished otherwise. */
  sign(wish?: TokenWish): Promise<string>;
  /** The key that signs now, for forging with it. */
  currentKey(): SigningKey;
  /** A new key signs from now on. `keepOld`: the old one stays published. */
  rotate(options?: { readonly keepOld?: boolean; readonly endorsements?: readonly string[] }): Promise<void>;
  setMood(mood: IssuerMood): void;
  /** How often the metadata were asked for. */
  fetches(): number;
  close(): Promise<void>;
};

export type SigningKey = {
  readonly kid: string;
  readonly jwk: JWK;
  readonly privateKey: CryptoKey;
  readonly privatePem: string;
};

/** An issuer of its own on loopback: RSA key, key set with endorsements, tokens as Teams' caller shows them. */
export async function startTokenIssuer(audience: string, serviceUrl: () => string): Promise<TokenIssuer> {
  let keys: readonly SigningKey[] = [await makeKey('key-1', ['msteams'])];
  let mood: IssuerMood = 'sound';
  let fetches = 0;
  const server = createServer((request, response) => {
    if (request.url === '/metadata') fetches += 1;
    answer(response, request.url ?? '', { mood, keys, origin: originOf(server) });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = originOf(server);
  const current = () => keys[0] ?? fail();
  return {
    origin,
    issuer: `${origin}/issuer`,
    openIdMetadataUrl: `${origin}/metadata`,
    currentKey: current,
    sign: (wish = {}) =>
      sign(current(), wish, { iss: `${origin}/issuer`, aud: audience, serviceurl: serviceUrl() }),
    rotate: async ({ keepOld = false, endorsements = ['msteams'] } = {}) => {
      const fresh = await makeKey(`key-${keys.length + 1}-${current().kid}`, endorsements);
      keys = keepOld ? [fresh, ...keys] : [fresh];
    },
    setMood: (next) => {
      mood = next;
    },
    fetches: () => fetches,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

async function makeKey(kid: string, endorsements: readonly string[]): Promise<SigningKey> {
  const pair = await generateKeyPair('RS256', { modulusLength: 2_048, extractable: true });
  const jwk = { ...(await exportJWK(pair.publicKey)), kid, use: 'sig', endorsements };
  return { kid, jwk, privateKey: pair.privateKey, privatePem: await exportPKCS8(pair.privateKey) };
}

function sign(key: SigningKey, wish: TokenWish, good: JWTPayload): Promise<string> {
  const now = Math.floor(Temporal.Now.instant().epochMilliseconds / 1_000);
  const claims = { ...good, nbf: now - 10, exp: now + 3_600, ...wish.claims };
  const header = { alg: 'RS256', typ: 'JWT', kid: key.kid, ...wish.header };
  return new SignJWT(claims).setProtectedHeader(header).sign(key.privateKey);
}

type Published = { readonly mood: IssuerMood; readonly keys: readonly SigningKey[]; readonly origin: string };

function answer(response: ServerResponse, path: string, { mood, keys, origin }: Published): void {
  if (mood === 'down') return void response.writeHead(503).end();
  if (mood === 'garbled') return void response.end('{"issuer":');
  if (mood === 'redirecting') return void response.writeHead(302, { location: '/elsewhere' }).end();
  if (mood === 'huge') return void response.end(JSON.stringify({ filler: 'x'.repeat(2_000_000) }));
  const issuer = mood === 'other-issuer' ? 'https://other.example' : `${origin}/issuer`;
  const metadata = { issuer, jwks_uri: `${origin}/keys`, id_token_signing_alg_values_supported: ['RS256'] };
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(path === '/keys' ? { keys: keys.map((key) => key.jwk) } : metadata));
}

function originOf(server: ReturnType<typeof createServer>): string {
  const address = server.address();
  return typeof address === 'object' && address !== null ? `http://127.0.0.1:${address.port}` : fail();
}

function fail(): never {
  throw new Error('The issuer is not running.');
}
