import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { isTrustedServiceUrl } from '../../../src/adapters/teams/gate/service-url.ts';
import { createSigningKeys } from '../../../src/adapters/teams/gate/signing-keys.ts';
import { startTokenIssuer, type TokenIssuer } from '../../support/token-issuer.ts';
import { useGateBench } from './gate-bench.ts';

const hour = 3_600_000;

describe('keys', () => {
  let issuer: TokenIssuer;
  let now = 0;
  const failures: unknown[] = [];
  const keysOf = (mayFetch: (url: string) => boolean = () => true) =>
    createSigningKeys({
      metadataUrl: () => issuer.openIdMetadataUrl,
      issuer: () => issuer.issuer,
      mayFetch,
      elapsedMs: () => now,
      log: { debug: () => undefined, warn: () => undefined, error: (fields) => failures.push(fields) },
    });
  beforeAll(async () => {
    issuer = await startTokenIssuer('bot', () => 'https://x.example/');
  });
  afterAll(() => issuer.close());
  beforeEach(() => {
    issuer.setMood('sound');
    now = 0;
    failures.length = 0;
  });

  test('are fetched once for many questions at the same time', async () => {
    const keys = keysOf();
    const before = issuer.fetches();
    const kid = issuer.currentKey().kid;
    const found = await Promise.all(Array.from({ length: 20 }, () => keys.find(kid)));
    expect(found.every((key) => key?.endorsements[0] === 'msteams')).toBe(true);
    expect(issuer.fetches() - before).toBe(1);
  });

  test('are asked for again on an unknown name, once a minute at most', async () => {
    const keys = keysOf();
    await keys.find(issuer.currentKey().kid);
    const before = issuer.fetches();
    now += 59_000;
    for (let i = 0; i < 10; i += 1) await keys.find(`unknown-${i}`);
    expect(issuer.fetches() - before).toBe(0);
    now += 1_000;
    for (let i = 0; i < 10; i += 1) await keys.find(`unknown-${i}`);
    expect(issuer.fetches() - before).toBe(1);
  });

  test('that were rotated away are dropped with the next fetch', async () => {
    const keys = keysOf();
    const old = issuer.currentKey().kid;
    await keys.find(old);
    await issuer.rotate();
    now += 60_000;
    expect(await keys.find(issuer.currentKey().kid)).toBeDefined();
    expect(await keys.find(old)).toBeUndefined();
  });

  test('are used while the issuer is down, for a day and no longer', async () => {
    const keys = keysOf();
    const kid = issuer.currentKey().kid;
    await keys.find(kid);
    issuer.setMood('down');
    now = 23 * hour;
    expect(await keys.find(kid)).toBeDefined();
    now = 24 * hour;
    expect(await keys.find(kid)).toBeUndefined();
    expect(failures.length).toBeGreaterThan(0);
    issuer.setMood('sound');
    now += 2_000;
    expect(await keys.find(kid)).toBeDefined();
  });

  test.each(['down', 'huge', 'garbled', 'other-issuer', 'redirecting'] as const)(
    'of an issuer that is %s are none',
    async (mood) => {
      issuer.setMood(mood);
      expect(await keysOf().find(issuer.currentKey().kid)).toBeUndefined();
      expect(failures).toHaveLength(1);
    },
  );

  test('are fetched from no address that is not allowed', async () => {
    const before = issuer.fetches();
    expect(await keysOf((url) => url.startsWith('https:')).find(issuer.currentKey().kid)).toBeUndefined();
    expect(issuer.fetches() - before).toBe(0);
  });
});

describe('at the door', () => {
  const bench = useGateBench();
  const status = async () => {
    const authorization = `Bearer ${await bench.issuer().sign()}`;
    return (await bench.post({ authorization }, bench.activity())).status;
  };

  test('a rotated key is known within a minute, and the old key is worthless then', async () => {
    const old = await bench.issuer().sign();
    expect(await status()).toBe(200);
    await bench.issuer().rotate();
    bench.pass(60_000);
    expect(await status()).toBe(200);
    expect((await bench.post({ authorization: `Bearer ${old}` }, bench.activity())).status).toBe(401);
  });

  test.each([[['webchat']], [[]]])('a key endorsed for %j signs nothing for Teams', async (endorsements) => {
    await bench.issuer().rotate({ endorsements });
    bench.pass(60_000);
    bench.inside.length = 0;
    expect(await status()).toBe(401);
    expect(bench.inside).toEqual([]);
  });
});

describe('a service URL', () => {
  const teams = { kind: 'teams' } as const;
  test.each([
    'https://smba.trafficmanager.net/emea/5a1c7a2e-0000-4000-8000-000000005c01/',
    'https://smba.infra.gcc.teams.microsoft.com/teams/',
  ])('of Teams is believed: %s', (url) => {
    expect(isTrustedServiceUrl(url, teams)).toBe(true);
  });

  test.each([
    'http://smba.trafficmanager.net/emea/',
    'https://smba.trafficmanager.net.evil.example/',
    'https://evil.trafficmanager.net/',
    'https://smba.trafficmanager.net:8443/',
    'https://smba.trafficmanager.net@evil.example/',
    'https://user:pw@smba.trafficmanager.net/',
    'http://127.0.0.1:3978/connector/',
    'file:///etc/passwd',
    'no url',
  ])('of anybody else is not: %s', (url) => {
    expect(isTrustedServiceUrl(url, teams)).toBe(false);
  });

  test('on one machine is the own origin only', () => {
    const local = { kind: 'local', origin: () => 'http://127.0.0.1:3978' } as const;
    expect(isTrustedServiceUrl('http://127.0.0.1:3978/connector/', local)).toBe(true);
    expect(isTrustedServiceUrl('http://127.0.0.1:3979/connector/', local)).toBe(false);
    expect(isTrustedServiceUrl('https://smba.trafficmanager.net/emea/', local)).toBe(false);
  });
});
