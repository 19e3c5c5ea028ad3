import { afterEach, expect, test } from 'vitest';
import type { ActAnswer, DialogAnswer, Turn } from '../../../src/adapters/teams/handlers.ts';
import { PortFailure } from '../../../src/ports/port-failure.ts';
import { generalTexts } from '../../../src/presentation/texts/general.da.ts';
import { type BotBench, type BotWish, startBot } from './bot-bench.ts';
import { received, tenantId } from './gate-bench.ts';

const running: BotBench[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((bench) => bench.close()));
});

async function start(wish: BotWish): Promise<BotBench> {
  const bench = await startBot(wish);
  running.push(bench);
  return bench;
}

const card = { type: 'AdaptiveCard', version: '1.5', body: [] };
const press = (data: unknown = {}, trigger: unknown = 'manual') => ({
  value: { action: { type: 'Action.Execute', verb: 'minutes.approve', data }, trigger },
});

test('a click reaches its handler with who, where and when, and is answered with a card', async () => {
  const seen: unknown[] = [];
  const bench = await start({
    handlers: {
      act: (turn, verb, data, trigger) => {
        seen.push(turn, verb, data, trigger);
        return Promise.resolve<ActAnswer>({ kind: 'card', card });
      },
    },
  });
  expect(await bench.deliver(press({ version: 1 }))).toEqual({
    status: 200,
    body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card },
  });
  const turn: Turn = {
    activityId: 'f:1',
    tenantId,
    objectId: 'aa000000-0000-4000-8000-000000000001',
    senderName: 'Anna Agerhøne',
    conversation: { id: 'a:personal-anna', scope: 'personal' },
    receivedAt: received,
    sentAt: Temporal.Instant.from('2023-12-08T10:59:59.123Z'),
    personMri: '29:1anna',
  };
  expect(seen).toEqual([turn, 'minutes.approve', { version: 1 }, 'manual']);
});

test('a card that refreshes itself is told apart from a press', async () => {
  const triggers: string[] = [];
  const bench = await start({
    handlers: {
      act: (_turn, _verb, _data, trigger) => {
        triggers.push(trigger);
        return Promise.resolve<ActAnswer>({ kind: 'message', text: 'Tak.' });
      },
    },
  });
  await bench.deliver({ ...press({}, 'automatic'), id: 'f:1' });
  const answer = await bench.deliver({ ...press({}, null), id: 'f:2' });
  expect(triggers).toEqual(['automatic', 'manual']);
  expect(answer.body).toEqual({
    statusCode: 200,
    type: 'application/vnd.microsoft.activity.message',
    value: 'Tak.',
  });
});

test('a refusal goes back as Teams error with its code', async () => {
  const bench = await start({
    handlers: { act: () => Promise.resolve<ActAnswer>({ kind: 'error', code: 'Forbidden', text: 'Nej.' }) },
  });
  expect((await bench.deliver(press())).body).toEqual({
    statusCode: 403,
    type: 'application/vnd.microsoft.error',
    value: { code: 'Forbidden', message: 'Nej.' },
  });
});

test.each([
  ['no value', undefined],
  ['null', null],
  ['a text', 'minutes.approve'],
  ['no verb', { action: { type: 'Action.Execute', data: {} } }],
  ['a verb that is a list', { action: { verb: ['minutes.approve'], data: {} } }],
  ['a trigger nobody knows', { action: { verb: 'minutes.approve' }, trigger: 'magic' }],
])('a click with %s reaches no handler and is told so', async (_name, value) => {
  const bench = await start({});
  const answer = await bench.deliver({ value });
  expect(answer.body).toMatchObject({ statusCode: 400, value: { message: generalTexts.buttonUnknown } });
  expect(bench.logged.filter(({ level }) => level === 'error')).toEqual([]);
});

test('a click of somebody whom Teams does not name is refused', async () => {
  const bench = await start({});
  const answer = await bench.deliver({ ...press(), from: { id: '29:1nobody' } });
  expect(answer.body).toMatchObject({ statusCode: 403, value: { message: generalTexts.senderUnknown } });
});

test('a dialog opens, shows a message and closes', async () => {
  const answers: DialogAnswer[] = [
    { kind: 'dialog', title: 'Indsigelse', card, size: 'medium' },
    { kind: 'message', text: 'Tak.' },
    { kind: 'close' },
  ];
  const next = () => Promise.resolve(answers.shift() ?? { kind: 'close' as const });
  const bench = await start({ handlers: { fetchDialog: next, submitDialog: next } });
  const open = await bench.deliver({ name: 'task/fetch', value: { data: { dialog: 'minutes.object' } } });
  const sent = await bench.deliver({ name: 'task/submit', value: { data: { text: 'Punkt 6' } } });
  const again = await bench.deliver({ name: 'task/submit', value: { data: {} }, id: 'f:3' });
  const content = { contentType: 'application/vnd.microsoft.card.adaptive', content: card };
  const value = { title: 'Indsigelse', height: 'medium', width: 'medium', card: content };
  expect(open).toEqual({ status: 200, body: { task: { type: 'continue', value } } });
  expect(sent).toEqual({ status: 200, body: { task: { type: 'message', value: 'Tak.' } } });
  expect(again).toEqual({ status: 200, body: undefined });
});

test('an invoke nobody handles is 501 and not an error', async () => {
  const bench = await start({});
  expect(await bench.deliver({ name: 'composeExtension/query', value: {} })).toEqual({
    status: 501,
    body: undefined,
  });
});

test('a throw in a handler is logged with an error id, and the person gets its number and nothing else', async () => {
  const bench = await start({
    handlers: { act: () => Promise.reject(new Error('SELECT secret FROM votes')) },
  });
  const answer = await bench.deliver(press());
  const errorId = String(bench.logged.find(({ level }) => level === 'error')?.fields['errorId']);
  expect(errorId).toMatch(/^[\da-f-]{36}$/);
  expect(answer.body).toEqual({
    statusCode: 500,
    type: 'application/vnd.microsoft.error',
    value: { code: 'InternalServerError', message: generalTexts.failed(errorId.slice(0, 8)) },
  });
});

test('a failure of the world is told as such, in clicks and in dialogs', async () => {
  const failing = () => Promise.reject(new PortFailure('unavailable', 'store'));
  const bench = await start({ handlers: { act: failing, submitDialog: failing } });
  const click = await bench.deliver(press());
  const dialog = await bench.deliver({ name: 'task/submit', value: { data: {} } });
  expect(click.body).toMatchObject({ value: { message: generalTexts.unavailable } });
  expect(dialog.body).toEqual({ task: { type: 'message', value: generalTexts.unavailable } });
});

test('what the gate refuses reaches neither the router nor a handler', async () => {
  const bench = await start({});
  const refused = await bench.deliver({ ...press(), channelData: { tenant: { id: 'other' } } });
  const unsigned = await fetch(`${bench.origin}/api/messages`, { method: 'POST', body: '{}' });
  const other = await fetch(`${bench.origin}/api/messages/more`, { method: 'POST', body: '{}' });
  expect([refused.status, unsigned.status, other.status]).toEqual([403, 401, 404]);
  expect(bench.remembered).toEqual([]);
  expect(bench.logged.map(({ fields }) => fields['reason'])).toEqual(['tenant-ids', 'token']);
});
