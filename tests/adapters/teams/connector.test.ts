import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Place } from '../../../src/adapters/teams/connector.ts';
import { Defect } from '../../../src/domain/defect.ts';
import { PortFailure } from '../../../src/ports/port-failure.ts';
import type { ConnectorAnswer } from '../../support/stub-connector.ts';
import { type BotBench, startBot } from './bot-bench.ts';
import { botId, received, tenantId } from './gate-bench.ts';

let bench: BotBench;
let place: Place;
let chats = 0;

beforeAll(async () => {
  bench = await startBot();
});
afterAll(() => bench.close());
beforeEach(() => {
  bench.connector.calls.length = 0;
  chats += 1; // a pause of one chat must not reach the next test
  place = { conversationId: `a:chat-${chats}`, tenantId, serviceUrl: `${bench.origin}/connector/` };
});
afterEach(() => {
  vi.useRealTimers();
});

const card = { type: 'AdaptiveCard', version: '1.5', body: [] };

test('a card is posted to a chat with the bot’s own token, and its id comes back', async () => {
  const id = await bench.bot.connector.send(place, { card, summary: 'Referat' });
  expect(id).toMatch(/^posted-\d+$/);
  expect(bench.connector.calls).toEqual([
    {
      method: 'POST',
      path: `v3/conversations/${place.conversationId}/activities`,
      authorization: 'Bearer the-bots-own-token',
      body: {
        type: 'message',
        channelId: 'msteams',
        from: { id: `28:${botId}`, name: '' },
        conversation: expect.objectContaining({ id: place.conversationId }),
        summary: 'Referat',
        attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }],
      },
    },
  ]);
});

test('a posted card is changed in place', async () => {
  await bench.bot.connector.update(place, 'posted-1', { card });
  expect(bench.connector.calls[0]).toMatchObject({
    method: 'PUT',
    path: `v3/conversations/${place.conversationId}/activities/posted-1`,
    body: { id: 'posted-1', attachments: [{ content: card }] },
  });
});

test('a personal chat is opened with a person of a tenant', async () => {
  const { serviceUrl } = place;
  const reference = await bench.bot.connector.createPersonal({ tenantId, objectId: 'aa-1', serviceUrl });
  expect(reference).toEqual({
    conversationId: 'a:opened',
    scope: 'personal',
    tenantId,
    serviceUrl,
    seenAt: received,
  });
  expect(bench.connector.calls[0]).toMatchObject({
    path: 'v3/conversations',
    body: { isGroup: false, members: [{ id: 'aa-1' }], tenantId, channelData: { tenant: { id: tenantId } } },
  });
});

test('the members of a chat are told by MRI and object id', async () => {
  expect(await bench.bot.connector.members(place)).toEqual([
    { mri: '29:1anna', objectId: 'aa-1' },
    { mri: '29:1bo' },
  ]);
});

test('all pages of members are read', async () => {
  bench.connector.answerNext({ status: 200, body: { members: [{ id: '29:1' }], continuationToken: 'next' } });
  bench.connector.answerNext({ status: 200, body: { members: [{ id: '29:2' }] } });
  expect(await bench.bot.connector.members(place)).toHaveLength(2);
  expect(bench.connector.calls[1]?.path).toContain('continuationToken=next');
});

test('the token goes to no address outside Teams', async () => {
  const elsewhere = { ...place, serviceUrl: 'https://evil.example/' };
  await expect(bench.bot.connector.send(elsewhere, { text: 'x' })).rejects.toMatchObject({ kind: 'denied' });
  expect(bench.connector.calls).toEqual([]);
});

const body = (code: string) => ({ error: { code, message: 'names and addresses' } });
type Expected = Pick<PortFailure, 'kind' | 'code'> & { readonly retryAfterMs?: number };

