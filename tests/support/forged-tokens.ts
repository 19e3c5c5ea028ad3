import { createHmac, createSign } from 'node:crypto';
import { exportJWK, exportSPKI, generateKeyPair, importJWK, SignJWT, UnsecuredJWT } from 'jose';
import type { SigningKey } from './token-issuer.ts';

export type Claims = Readonly<Record<string, unknown>>;

/** Tokens that an attacker can make who knows all that is public: the claims, the key's name, the public key. */
export const forgeries: Readonly<
  Record<string, (key: SigningKey, claims: Claims, sound: string) => string | Promise<string>>
> = {
  'signed HS256 with the public key as PEM': async (key, claims) => hmac(key, claims, await publicPem(key)),
  'signed HS256 with the public key as JSON': (key, claims) => hmac(key, claims, JSON.stringify(key.jwk)),
  'signed HS256 with an empty secret': (key, claims) => hmac(key, claims, ''),
  'of algorithm none': (_key, claims) => new UnsecuredJWT({ ...claims }).encode(),
  'of algorithm none with the key named': (key, claims) => join({ alg: 'none', kid: key.kid }, claims, ''),
  'of algorithm NoNe with a signature': (key, claims) => join({ alg: 'NoNe', kid: key.kid }, claims, 'AAAA'),
  'of no algorithm': (key, claims) => join({ kid: key.kid }, claims, 'AAAA'),
  'signed ES256 by another key': (key, claims) => signedByAnother('ES256', key, claims),
  'signed PS256 by another key': (key, claims) => signedByAnother('PS256', key, claims),
  'signed RS256 by another key under the known name': (key, claims) => signedByAnother('RS256', key, claims),
  'signed RS512 with the right key': (key, claims) => signedSha('RSA-SHA512', 'RS512', key, claims),
  'that says RS256 and is signed with SHA-1': (key, claims) => signedSha('RSA-SHA1', 'RS256', key, claims),
  'that brings its own key': bringsOwnKey,
  'whose claims were changed': (_key, claims, sound) =>
    [part(sound, 0), encoded({ ...claims, exp: 4_000_000_000 }), part(sound, 2)].join('.'),
  'whose header was changed': (key, _claims, sound) =>
    [encoded({ alg: 'RS256', typ: 'jwt', kid: key.kid }), part(sound, 1), part(sound, 2)].join('.'),
  'whose signature was changed': (_key, _claims, sound) =>
    `${sound.slice(0, -10)}${sound.at(-10) === 'A' ? 'B' : 'A'}${sound.slice(-9)}`,
  'without a signature': (_key, _claims, sound) => `${part(sound, 0)}.${part(sound, 1)}.`,
  'inside another token': (key, _claims, sound) =>
    [
      encoded({ alg: 'RS256', kid: key.kid, cty: 'JWT' }),
      Buffer.from(sound).toString('base64url'),
      part(sound, 2),
    ].join('.'),
  'in five parts': (_key, _claims, sound) => `${sound}.AAAA.AAAA`,
  'in two parts': (_key, _claims, sound) => `${part(sound, 0)}.${part(sound, 1)}`,
};

function part(token: string, index: number): string {
  return token.split('.')[index] ?? '';
}

function encoded(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function join(header: unknown, claims: Claims, signature: string): string {
  return `${encoded(header)}.${encoded(claims)}.${signature}`;
}

async function publicPem(key: SigningKey): Promise<string> {
  const imported = await importJWK({ ...key.jwk, ext: true }, 'RS256');
  if (!(imported instanceof CryptoKey)) throw new Error('The key is no RSA key.');
  return exportSPKI(imported);
}

function hmac(key: SigningKey, claims: Claims, secret: string): string {
  const unsigned = `${encoded({ alg: 'HS256', typ: 'JWT', kid: key.kid })}.${encoded(claims)}`;
  return `${unsigned}.${createHmac('sha256', secret).update(unsigned).digest('base64url')}`;
}

async function signedByAnother(alg: string, key: SigningKey, claims: Claims): Promise<string> {
  const { privateKey } = await generateKeyPair(alg);
  return new SignJWT({ ...claims }).setProtectedHeader({ alg, kid: key.kid }).sign(privateKey);
}

function signedSha(algorithm: string, alg: string, key: SigningKey, claims: Claims): string {
  const unsigned = `${encoded({ alg, typ: 'JWT', kid: key.kid })}.${encoded(claims)}`;
  return `${unsigned}.${createSign(algorithm).update(unsigned).sign(key.privatePem, 'base64url')}`;
}

async function bringsOwnKey(key: SigningKey, claims: Claims): Promise<string> {
  const own = await generateKeyPair('RS256', { extractable: true });
  const jwk = await exportJWK(own.publicKey);
  return new SignJWT({ ...claims })
    .setProtectedHeader({ alg: 'RS256', kid: key.kid, jwk })
    .sign(own.privateKey);
}
