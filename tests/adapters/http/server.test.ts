import { expect, test } from 'vitest';
import { createHealthRoute } from '../../../src/adapters/http/health.ts';
import type { Route } from '../../../src/adapters/http/route.ts';
import { logged, noon, raw, start, started } from './started-server.ts';

test('a path that no route knows is answered 404 with problem details', async () => {
  const response = await fetch(`${await start([])}/nowhere`);
  expect(response.status).toBe(404);
  expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  expect(await response.json()).toEqual({ type: 'about:blank', title: 'Not Found', status: 404 });
});

test('every answer carries the security headers', async () => {
  const { headers } = await fetch(`${await start([])}/nowhere`);
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('referrer-policy')).toBe('no-referrer');
  expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(headers.get('x-powered-by')).toBeNull();
});

test('a route learns when the request came in, from the injected clock', async () => {
  const seen: string[] = [];
  const origin = await start([
    (_request, response, receivedAt) => {
      seen.push(receivedAt.toString());
      response.end();
      return Promise.resolve(true);
    },
  ]);
  await fetch(origin);
  expect(seen).toEqual([noon.toString()]);
});

test('a defect is answered 500 with an error id that the log holds too, and nothing from inside', async () => {
  const origin = await start([() => Promise.reject(new Error('the secret is 42'))]);
  const response = await fetch(origin);
  const text = await response.text();
  expect(response.status).toBe(500);
  expect(text).not.toContain('secret');
  expect(logged).toHaveLength(1);
  expect(JSON.parse(text).instance).toBe(`urn:uuid:${logged[0]?.fields['errorId']}`);
});

test('healthz answers GET and HEAD and refuses other methods', async () => {
  const origin = await start([createHealthRoute({})]);
  const get = await fetch(`${origin}/healthz`);
  const head = await fetch(`${origin}/healthz`, { method: 'HEAD' });
  const post = await fetch(`${origin}/healthz`, { method: 'POST' });
  expect([get.status, await get.json()]).toEqual([200, { status: 'up' }]);
  expect([head.status, await head.text()]).toEqual([200, '']);
  expect([post.status, post.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
});

test('readyz names the check that failed and says nothing of the cause', async () => {
  const origin = await start([
    createHealthRoute({
      store: () => Promise.reject(new Error('disk full at a secret place')),
      clock: () => Promise.resolve(true),
    }),
  ]);
  const response = await fetch(`${origin}/readyz`);
  expect(response.status).toBe(503);
  expect(await response.json()).toEqual({ status: 'not-ready', checks: { store: 'failed', clock: 'ok' } });
});

test('readyz says what is degraded, and that the program takes work all the same', async () => {
  const sound = { store: () => Promise.resolve(true) };
  const degraded = await start([createHealthRoute(sound, () => Promise.resolve(['clock-doubted']))]);
  const response = await fetch(`${degraded}/readyz`);
  expect([response.status, await response.json()]).toEqual([
    200,
    { status: 'ready', checks: { store: 'ok' }, degraded: ['clock-doubted'] },
  ]);
  const whole = await start([createHealthRoute(sound, () => Promise.resolve([]))]);
  expect(await (await fetch(`${whole}/readyz`)).json()).toEqual({ status: 'ready', checks: { store: 'ok' } });
});

test('readyz is 200 when every check is sound', async () => {
  const origin = await start([createHealthRoute({ store: () => Promise.resolve(true) })]);
  expect((await fetch(`${origin}/readyz`)).status).toBe(200);
});

test('a request without a host, or with an oversized head, is refused by the parser', async () => {
  const origin = await start([]);
  expect(await raw(origin, 'GET / HTTP/1.1\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /);
  expect(await raw(origin, `GET / HTTP/1.1\r\nHost: x\r\nX-Large: ${'a'.repeat(20_000)}\r\n\r\n`)).toMatch(
    /^HTTP\/1\.1 431 /,
  );
});

test('closing lets the answer under way end and takes no new requests', async () => {
  const begun = Promise.withResolvers<void>();
  const goOn = Promise.withResolvers<void>();
  const slow: Route = async (_request, response) => {
    begun.resolve();
    await goOn.promise;
    response.end('done');
    return true;
  };
  const origin = await start([slow], 5_000);
  const answer = fetch(origin);
  await begun.promise;
  const closed = started.splice(0)[0]?.close();
  goOn.resolve();
  expect(await (await answer).text()).toBe('done');
  await closed;
  await expect(fetch(origin)).rejects.toThrow();
});

test('closing cuts an answer that does not end', async () => {
  const begun = Promise.withResolvers<void>();
  const origin = await start([
    () => {
      begun.resolve();
      return new Promise(() => undefined);
    },
  ]);
  const answer = fetch(origin).catch(() => 'cut');
  await begun.promise;
  await started.splice(0)[0]?.close();
  expect(await answer).toBe('cut');
});
