import { createLog } from '../../../../src/adapters/system/log.ts';
import { createSystemClock } from '../../../../src/adapters/system/system-clock.ts';
import { openCore } from '../../../../src/core.ts';
import { createDoor } from '../../../../src/door.ts';
import { startTokenIssuer } from '../../../support/token-issuer.ts';
import { foundCrowd, sendToCrowd, tenantId, voters } from '../crowd.ts';
import type { Question } from './contract.ts';

/** The whole program behind its door, with minutes out for approval, in a process whose memory can be looked at. */
export type DoorFirst = { readonly url: string; readonly tokens: readonly string[] };
export type DoorUsage = { readonly events: number; readonly heapMb: number; readonly rssMb: number };

const [dataDir = '', appId = '', sinkOrigin = '', meetingId = '', crowd = '0'] = process.argv.slice(2);
const config = {
  mode: 'local',
  port: 0,
  host: '127.0.0.1',
  dataDir,
  baseUrl: undefined,
  logLevel: 'silent',
} as const;
const clients = 8;

const clock = createSystemClock();
const core = await openCore({ config, clock, baseUrl: () => '' });
const issuer = await startTokenIssuer(appId, () => `${sinkOrigin}/connector/`);
const door = createDoor(config, core, createLog('silent'), trust(), []);
const people = voters(Number(crowd));
for (const question of foundCrowd(people.length)) await take(question);
await take(sendToCrowd(meetingId, people, clock.now(), true));
const url = await door.open();

process.on('message', () => void core.log.head().then(({ seq }) => process.send?.(usage(seq))));
const first: DoorFirst = {
  url: `${url}/api/messages`,
  tokens: await Promise.all(Array.from({ length: clients }, () => issuer.sign())),
};
process.send?.(first);

function trust() {
  const credentials = {
    kind: 'local',
    origin: () => sinkOrigin,
    issuer: () => issuer.issuer,
    openIdMetadataUrl: () => issuer.openIdMetadataUrl,
    botToken: () => Promise.resolve('the-bots-own-token'),
  } as const;
  return { appId, credentials, isTenantAllowed: (id: string) => id === tenantId };
}

async function take(question: Question): Promise<void> {
  if (question.do === 'use') {
    const request = question.request as Parameters<typeof core.useCases.foundCommittee>[0];
    await core.useCases.foundCommittee(request, clock.now());
  } else if (question.do === 'append') {
    const { append, effects } = question;
    const at = Temporal.Instant.from(question.at);
    const decided = { result: undefined, append, effects, actor: { system: 'setup' }, at } as const;
    await core.log.transact({ load: {}, decide: () => decided });
  }
}

/** What is left after a collection: garbage that waits for one is no leak. */
function usage(events: number): DoorUsage {
  globalThis.gc?.();
  const { heapUsed, external, rss } = process.memoryUsage();
  return { events, heapMb: (heapUsed + external) / 1e6, rssMb: rss / 1e6 };
}
