import { setImmediate as nextTurn } from 'node:timers/promises';
import { createHealthRoute } from '../../src/adapters/http/health.ts';
import { readBody } from '../../src/adapters/http/read-body.ts';
import { createHttpServer } from '../../src/adapters/http/server.ts';
import { createLog } from '../../src/adapters/system/log.ts';
import { createSystemClock } from '../../src/adapters/system/system-clock.ts';
import { createTeamsBot } from '../../src/adapters/teams/bot.ts';
import { createCardMessenger } from '../../src/adapters/teams/card-messenger.ts';
import { createBotHandlers } from '../../src/adapters/teams/verbs/bot-handlers.ts';
import { createIdentitiesOf } from '../../src/application/committee/identities-of.ts';
import { type Core, createEngine, openCore } from '../../src/core.ts';
import type { Messenger } from '../../src/ports/messenger.ts';
import { readinessChecks } from '../../src/readiness.ts';
import { startTokenIssuer, type TokenIssuer } from '../support/token-issuer.ts';
import { foundCrowd, memberId, sendToCrowd, tenantId, type Vote } from './crowd.ts';
import { type Block, blockOf } from './statistics.ts';

/** The whole program behind its HTTP door, with a crowd to vote; told by messages when to carry out its effects. */
export type OurFirst = {
  readonly url: string;
  readonly tokens: readonly string[];
  readonly votes: readonly Vote[];
};
export type OurQuestion =
  | { readonly effects: 'run' | 'hold' }
  | { readonly usage: true }
  | { readonly count: string }
  | { readonly acts: readonly [from: number, to: number] };
/** What the log holds of a meeting's answers: acts, and persons who have more than one. */
export type Counted = {
  readonly approved: number;
  readonly objected: number;
  readonly doubled: number;
  readonly chain: string;
};
export type Usage = { readonly cpuMs: number; readonly shown: number; readonly rssMb: number };

const [dataDir = '', appId = '', sinkOrigin = '', members = '0', meetings = '0', databaseUrl = ''] =
  process.argv.slice(2);
const config = {
  mode: 'local',
  port: 0,
  host: '127.0.0.1',
  dataDir,
  ...(databaseUrl === '' ? {} : { databaseUrl }),
  baseUrl: undefined,
  logLevel: 'error',
} as const;
const clients = 16;

const log = createLog('error');
const clock = createSystemClock();
const core = await openCore({ config, clock, baseUrl: () => '' });
const serviceUrl = `${sinkOrigin}/connector/`;
const issuer = await startTokenIssuer(appId, () => serviceUrl);
// A second process on the same database finds the crowd there.
if (Number(meetings) > 0) await foundCrowd(core, Number(members), serviceUrl);
const votes: Vote[] = [];
for (let meeting = 0; meeting < Number(meetings); meeting += 1) {
  votes.push(await sendToCrowd(core, `meeting-${meeting}`, Number(members)));
}
const bot = openBot(core, issuer);
const gate = holdable(
  createCardMessenger({ ...core, connector: bot.connector, identitiesOf: createIdentitiesOf(core) }),
);
const engine = createEngine(core, gate.messenger, log);
const server = createHttpServer({
  host: '127.0.0.1',
  port: 0,
  clock,
  log,
  routes: [createHealthRoute(readinessChecks(core)), bot.route],
});
const url = await server.listen();
await engine.start();
process.on('message', (question: OurQuestion) => {
  if ('effects' in question) {
    gate.hold(question.effects === 'hold');
    process.send?.({});
  } else if ('acts' in question) {
    void actsOf(core, votes, ...question.acts).then((answer) => process.send?.(answer));
  } else if ('count' in question) {
    void counted(question.count).then((answer) => process.send?.(answer));
  } else {
    const { user, system } = process.cpuUsage();
    const usage: Usage = {
      cpuMs: (user + system) / 1_000,
      shown: gate.shown(),
      rssMb: process.memoryUsage.rss() / 1e6,
    };
    process.send?.(usage);
  }
});
const first: OurFirst = {
  url: `${url}/api/messages`,
  tokens: await Promise.all(Array.from({ length: clients }, () => issuer.sign())),
  votes,
};
process.send?.(first);

function openBot({ useCases, conversations }: Core, { issuer: issuerName, openIdMetadataUrl }: TokenIssuer) {
  return createTeamsBot({
    appId,
    credentials: {
      kind: 'local',
      origin: () => sinkOrigin,
      issuer: () => issuerName,
      openIdMetadataUrl: () => openIdMetadataUrl,
      botToken: () => Promise.resolve('the-bots-own-token'),
    },
    isTenantAllowed: (id) => id === tenantId,
    readBody,
    clock,
    handlers: createBotHandlers(useCases),
    conversations,
    personOf: async (tenant, objectId) => (await useCases.whoIs({ tenantId: tenant, objectId }))?.personId,
    log,
  });
}

/** The same votes without a door: use case, rules and durable commit, as many at once as there are clients. */
async function actsOf({ useCases }: Core, [vote]: readonly Vote[], from: number, to: number): Promise<Block> {
  if (vote === undefined) throw new Error('There is nothing to vote on.');
  const latencies: number[] = [];
  let next = from;
  const client = async () => {
    for (let number = next++; number < to; number = next++) {
      const before = performance.now();
      const result = await useCases.approveMinutes({
        ...vote,
        personId: memberId(number),
        version: 1,
        nonce: `nonce-${number}`,
        receivedAt: clock.now(),
      });
      if (result.kind !== 'done') throw new Error(`A vote was answered with ${result.kind}.`);
      latencies.push(performance.now() - before);
    }
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: clients }, client));
  return blockOf(latencies, performance.now() - began);
}

async function counted(meetingId: string): Promise<Counted> {
  const events = await core.log.history([`answer/${meetingId}/`]);
  const acts = events.filter(({ event }) => 'receipt' in event);
  const count = (type: string) => acts.filter(({ event }) => event.type === type).length;
  const { chain } = await core.store.verify();
  return {
    approved: count('ApprovalGiven'),
    objected: count('ObjectionRaised'),
    doubled: acts.length - new Set(acts.map(({ stream }) => stream)).size,
    chain,
  };
}

/** Cards are shown as always, or wait until they may. */
function holdable(messenger: Messenger) {
  let held = Promise.withResolvers<void>();
  let isHeld = true;
  let shown = 0;
  const show: Messenger['show'] = async (...card) => {
    while (isHeld) await held.promise;
    await nextTurn();
    const result = await messenger.show(...card);
    shown += 1;
    return result;
  };
  const hold = (wanted: boolean) => {
    if (wanted === isHeld) return;
    isHeld = wanted;
    if (wanted) held = Promise.withResolvers<void>();
    else held.resolve();
  };
  return { messenger: { show }, hold, shown: () => shown };
}
