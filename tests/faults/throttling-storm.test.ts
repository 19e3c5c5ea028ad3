import { expect, it } from 'vitest';
import { createOutboxWorker } from '../../src/adapters/scheduler/outbox-worker.ts';
import { createCardMessenger } from '../../src/adapters/teams/card-messenger.ts';
import { createConnector } from '../../src/adapters/teams/connector.ts';
import { createRateLimit } from '../../src/adapters/teams/sending/rate-limit.ts';
import { createIdentitiesOf } from '../../src/application/committee/identities-of.ts';
import { createCarryOut } from '../../src/application/effects/carry-out.ts';
import { openCore } from '../../src/core.ts';
import { type Chance, seededChance } from './support/chance.ts';
import { foundCrowd, sendToCrowd, voters } from './support/crowd.ts';
import { sqliteHome } from './support/homes.ts';
import type { Question } from './support/process/contract.ts';
import { recordFigures, times } from './support/report.ts';
import { createStormyTeams, type Seen, type Weather } from './support/stormy-teams.ts';
import { VirtualTime } from './support/virtual-time.ts';

const began = Temporal.Instant.from('2025-01-06T09:00:00Z');
const dayMs = 24 * 60 * 60_000;
const meetingId = 'm1';
const favourite = 'voter-0';
const cardsToOne = 100;
const appId = '7c1c7a2e-0000-4000-8000-00000000b07a';

const blocked: Weather = { kind: 'refused', status: 403, code: 'BotDisabledByAdmin' };
const gone: Weather = { kind: 'refused', status: 404, code: 'ConversationNotFound' };

/** What a chat meets before it is fine: half of all at least one trouble, some several, a few for good. */
function weatherFor(chance: Chance): readonly Weather[] {
  const troubles: readonly (() => Weather)[] = [
    () => ({ kind: 'throttled', seconds: 1 + chance.below(300), says: 'seconds' }),
    () => ({ kind: 'throttled', seconds: 1 + chance.below(300), says: 'date' }),
    () => ({ kind: 'throttled', seconds: 0, says: 'nothing' }),
    () => ({ kind: 'status', status: 412 }),
    () => ({ kind: 'status', status: chance.pick([500, 502, 503, 504]) }),
    () => ({ kind: 'status', status: 503, seconds: 1 + chance.below(120) }),
    () => ({ kind: 'delivered', status: 502 }),
    () => ({ kind: 'reset' }),
    () => (chance.happens(4) ? { kind: 'hang' } : { kind: 'reset' }),
  ];
  if (chance.happens(40)) return [chance.happens(2) ? blocked : gone];
  const several = chance.happens(2) ? 0 : 1 + chance.below(4);
  return Array.from({ length: several }, () => chance.pick(troubles)());
}

/** The real store, queue, messenger and connector; the SDK's client, the clock and every wait are simulated. */
async function composed(time: VirtualTime, chance: Chance, weatherOf: (chat: string) => readonly Weather[]) {
  const home = await sqliteHome();
  const core = await openCore({
    config: home.config,
    clock: { now: time.now },
    baseUrl: () => 'https://papers.example',
    around: (ports) => watched(time, ports),
  });
  const teams = createStormyTeams(time, chance, weatherOf);
  const connector = createConnector({
    appId,
    clients: () => Promise.resolve(teams.client),
    trust: { kind: 'teams' },
    limit: createRateLimit({ elapsedMs: time.elapsedMs, wait: time.wait }),
    clock: core.clock,
    onLost: () => undefined,
  });
  const messenger = createCardMessenger({ ...core, identitiesOf: createIdentitiesOf(core), connector });
  const carryOut = createCarryOut({ ...core, messenger });
  const worker = createOutboxWorker({
    outbox: core.outbox,
    clock: core.clock,
    timer: time.timer,
    chance: () => chance.below(1_000) / 1_000,
    carryOut: (effect, { key, revision }) => carryOut(effect, `${key}#${revision}`),
    log: () => undefined,
  });
  return { home, core, teams, worker };
}

async function stormOver(recipients: number, chance: Chance) {
  const time = new VirtualTime(began);
  const weather = new Map(voters(recipients).map((personId) => [`a:${personId}`, weatherFor(chance)]));
  weather.set(`a:${favourite}`, []);
  const { home, core, teams, worker } = await composed(time, chance, (chat) => weather.get(chat) ?? []);
  for (const question of foundCrowd(recipients)) await take(core, question);
  await take(core, sendToCrowd(meetingId, voters(recipients), began, false));
  // One chat is wanted so many cards at once that its own limit is what counts.
  for (let more = 0; more < cardsToOne; more += 1)
    await take(core, sendToCrowd(`more-${more}`, [favourite], began, false));
  await worker.start();
  const open = async () => (await core.outbox.status()).open;
  const isIdle = async () => (await open()).every(({ state }) => state === 'parked' || state === 'dead');
  await time.passUntil(isIdle, dayMs);
  const told = await noticesIn(core);
  const left = await open();
  await worker.stop();
  await core.store.close();
  await home.remove();
  return { teams, weather, told, left, tookMs: time.elapsedMs() };
}

