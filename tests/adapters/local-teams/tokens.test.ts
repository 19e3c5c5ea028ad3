import { generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bench, openBench, removeFolder } from './bench.ts';
import { botId, committee } from './invented-committee.ts';

let bench: Bench;

beforeAll(async () => {
  bench = await openBench();
  await bench.teams.start();
});

afterAll(async () => {
  await bench.close();
  removeFolder(bench);
});

describe('the issuer', () => {
  it('signs for the bot’s door with its own issuer, the bot as audience, the service address and one hour', () => {
    const [claims] = bench.bot.claims;
    expect(claims).toMatchObject({
      iss: `${bench.origin}/local/issuer`,
      aud: botId,
      serviceurl: `${bench.origin}/connector/`,
    });
    expect((claims?.exp ?? 0) - (claims?.nbf ?? 0)).toBe(3600);
  });

  it('publishes an RS256 key that is endorsed for Teams, and no private part', async () => {
    const { body } = await bench.get('/local/.well-known/keys');
    expect(body.keys).toHaveLength(1);
    expect(body.keys[0]).toMatchObject({ kty: 'RSA', alg: 'RS256', use: 'sig', endorsements: ['msteams'] });
    expect(Object.keys(body.keys[0])).not.toContain('d');
    expect(Buffer.from(body.keys[0].n, 'base64url')).toHaveLength(256);
  });
});

describe('the connector', () => {
  const path = `/connector/v3/conversations/${encodeURIComponent(committee.conversationId)}/members`;
  const status = async (authorization?: string) =>
    (await bench.get(path, authorization === undefined ? {} : { authorization })).status;

  it('lets the bot in with its token', async () => {
    expect(await status(`Bearer ${await bench.teams.botToken()}`)).toBe(200);
  });

  it('refuses with 401 what is missing, shapeless or cut', async () => {
    const token = await bench.teams.botToken();
    for (const header of [
      undefined,
      '',
      'Bearer',
      'Bearer x',
      `Basic ${token}`,
      `Bearer ${token.slice(0, -8)}`,
    ]) {
      expect(await status(header), String(header)).toBe(401);
    }
  });

  it('refuses a token signed by another key, with another audience, or without the bot’s app id', async () => {
    const foreign = (await generateKeyPair('RS256')).privateKey;
    const forged = await new SignJWT({ appid: botId })
      .setProtectedHeader({ alg: 'RS256' })
      .setIssuer(bench.teams.issuer.issuer)
      .setAudience(`${bench.origin}/connector/`)
      .setExpirationTime('1h')
      .sign(foreign);
    expect(await status(`Bearer ${forged}`)).toBe(401);
    const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${forged.split('.')[1]}.x`;
    expect(await status(`Bearer ${unsigned}`)).toBe(401);
  });

  it('refuses the token it showed at the bot’s door: it has another audience', async () => {
    const seen = bench.bot.authorizations[0] ?? '';
    expect(seen).toMatch(/^Bearer /);
    expect(await status(seen)).toBe(401);
  });
});
