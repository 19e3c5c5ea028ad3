import { beforeEach, describe, expect, test } from 'vitest';
import { forgeries } from '../../support/forged-tokens.ts';
import { botId, type GateBench, received, tenantId, useGateBench } from './gate-bench.ts';

const bench = useGateBench();

beforeEach(() => {
  bench.inside.length = 0;
});

type Wish = NonNullable<Parameters<ReturnType<GateBench['issuer']>['sign']>[0]>;
const bearer = async (wish?: Wish) => `Bearer ${await bench.issuer().sign(wish)}`;
const seconds = (fromNow: number) => Math.floor(Temporal.Now.instant().epochMilliseconds / 1_000) + fromNow;

test('a signed click of a known tenant is admitted with what the bot needs', async () => {
  const answer = await bench.post({ authorization: await bearer() }, bench.activity());
  expect(answer).toEqual({ status: 200, body: '' });
  expect(bench.inside[0]).toMatchObject({
    type: 'invoke',
    id: 'f:1',
    name: 'adaptiveCard/action',
    from: { id: '29:1anna', aadObjectId: 'aa000000-0000-4000-8000-000000000001' },
    conversation: { id: 'a:personal-anna', scope: 'personal' },
    tenantId,
    serviceUrl: bench.serviceUrl(),
    receivedAt: received,
    timestamp: Temporal.Instant.from('2023-12-08T10:59:59.123Z'),
  });
});

describe('a token is refused with 401 and an empty body', () => {
  const claims: Readonly<Record<string, () => Readonly<Record<string, unknown>>>> = {
    'that expired six minutes ago': () => ({ exp: seconds(-360) }),
    'that never expires': () => ({ exp: undefined }),
    'that expires at no number': () => ({ exp: 'tomorrow' }),
    'that is valid in six minutes only': () => ({ nbf: seconds(360) }),
    'for another bot': () => ({ aud: '00000000-0000-4000-8000-000000000000' }),
    'for this bot and another': () => ({ aud: [botId, 'other'] }),
    'for the bot in other letters': () => ({ aud: botId.toUpperCase() }),
    'for nobody': () => ({ aud: undefined }),
    'of another issuer': () => ({ iss: 'https://sts.windows.net/other/' }),
    'of an issuer that begins alike': () => ({ iss: `${bench.issuer().issuer}/more` }),
    'of no issuer': () => ({ iss: undefined }),
    'without a service URL': () => ({ serviceurl: undefined }),
    'with an empty service URL': () => ({ serviceurl: '' }),
    'with a service URL that is no text': () => ({ serviceurl: [bench.serviceUrl()] }),
    'with the service URL under another name': () => ({
      serviceurl: undefined,
      serviceUrl: bench.serviceUrl(),
    }),
  };
  test.each(Object.entries(claims))('%s', async (_name, wish) => {
    await refused(401, await bearer({ claims: wish() }));
  });

  const headers: Readonly<Record<string, Wish['header']>> = {
    'signed by a key nobody knows': { kid: 'other' },
    'that names the key by an empty name': { kid: '' },
    'that names a key by a path': { kid: '../../etc/passwd' },
    'with a critical extension nobody knows': { crit: ['exp-2'], 'exp-2': true },
  };
  test.each(Object.entries(headers))('%s', async (_name, header) => {
    await refused(401, await bearer({ header: header ?? {} }).catch(() => 'Bearer a.b.c'));
  });

  test.each(Object.entries(forgeries))('%s', async (_name, forge) => {
    const forged = await forge(bench.issuer().currentKey(), good(), await bench.issuer().sign());
    await refused(401, `Bearer ${forged}`);
  });

  const shapes: Readonly<Record<string, (token: string) => string>> = {
    'behind another scheme': (token) => `Basic ${token}`,
    'behind the scheme in small letters': (token) => `bearer ${token}`,
    'without a scheme': (token) => token,
    'behind two spaces': (token) => `Bearer  ${token}`,
    'behind a tab': (token) => `Bearer\t${token}`,
    'with something after it': (token) => `Bearer ${token} x`,
    'twice in one header': (token) => `Bearer ${token}, Bearer ${token}`,
    'in quotation marks': (token) => `Bearer "${token}"`,
    'of padded base64': (token) => `Bearer ${token}==`,
    'of nothing': () => 'Bearer ',
    'that is an empty header': () => '',
    'of 9,000 characters': (token) => `Bearer ${token}${'A'.repeat(9_000)}`,
  };
  test.each(Object.entries(shapes))('%s', async (_name, shape) => {
    await refused(401, shape(await bench.issuer().sign()));
  });

  test('in two headers, although both are good', async () => {
    const good = await bearer();
    expect(await bench.post({ authorization: [good, good] }, bench.activity())).toEqual({
      status: 401,
      body: '',
    });
    expect(bench.inside).toEqual([]);
  });

  test('in the address, in a cookie, or not at all', async () => {
    const token = await bench.issuer().sign();
    const body = Buffer.from(JSON.stringify(bench.activity()));
    const inAddress = await bench.send('POST', `/api/messages?access_token=${token}`, {}, body);
    const inCookie = await bench.send(
      'POST',
      '/api/messages',
      { cookie: `authorization=Bearer ${token}` },
      body,
    );
    const proxied = await bench.send('POST', '/api/messages', { 'x-ms-token-aad-id-token': token }, body);
    expect([inAddress, inCookie, proxied].map(({ status }) => status)).toEqual([401, 401, 401]);
    expect(bench.inside).toEqual([]);
  });
});

test('five minutes of a clock that runs wrong are forgiven', async () => {
  const late = await bench.post(
    { authorization: await bearer({ claims: { exp: seconds(-290) } }) },
    bench.activity(),
  );
  const early = await bench.post(
    { authorization: await bearer({ claims: { nbf: seconds(290) } }) },
    bench.activity(),
  );
  expect([late.status, early.status]).toEqual([200, 200]);
});

async function refused(status: number, authorization: string): Promise<void> {
  const answer = await bench.post({ authorization }, bench.activity());
  expect(answer).toEqual({ status, body: '' });
  expect(bench.inside).toEqual([]);
}

function good(): Record<string, unknown> {
  return {
    iss: bench.issuer().issuer,
    aud: botId,
    serviceurl: bench.serviceUrl(),
    exp: seconds(600),
    nbf: seconds(-5),
  };
}