type Core = Awaited<ReturnType<typeof openCore>>;

function watched<P extends object>(time: VirtualTime, ports: P): P {
  const { log, outbox, conversations, readModels, processes } = ports as unknown as Core;
  const named = { log, outbox, conversations, readModels, processes };
  return {
    ...ports,
    ...Object.fromEntries(Object.entries(named).map(([name, port]) => [name, time.watching(port)])),
  };
}

async function take(core: Core, question: Question): Promise<void> {
  if (question.do === 'use') {
    const request = question.request as Parameters<typeof core.useCases.foundCommittee>[0];
    await core.useCases.foundCommittee(request, began);
  } else if (question.do === 'remember') {
    for (const { seenAt, ...reference } of question.references)
      await core.conversations.remember({ ...reference, seenAt: Temporal.Instant.from(seenAt) });
  } else if (question.do === 'append') {
    const { append, effects } = question;
    const decided = { result: undefined, append, effects, actor: { system: 'setup' }, at: began } as const;
    await core.log.transact({ load: {}, decide: () => decided });
  }
}

/** Who was reached, and of whom it is known why not; by their chat. */
async function noticesIn({ log }: Core) {
  const reached = new Set<string>();
  const reasons = new Map<string, string>();
  for (const { stream, event } of await log.history([`answer/${meetingId}/`])) {
    const chat = `a:${stream.split('/').at(-1)}`;
    if (event.type === 'NoticeDelivered') reached.add(chat);
    if (event.type === 'NoticeFailed' && event.channel === 'teams') reasons.set(chat, event.reason);
  }
  return { reached, reasons };
}

/** The most requests in any second, over all, and to any one chat. */
function busiest(seen: readonly Seen[]): number {
  const at = seen.map(({ atMs }) => atMs).toSorted((a, b) => a - b);
  return Math.max(...at.map((until, place) => place + 1 - at.findIndex((from) => from > until - 1_000)));
}

it('in a storm of refusals everybody who can be reached is reached, and nobody is pressed', async () => {
  const row = 'throttling and refusal storm';
  const recipients = times(1_000, 10_000);
  const { teams, weather, told, left, tookMs } = await stormOver(recipients, seededChance(row));
  const { seen, arrived, tooEarly } = teams;
  const unreachable = [...weather].flatMap(([chat, [first]]) =>
    first?.kind === 'refused' ? [[chat, first] as const] : [],
  );
  const missed = [...weather.keys()].filter(
    (chat) => !told.reached.has(chat) && !unreachable.some(([each]) => each === chat),
  );
  const unexplained = unreachable.filter(
    ([chat, { status }]) => told.reasons.get(chat) !== (status === 403 ? 'blocked' : 'gone'),
  );
  const byChat = Object.values(Object.groupBy(seen, ({ chat }) => chat)).map((each = []) => busiest(each));
  recordFigures(row, {
    recipients,
    requests: seen.length,
    reached: told.reached.size,
    'unreachable, with the reason': unreachable.length - unexplained.length,
    missed: missed.length + unexplained.length,
    'before Retry-After': tooEarly.length,
    'most in a second to one chat': Math.max(...byChat),
    'most in a second': busiest(seen),
    'cards more than once': [...arrived].filter(
      ([chat, count]) => weather.get(chat)?.length !== 0 && count > 1,
    ).length,
    'simulated minutes': Math.round(tookMs / 60_000),
  });
  expect(missed).toEqual([]);
  expect(unexplained).toEqual([]);
  expect(tooEarly).toEqual([]);
  expect(Math.max(...byChat)).toBeLessThanOrEqual(6);
  expect(busiest(seen)).toBeLessThanOrEqual(25);
  // Twice only where Teams took a card and said otherwise, or said nothing.
  const doubtful = ([, troubles]: readonly [string, readonly Weather[]]) =>
    troubles.some(({ kind }) => kind === 'delivered' || kind === 'hang');
  const twice = [...weather].filter(([chat]) => chat !== `a:${favourite}` && (arrived.get(chat) ?? 0) > 1);
  expect(twice.filter((each) => !doubtful(each))).toEqual([]);
  expect(left.filter(({ key }) => !unreachable.some(([chat]) => key.endsWith(`|${chat.slice(2)}`)))).toEqual(
    [],
  );
});
