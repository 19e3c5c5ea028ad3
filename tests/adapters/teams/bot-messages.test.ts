import { afterEach, expect, test } from 'vitest';
import type { Said } from '../../../src/adapters/teams/handlers.ts';
import { generalTexts } from '../../../src/presentation/texts/general.da.ts';
import { type BotBench, type BotWish, startBot } from './bot-bench.ts';
import { botId, tenantId } from './gate-bench.ts';

const running: BotBench[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((bench) => bench.close()));
});

async function start(wish: BotWish): Promise<BotBench> {
  const bench = await startBot(wish);
  running.push(bench);
  return bench;
}

const write = (text: string) => ({ type: 'message', name: undefined, value: undefined, text });
const said = (...answers: Said[]) => Promise.resolve(answers);

test('a message reaches its handler trimmed and without the mention, and its answers are sent in order', async () => {
  const heard: string[] = [];
  const card = { type: 'AdaptiveCard', version: '1.5', body: [] };
  const bench = await start({
    handlers: {
      message: (_turn, text) => {
        heard.push(text);
        return said({ text: 'Først.' }, { card, summary: 'Dagsorden' });
      },
    },
  });
  const mention = {
    type: 'mention',
    text: '<at>Udvalgsbot</at>',
    mentioned: { id: `28:${botId}`, name: 'Udvalgsbot' },
  };
  const answer = await bench.deliver({
    ...write('<at>Udvalgsbot</at>\u00a0 møde <at>Bo</at> '),
    entities: [mention],
  });
  expect(answer).toEqual({ status: 200, body: undefined });
  expect(heard).toEqual(['møde <at>Bo</at>']);
  expect(bench.connector.calls.map(({ method, path }) => `${method} ${path}`)).toEqual([
    'POST v3/conversations/a:personal-anna/activities',
    'POST v3/conversations/a:personal-anna/activities',
  ]);
  expect(bench.connector.calls[0]).toMatchObject({
    authorization: 'Bearer the-bots-own-token',
    body: { type: 'message', text: 'Først.' },
  });
  expect(bench.connector.calls[1]?.body).toMatchObject({
    summary: 'Dagsorden',
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }],
  });
});

test('in a channel the answer goes into the thread, and the handler is told the channel', async () => {
  const where: string[] = [];
  const bench = await start({
    handlers: {
      message: (turn) => {
        where.push(turn.conversation.id);
        return said({ text: 'Ja.' });
      },
    },
  });
  const conversation = { id: '19:x@thread.tacv2;messageid=7', conversationType: 'channel', tenantId };
  await bench.deliver({ ...write('status'), conversation });
  expect(where).toEqual(['19:x@thread.tacv2']);
  expect(bench.connector.calls[0]?.path).toBe('v3/conversations/19:x@thread.tacv2;messageid=7/activities');
  expect(bench.remembered[0]?.conversationId).toBe('19:x@thread.tacv2');
});

test.each([
  ['an empty message', write('  \u200b ')],
  ['a reaction', { type: 'messageReaction', reactionsAdded: [{ type: 'like' }] }],
  ['an edited message', { ...write('hej'), type: 'messageUpdate' }],
  ['a message of another app', { ...write('hej'), from: { id: '28:other-bot' } }],
  ['a kind nobody knows', { type: 'brandNew' }],
])('%s is taken and not answered', async (_name, activity) => {
  const bench = await start({});
  expect((await bench.deliver(activity)).status).toBe(200);
  expect(bench.connector.calls).toEqual([]);
  expect(bench.logged.filter(({ level }) => level === 'error')).toEqual([]);
});

test('a text of more than 4,000 characters is answered and not handled', async () => {
  const bench = await start({});
  await bench.deliver(write('x'.repeat(100_000)));
  expect(bench.connector.calls[0]?.body['text']).toBe(generalTexts.messageTooLong);
});

