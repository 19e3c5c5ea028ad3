import { type JWTHeaderParameters, type JWTPayload, jwtVerify } from 'jose';
import type { SigningKeys } from './signing-keys.ts';

export type TokenSettings = {
  /** The bot's app id. */
  readonly audience: string;
  readonly issuer: () => string;
  readonly keys: SigningKeys;
};

const shape = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/;
const longest = 8_192;
const skewSeconds = 300;
const channel = 'msteams';

/**
 * The service URL that a sound token names; undefined for every other header. Validity runs by the machine's clock:
 * the issuer knows no other, also where a demo's clock has been moved.
 */
export async function serviceUrlOfToken(
  authorization: readonly string[] | undefined,
  settings: TokenSettings,
): Promise<string | undefined> {
  const token = bearerToken(authorization);
  if (token === undefined) return undefined;
  try {
    const { payload } = await jwtVerify(token, (header) => endorsedKey(header, settings.keys), {
      algorithms: ['RS256'],
      issuer: settings.issuer(),
      audience: settings.audience,
      clockTolerance: skewSeconds,
      requiredClaims: ['exp'],
    });
    return serviceUrlClaim(payload, settings.audience);
  } catch {
    return undefined; // forged, expired, foreign: one answer for all
  }
}

/** Two headers are none: which of them another party looked at cannot be known. */
function bearerToken(authorization: readonly string[] | undefined): string | undefined {
  const [header, ...more] = authorization ?? [];
  if (header === undefined || more.length > 0 || header.length > longest) return undefined;
  return shape.exec(header)?.[1];
}

async function endorsedKey(header: JWTHeaderParameters, keys: SigningKeys): Promise<CryptoKey> {
  const found = typeof header.kid === 'string' ? await keys.find(header.kid) : undefined;
  if (!found?.endorsements.includes(channel)) throw new Error('No key endorsed for Teams.');
  return found.key;
}

function serviceUrlClaim(payload: JWTPayload, audience: string): string | undefined {
  const claim = payload['serviceurl'];
  return payload.aud === audience && typeof claim === 'string' && claim !== '' ? claim : undefined;
}
