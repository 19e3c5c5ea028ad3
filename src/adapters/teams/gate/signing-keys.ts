import { importJWK } from 'jose';
import { z } from 'zod';
import type { Log } from '../log.ts';
import { fetchJson } from './fetch-json.ts';

export type SigningKey = { readonly key: CryptoKey; readonly endorsements: readonly string[] };

export type SigningKeys = {
  /** Undefined: the issuer has no such key, or its keys cannot be had. */
  find(kid: string): Promise<SigningKey | undefined>;
};

export type SigningKeysOptions = {
  readonly metadataUrl: () => string;
  readonly issuer: () => string;
  /** Whether an address may be asked for keys. */
  readonly mayFetch: (url: string) => boolean;
  /** Milliseconds that only grow; by default the process's own. */
  readonly elapsedMs?: () => number;
  readonly log: Log;
};

const hour = 3_600_000;
/** Microsoft asks for a refresh at least once a day: begun at half, so that half a day of failures harms nothing. */
const refreshAfterMs = 12 * hour;
const dropAfterMs = 24 * hour;
const retryGapMs = 60_000;
const firstRetryGapMs = 2_000;

type Held = { readonly keys: ReadonlyMap<string, SigningKey>; readonly at: number };

export function createSigningKeys(options: SigningKeysOptions): SigningKeys {
  const elapsed = options.elapsedMs ?? (() => performance.now());
  let held: Held | undefined;
  let lastAttempt = Number.NEGATIVE_INFINITY;
  let underWay: Promise<void> | undefined;

  async function load(): Promise<void> {
    lastAttempt = elapsed();
    try {
      held = { keys: await fetchKeys(options), at: elapsed() };
    } catch (error) {
      options.log.error({ err: error }, 'the issuer’s signing keys could not be fetched');
    } finally {
      underWay = undefined;
    }
  }

  function refresh(gapMs: number): Promise<void> {
    if (underWay === undefined && elapsed() - lastAttempt >= gapMs) underWay = load();
    return underWay ?? Promise.resolve();
  }

  return {
    async find(kid) {
      if (held !== undefined && elapsed() - held.at >= dropAfterMs) held = undefined;
      if (held === undefined) await refresh(firstRetryGapMs);
      else if (!held.keys.has(kid)) await refresh(retryGapMs);
      else if (elapsed() - held.at >= refreshAfterMs) void refresh(retryGapMs);
      return held?.keys.get(kid);
    },
  };
}

const metadataSchema = z.looseObject({ issuer: z.string(), jwks_uri: z.string().max(2_048) });

const keySetSchema = z.looseObject({ keys: z.array(z.looseObject({ kty: z.string() })).max(200) });

const rsaKeySchema = z.looseObject({
  kty: z.literal('RSA'),
  kid: z.string().min(1).max(256),
  n: z.string(),
  e: z.string(),
  endorsements: z.array(z.string()).default([]),
});

async function fetchKeys(options: SigningKeysOptions): Promise<ReadonlyMap<string, SigningKey>> {
  const metadata = metadataSchema.parse(await fetchTrusted(options, options.metadataUrl()));
  if (metadata.issuer !== options.issuer()) throw new Error('The metadata name another issuer.');
  const { keys } = keySetSchema.parse(await fetchTrusted(options, metadata.jwks_uri));
  const imported = await Promise.all(keys.map(importKey));
  return new Map(imported.filter((entry) => entry !== undefined));
}

function fetchTrusted(options: SigningKeysOptions, url: string): Promise<unknown> {
  if (!options.mayFetch(url)) throw new Error('Keys are fetched over https only.');
  return fetchJson(url);
}

/** Keys of other kinds stand in the same set; they verify nothing here. */
async function importKey(jwk: unknown): Promise<readonly [string, SigningKey] | undefined> {
  const parsed = rsaKeySchema.safeParse(jwk);
  if (!parsed.success) return undefined;
  const { kid, n, e, endorsements } = parsed.data;
  const key = await importJWK({ kty: 'RSA', n, e, alg: 'RS256' });
  return key instanceof CryptoKey ? [kid, { key, endorsements }] : undefined;
}
