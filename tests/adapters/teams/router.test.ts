import type { Storage, StoreItems } from 'botbuilder';
import { expect, test } from 'vitest';
import type { Connector } from '../../../src/adapters/teams/connector.ts';
import { type LocalCredentials, sdkAuthentication } from '../../../src/adapters/teams/credentials.ts';
import { envelopeSchema } from '../../../src/adapters/teams/gate/envelope.ts';
import { type InboundActivity, inboundActivity } from '../../../src/adapters/teams/gate/inbound-activity.ts';
import { GatedAdapter } from '../../../src/adapters/teams/gated-adapter.ts';
import type { BotHandlers } from '../../../src/adapters/teams/handlers.ts';
import { createRouter } from '../../../src/adapters/teams/turns/router.ts';
import { noHandlers } from './bot-bench.ts';
import { botId, goodActivity, received, tenantId } from './gate-bench.ts';

const serviceUrl = 'http://127.0.0.1:1/connector/';
const trust = { kind: 'local', origin: () => 'http://127.0.0.1:1' } as const;
const local: LocalCredentials = {
  kind: 'local',
  origin: trust.origin,
  issuer: () => 'http://127.0.0.1:1/issuer',
  openIdMetadataUrl: () => 'http://127.0.0.1:1/metadata',
  botToken: () => Promise.resolve('token'),
};
const quiet = { debug: () => undefined, warn: () => undefined, error: () => undefined };

function inbound(changes: Readonly<Record<string, unknown>> = {}): InboundActivity {
  const raw = { ...goodActivity(serviceUrl), ...changes };
  return inboundActivity(envelopeSchema.parse(raw), tenantId, received, raw);
}

/** The router's storage, which counts what is written into it. */
function countingStorage() {
  const written: StoreItems[] = [];
  const storage: Storage = {
    read: () => Promise.resolve({}),
    write: (changes) => Promise.resolve(void written.push(changes)),
    delete: (keys) => Promise.resolve(void written.push({ keys })),
  };
  return { storage, written };
}

const answering: BotHandlers = {
  ...noHandlers,
  act: () => Promise.resolve({ kind: 'message', text: 'Tak.' }),
  submitDialog: () => Promise.resolve({ kind: 'close' }),
  message: () => Promise.resolve([]),
};

function start() {
  const { storage, written } = countingStorage();
  const adapter = new GatedAdapter(sdkAuthentication(botId, local), botId);
  const connector: Connector = {
    send: () => Promise.resolve('1'),
    update: () => Promise.resolve(),
    createPersonal: () => Promise.reject(new Error('not here')),
    members: () => Promise.resolve([]),
  };
  const hooks = { isNewInstallation: () => true, onRemoved: () => Promise.resolve() };
  const router = createRouter({ handlers: answering, connector, trust, log: quiet }, hooks, storage);
  const take = (activity: InboundActivity) => adapter.take(activity, (context) => router(context, activity));
  return { take, written };
}

test('no turn writes any state of the router’s own, not even twenty at the same time', async () => {
  const { take, written } = start();
  const clicks = Array.from({ length: 20 }, (_, i) => take(inbound({ id: `f:${i}` })));
  const answers = await Promise.all(clicks);
  await take(inbound({ name: 'task/submit', value: { data: {} } }));
  await take(inbound({ type: 'message', text: 'møde' }));
  expect(answers.filter((answer) => answer?.status === 200)).toHaveLength(20);
  expect(written).toEqual([]);
});

test('the activity that the gate let in is not changed by the SDK', async () => {
  const activity = inbound();
  const before = structuredClone(activity.raw);
  await start().take(activity);
  expect(activity.raw).toEqual(before);
});
