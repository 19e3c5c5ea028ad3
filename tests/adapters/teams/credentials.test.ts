import { expect, test } from 'vitest';
import { inboundTrust, sdkAuthentication } from '../../../src/adapters/teams/credentials.ts';
import { botId, tenantId } from './gate-bench.ts';

const password = { kind: 'live', tenantId, secret: { kind: 'password', password: 'invented' } } as const;

test('in Teams the keys come from Microsoft, over https, and no setting says otherwise', () => {
  const trust = inboundTrust(password);
  expect(trust.issuer()).toBe('https://api.botframework.com');
  expect(trust.metadataUrl()).toBe('https://login.botframework.com/v1/.well-known/openidconfiguration');
  expect(trust.trust).toEqual({ kind: 'teams' });
  expect(trust.mayFetch('https://login.botframework.com/v1/.well-known/keys')).toBe(true);
  expect(trust.mayFetch('http://login.botframework.com/v1/.well-known/keys')).toBe(false);
  expect(trust.mayFetch('http://127.0.0.1:3978/local/.well-known/keys')).toBe(false);
});

test('on one machine keys are fetched from the local issuer only', () => {
  const origin = () => 'http://127.0.0.1:3978';
  const { mayFetch } = inboundTrust({
    kind: 'local',
    origin,
    issuer: () => `${origin()}/local/issuer`,
    openIdMetadataUrl: () => `${origin()}/local/.well-known/openid-configuration`,
    botToken: () => Promise.resolve(''),
  });
  expect(mayFetch('http://127.0.0.1:3978/local/.well-known/keys')).toBe(true);
  expect(mayFetch('http://127.0.0.1:3979/local/.well-known/keys')).toBe(false);
  expect(mayFetch('https://login.botframework.com/v1/.well-known/keys')).toBe(false);
});

test('the SDK is never without authentication, whichever way the bot signs in', async () => {
  const identity = { kind: 'live', tenantId, secret: { kind: 'managed-identity' } } as const;
  for (const credentials of [password, identity]) {
    const authentication = sdkAuthentication(botId, credentials);
    await expect(authentication.authenticateChannelRequest('')).rejects.toThrow(/not authorized/);
  }
});

test('a live bot without its secret does not start', () => {
  const empty = { ...password, secret: { kind: 'password', password: '' } } as const;
  expect(() => sdkAuthentication(botId, empty)).toThrow(/MicrosoftAppPassword is required/);
});