test('a throw is answered in the chat with a number, and an answer that cannot be sent harms nothing', async () => {
  const bench = await start({ handlers: { message: () => Promise.reject(new Error('inside')) } });
  await bench.deliver(write('hjælp'));
  const errorId = String(bench.logged.find(({ level }) => level === 'error')?.fields['errorId']);
  expect(bench.connector.calls[0]?.body['text']).toBe(generalTexts.failed(errorId.slice(0, 8)));
  bench.connector.answerNext({ status: 403, body: { error: { code: 'MessageWritesBlocked' } } });
  expect((await bench.deliver({ ...write('hjælp'), id: 'f:2' })).status).toBe(200);
});

test('an installation is greeted once, in whichever ways Teams tells of it', async () => {
  const bench = await start({ handlers: { installed: () => said({ text: 'Velkommen.' }) } });
  const added = { type: 'conversationUpdate', membersAdded: [{ id: `28:${botId}` }] };
  await bench.deliver({ ...added, id: 'f:1' });
  await bench.deliver({ type: 'installationUpdate', action: 'add', id: 'f:2' });
  await bench.deliver({ type: 'conversationUpdate', membersAdded: [{ id: '29:1bo' }], id: 'f:3' });
  await bench.deliver({ type: 'installationUpdate', action: 'add-upgrade', id: 'f:4' });
  expect(bench.connector.calls).toHaveLength(1);
});

test('a removal is forgotten, and the next installation greeted', async () => {
  const bench = await start({ handlers: { installed: () => said({ text: 'Velkommen.' }) } });
  await bench.deliver({ type: 'installationUpdate', action: 'add', id: 'f:1' });
  await bench.deliver({ type: 'installationUpdate', action: 'remove', id: 'f:2' });
  await bench.deliver({ type: 'installationUpdate', action: 'add', id: 'f:3' });
  expect(bench.forgotten).toEqual(['a:personal-anna']);
  expect(bench.connector.calls).toHaveLength(2);
  expect(bench.remembered).toHaveLength(2);
});

test('a conversation is written down once, and again when its service URL or its person changes', async () => {
  let asked = 0;
  const bench = await start({
    handlers: { message: () => said() },
    personOf: (_tenant, objectId) => {
      asked += 1;
      return Promise.resolve(objectId.startsWith('aa') ? 'anna' : undefined);
    },
  });
  await bench.deliver({ ...write('møde'), id: 'f:1' });
  await bench.deliver({ ...write('møde'), id: 'f:2' });
  expect([asked, bench.remembered]).toMatchObject([
    1,
    [{ conversationId: 'a:personal-anna', scope: 'personal', tenantId, personId: 'anna' }],
  ]);
  const stranger = { id: '29:1x', aadObjectId: 'ff-9' };
  const conversation = { id: 'a:personal-x', conversationType: 'personal', tenantId };
  await bench.deliver({ ...write('møde'), from: stranger, conversation, id: 'f:3' });
  await bench.deliver({ ...write('møde'), from: stranger, conversation, id: 'f:4' });
  expect([asked, bench.remembered.length]).toEqual([3, 1]);
});

test('a group chat is written down without a person, whoever speaks in it', async () => {
  const bench = await start({ handlers: { message: () => said() } });
  const conversation = { id: '19:group', conversationType: 'groupChat', tenantId };
  await bench.deliver({ ...write('møde'), conversation, id: 'f:1' });
  await bench.deliver({
    ...write('møde'),
    conversation,
    from: { id: '29:1bo', aadObjectId: 'bb' },
    id: 'f:2',
  });
  expect(bench.remembered).toHaveLength(1);
  expect(bench.remembered[0]).not.toHaveProperty('personId');
});

test('a chat that turned out to be gone is written down again when it speaks', async () => {
  const bench = await start({ handlers: { message: () => said({ text: 'Ja.' }) } });
  bench.connector.answerNext({ status: 404, body: { error: { code: 'ConversationNotFound' } } });
  await bench.deliver({ ...write('møde'), id: 'f:1' });
  await bench.deliver({ ...write('møde'), id: 'f:2' });
  expect(bench.remembered).toHaveLength(2);
});