const table: readonly (readonly [string, ConnectorAnswer, Expected])[] = [
  ['401', { status: 401 }, { kind: 'denied', code: 'connector 401' }],
  [
    '403 blocked',
    { status: 403, body: body('MessageWritesBlocked') },
    { kind: 'denied', code: 'connector 403 MessageWritesBlocked' },
  ],
  [
    '403 switched off',
    { status: 403, body: body('BotDisabledByAdmin') },
    { kind: 'denied', code: 'connector 403 BotDisabledByAdmin' },
  ],
  [
    '403 not in the roster',
    { status: 403, body: body('BotNotInConversationRoster') },
    { kind: 'denied', code: 'connector 403 BotNotInConversationRoster' },
  ],
  [
    '404',
    { status: 404, body: body('ConversationNotFound') },
    { kind: 'gone', code: 'connector 404 ConversationNotFound' },
  ],
  [
    '412',
    { status: 412, body: body('PreconditionFailed') },
    { kind: 'unavailable', code: 'connector 412 PreconditionFailed' },
  ],
  [
    '429 with Retry-After',
    { status: 429, headers: { 'retry-after': '7' } },
    { kind: 'throttled', code: 'connector 429', retryAfterMs: 7_000 },
  ],
  [
    '429 without Retry-After',
    { status: 429 },
    { kind: 'throttled', code: 'connector 429', retryAfterMs: 5_000 },
  ],
  [
    '429 with nonsense',
    { status: 429, headers: { 'retry-after': 'soon' } },
    { kind: 'throttled', code: 'connector 429', retryAfterMs: 5_000 },
  ],
  [
    '500',
    { status: 500, body: body('ServiceError') },
    { kind: 'unavailable', code: 'connector 500 ServiceError' },
  ],
  ['502', { status: 502 }, { kind: 'unavailable', code: 'connector 502' }],
  ['503', { status: 503, headers: { 'retry-after': '1' } }, { kind: 'unavailable', code: 'connector 503' }],
  ['504', { status: 504 }, { kind: 'unavailable', code: 'connector 504' }],
  [
    'a redirect',
    { status: 302, headers: { location: '/connector/stolen' } },
    { kind: 'unavailable', code: 'connector 302' },
  ],
  [
    'a code that is a text',
    { status: 403, body: body('Anna Agerhøne has blocked you') },
    { kind: 'denied', code: 'connector 403' },
  ],
  ['a reset', 'reset', { kind: 'unavailable', code: 'connector ECONNRESET' }],
];

describe.each(table)('%s', (_name, answer, expected) => {
  test('is a failure of the world, and nothing is sent twice', async () => {
    bench.connector.answerNext(answer);
    const failure: unknown = await bench.bot.connector.send(place, { text: 'x' }).catch((error) => error);
    expect(failure).toBeInstanceOf(PortFailure);
    expect(failure).toMatchObject(expected);
    expect(bench.connector.calls).toHaveLength(1);
  });
});

test.each([400, 413])('%s is our own mistake', async (status) => {
  bench.connector.answerNext({ status, body: body('BadSyntax') });
  const failure: unknown = await bench.bot.connector.send(place, { text: 'x' }).catch((error) => error);
  expect(failure).toBeInstanceOf(Defect);
  expect(String(failure)).not.toContain('names');
});

test('a connector that never answers is given up after ten seconds', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  bench.connector.answerNext('silence');
  const failure = bench.bot.connector.send(place, { text: 'x' }).catch((error: unknown) => error);
  await vi.waitFor(() => expect(bench.connector.calls).toHaveLength(1));
  vi.advanceTimersByTime(10_000);
  expect(await failure).toMatchObject({ kind: 'unavailable', code: 'connector timeout' });
});

test('a chat that is throttled is left alone until its time is over', async () => {
  bench.connector.answerNext({ status: 429, headers: { 'retry-after': '60' } });
  await expect(bench.bot.connector.send(place, { text: 'x' })).rejects.toMatchObject({ kind: 'throttled' });
  await expect(bench.bot.connector.send(place, { text: 'x' })).rejects.toMatchObject({ code: 'own limit' });
  expect(bench.connector.calls).toHaveLength(1);
});
