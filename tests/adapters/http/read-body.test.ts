import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { readBody } from '../../../src/adapters/http/read-body.ts';
import type { Route } from '../../../src/adapters/http/route.ts';
import { logged, raw, start } from './started-server.ts';

const echo: Route = async (request, response) => {
  const body = await readBody(request, response, 1_000);
  if (body !== undefined) response.end(String(body.length));
  return true;
};

test('a body within the limit is read whole', async () => {
  const origin = await start([echo]);
  const response = await fetch(origin, { method: 'POST', body: 'x'.repeat(1_000) });
  expect([response.status, await response.text()]).toEqual([200, '1000']);
});

test('a body that announces too much is refused before it is read', async () => {
  const origin = await start([echo]);
  const answer = await raw(origin, 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 60000000\r\n\r\n');
  expect(answer).toMatch(/^HTTP\/1\.1 413 /);
  expect(answer.toLowerCase()).toContain('connection: close');
  expect(answer.toLowerCase()).toContain('content-length: 0');
});

test('a chunked body is refused when its count passes the limit', async () => {
  const origin = await start([echo]);
  const chunk = `400\r\n${'x'.repeat(1_024)}\r\n`;
  const answer = await raw(
    origin,
    `POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n${chunk}`,
  );
  expect(answer).toMatch(/^HTTP\/1\.1 413 /);
});

test('60 MB are refused although the sender goes on sending', async () => {
  const origin = await start([echo]);
  const response = await fetch(origin, { method: 'POST', body: Buffer.alloc(60_000_000) });
  expect(response.status).toBe(413);
  expect(await response.text()).toBe('');
});

test('a sender that breaks off is no defect', async () => {
  const ended = Promise.withResolvers<void>();
  const origin = await start([
    async (request, response, receivedAt) => {
      try {
        return await echo(request, response, receivedAt);
      } finally {
        ended.resolve();
      }
    },
  ]);
  const socket = connect(Number(new URL(origin).port), '127.0.0.1');
  socket.on('error', () => undefined);
  socket.write('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nabc', () =>
    socket.resetAndDestroy(),
  );
  await ended.promise;
  expect((await fetch(origin, { method: 'POST', body: 'y' })).status).toBe(200);
  expect(logged).toEqual([]);
});
