import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { expect, it } from 'vitest';
import { countedRoute } from '../../../src/adapters/http/counted-route.ts';

const receivedAt = Temporal.Instant.from('2023-12-22T22:59:59Z');

async function ask(route: () => Promise<boolean>) {
  const told: string[] = [];
  const begin = (at: Temporal.Instant) => {
    told.push(`begun ${at}`);
    return () => told.push('ended');
  };
  const request = new IncomingMessage(new Socket());
  const answer = await countedRoute(begin, async () => {
    told.push('at work');
    return await route();
  })(request, new ServerResponse(request), receivedAt).catch((error: unknown) => error);
  return { told, answer };
}

it('R3: a request is known from its receipt until it is answered', async () => {
  const { told, answer } = await ask(() => Promise.resolve(true));
  expect(told).toEqual(['begun 2023-12-22T22:59:59Z', 'at work', 'ended']);
  expect(answer).toBe(true);
});

it('R3: a request that fails is not waited for any longer', async () => {
  const { told, answer } = await ask(() => Promise.reject(new Error('broken')));
  expect(told.at(-1)).toBe('ended');
  expect(answer).toBeInstanceOf(Error);
});
