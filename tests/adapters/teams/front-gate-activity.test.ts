import { connect } from 'node:net';
import { beforeEach, describe, expect, test } from 'vitest';
import { tenantId, useGateBench } from './gate-bench.ts';

const bench = useGateBench();

beforeEach(() => {
  bench.inside.length = 0;
});

const bearer = async () => ({ authorization: `Bearer ${await bench.issuer().sign()}` });

async function refused(status: number, body: Buffer): Promise<void> {
  const answer = await bench.send('POST', '/api/messages', await bearer(), body);
  expect(answer).toEqual({ status, body: '' });
  expect(bench.inside).toEqual([]);
}

describe('an activity that may not come in is refused with 403 and an empty body', () => {
  const conversation = { id: 'a:1', conversationType: 'personal' };
  const other = '00000000-0000-4000-8000-00000000feed';
  const wishes: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
    'from another channel': { channelId: 'webchat' },
    'from the emulator': { channelId: 'emulator' },
    'from Teams in other letters': { channelId: 'MSTEAMS' },
    'with another service URL than its token': { serviceUrl: 'http://127.0.0.1:1/connector/' },
    'with the service URL and something after it': { serviceUrl: 'http://evil.example/' },
    'of another tenant': {
      conversation: { ...conversation, tenantId: other },
      channelData: { tenant: { id: other } },
    },
    'whose two tenants differ': { conversation: { ...conversation, tenantId: other } },
    'whose second tenant is another': { channelData: { tenant: { id: other } } },
    'without a tenant in its conversation': { conversation },
    'without a tenant in its channel data': { channelData: {} },
    'without channel data': { channelData: undefined },
    'with an empty tenant in both places': {
      conversation: { ...conversation, tenantId: '' },
      channelData: { tenant: { id: '' } },
    },
    'with null as tenant in both places': {
      conversation: { ...conversation, tenantId: null },
      channelData: { tenant: { id: null } },
    },
  };
  test.each(Object.entries(wishes))('%s', async (_name, wish) => {
    await refused(403, Buffer.from(JSON.stringify(bench.activity(wish))));
  });

  test('whose token and body agree on a service URL outside Teams', async () => {
    const serviceUrl = 'http://evil.example/connector/';
    const token = await bench.issuer().sign({ claims: { serviceurl: serviceUrl } });
    const answer = await bench.post({ authorization: `Bearer ${token}` }, bench.activity({ serviceUrl }));
    expect(answer).toEqual({ status: 403, body: '' });
    expect(bench.inside).toEqual([]);
  });
});

test('a tenant id is the same in large letters', async () => {
  const large = tenantId.toUpperCase();
  const conversation = { id: 'a:1', conversationType: 'personal', tenantId: large };
  await bench.post(await bearer(), bench.activity({ conversation, channelData: { tenant: { id: large } } }));
  expect(bench.inside[0]?.tenantId).toBe(tenantId);
});

describe('a body that is no activity is refused with 400 and an empty body', () => {
  const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
  const withValue = (json: string) =>
    JSON.stringify(bench.activity({ value: 'VALUE' })).replace('"VALUE"', json);
  const bodies: Readonly<Record<string, () => string | Buffer>> = {
    nothing: () => '',
    '{}': () => '{}',
    '[]': () => '[]',
    null: () => 'null',
    '""': () => '""',
    '0': () => '0',
    true: () => 'true',
    'half an object': () => '{"type":"message"',
    'two objects': () => '{}{}',
    'JSON with a comment': () => '{/* */}',
    'an activity in an array': () => JSON.stringify([bench.activity()]),
    'a form': () => 'type=message&text=hello',
    'invalid UTF-8': () =>
      Buffer.concat([Buffer.from('{"type":"'), Buffer.from([0xc3, 0x28]), Buffer.from('"}')]),
    'UTF-16': () => Buffer.from(JSON.stringify(bench.activity()), 'utf16le'),
    '100,000 brackets': () => nested(100_000),
    'a value nested 41 deep': () => withValue(nested(40)),
    'a value that changes a prototype': () => withValue('{"__proto__":{"admin":true}}'),
    'the same, written in escapes': () => withValue('{"\\u005f_proto__":{"admin":true}}'),
  };
  test.each(Object.entries(bodies))('%s', async (_name, body) => {
    await refused(400, Buffer.from(body()));
  });

  const fields: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
    'no type': { type: undefined },
    'a type that is a number': { type: 7 },
    'no sender': { from: undefined },
    'a sender without id': { from: { name: 'Anna' } },
    'no recipient': { recipient: null },
    'no conversation': { conversation: undefined },
    'a conversation of an unknown kind': { conversation: { id: 'a', conversationType: 'meeting', tenantId } },
    'no service URL': { serviceUrl: undefined },
    'a channel that is a list': { channelId: ['msteams'] },
    'a text that is an object': { text: { $ne: null } },
    'attachments that are no list': { attachments: 'x' },
    '1,000 attachments': { attachments: Array.from({ length: 1_000 }, () => ({ contentType: 'text/html' })) },
    'an id of 10,000 characters': { id: 'x'.repeat(10_000) },
  };
  test.each(Object.entries(fields))('%s', async (_name, wish) => {
    await refused(400, Buffer.from(JSON.stringify(bench.activity(wish))));
  });
});

test('a value nested 39 deep and fields nobody knows are let in', async () => {
  const value = JSON.parse(`${'['.repeat(39)}${']'.repeat(39)}`);
  const answer = await bench.post(await bearer(), bench.activity({ value, brandNew: { by: 'Teams' } }));
  expect(answer.status).toBe(200);
});

test.each(['GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])('%s is refused with 405', async (method) => {
  expect(await bench.send(method, '/api/messages', await bearer())).toEqual({ status: 405, body: '' });
  expect(bench.inside).toEqual([]);
});

test('60 MB with a sound token are refused with 413, and without one with 401', async () => {
  const large = Buffer.alloc(60_000_000, 'x');
  const answers = [
    await bench.send('POST', '/api/messages', await bearer(), large),
    await bench.send('POST', '/api/messages', {}, large),
  ];
  expect(answers).toEqual([
    { status: 413, body: '' },
    { status: 401, body: '' },
  ]);
  expect(bench.inside).toEqual([]);
});

test('a good body of more than 256 KB is refused', async () => {
  await refused(413, Buffer.from(JSON.stringify(bench.activity({ text: 'x'.repeat(262_144) }))));
});

test.each([
  ['a chunk that is longer than it says', 'Transfer-Encoding: chunked\r\n\r\n1\r\n{}\r\n0\r\n\r\n'],
  [
    'a length and chunks together',
    'Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n',
  ],
  ['two lengths', 'Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}'],
  ['a negative length', 'Content-Length: -1\r\n\r\n{}'],
])('%s never gets in', async (_name, rest) => {
  const { authorization } = await bearer();
  const answer = await raw(
    `POST /api/messages HTTP/1.1\r\nHost: x\r\nAuthorization: ${authorization}\r\n${rest}`,
  );
  expect(answer).toMatch(/^HTTP\/1\.1 400 /);
  expect(bench.inside).toEqual([]);
});

function raw(text: string): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<string>();
  const socket = connect(Number(new URL(bench.serviceUrl()).port), '127.0.0.1');
  let answer = '';
  socket.on('data', (data) => {
    answer += data;
    socket.destroy();
  });
  socket.on('close', () => resolve(answer));
  socket.on('error', () => undefined);
  socket.write(text);
  return promise;
}
