import { writeSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { createInterface } from 'node:readline';
import { createLog } from '../../../../src/adapters/system/log.ts';
import { createCardMessenger } from '../../../../src/adapters/teams/card-messenger.ts';
import { createIdentitiesOf } from '../../../../src/application/committee/identities-of.ts';
import { type Core, createEngine, openCore } from '../../../../src/core.ts';
import { createWatch } from '../../../../src/watch.ts';
import type { Answer, Opening, Question, QueueStatus } from './contract.ts';
import { afterwards, bothSides, createFailpoints, pointsAround } from './failpoints.ts';
import { createPaperTeams, createPlainMessenger } from './paper-teams.ts';
import { portsUnder } from './ports-under.ts';
import { watchPostgres, watchSqlite } from './sql-points.ts';

/**
 * The program without its HTTP door, in a process that can be killed: store, use cases, sweep and outbox are the real
 * ones. It takes one question a line and answers when the program has answered. It waits for its opening, so that it
 * can be started while the one before it still runs.
 */
const points = createFailpoints();
let aheadMs = 0;
let planted: Opening['planted'];
const now = () => Temporal.Instant.fromEpochMilliseconds(Date.now() + aheadMs);

async function open(opening: Opening) {
  ({ aheadMs, planted } = opening);
  points.arm(opening.deaths ?? []);
  watchSqlite(points);
  points.pass('start before the store');
  const { config } = opening;
  const core = await openCore({
    config,
    clock: { now },
    baseUrl: () => 'http://papers.example',
    around: (ports) => portsUnder(points, opening, ports),
  });
  points.pass('start after the store');
  // Whoever knows that the others are dead need not wait for their lease to end.
  if (opening.alone === true) await core.store.processes.others(Temporal.Now.instant().add({ minutes: 5 }));
  const teams = createPaperTeams(opening.teamsFile);
  const connector = pointsAround(points, 'connector', teams, { send: bothSides, update: afterwards });
  const messenger = opening.plainCards
    ? createPlainMessenger(connector, core.conversations)
    : createCardMessenger({ ...core, connector, identitiesOf: createIdentitiesOf(core) });
  const log = createLog('silent');
  const engine = createEngine(core, teams.naming(messenger), log);
  const watch = createWatch(core, log, { clockIsWatched: false });
  await watch.begin();
  await engine.start();
  watch.start();
  points.pass('start after the engine');
  return { core, engine };
}

type Running = Awaited<ReturnType<typeof open>>;

async function answerTo({ core, engine }: Running, question: Question): Promise<unknown> {
  switch (question.do) {
    case 'use':
      return use(core, question.useCase, question.request);
    case 'clock':
      aheadMs = question.aheadMs;
      return engine.wake();
    case 'close':
      return core.useCases.closeMinutes(
        question.meetingId,
        question.version,
        Temporal.Instant.from(question.at),
      );
    case 'arm':
      return points.arm(question.deaths);
    case 'passed':
      return points.passed();
    case 'status':
      return statusOf(core);
    case 'remember':
      for (const { seenAt, ...reference } of question.references)
        await core.conversations.remember({ ...reference, seenAt: Temporal.Instant.from(seenAt) });
      return undefined;
    case 'append': {
      const { append, effects } = question;
      const at = Temporal.Instant.from(question.at);
      const decided = { result: undefined, append, effects, actor: { system: 'setup' }, at } as const;
      return core.log.transact({ load: {}, decide: () => decided });
    }
    case 'stop':
      return engine.stop();
  }
}

/** As the door does it: received now, and in flight until it is answered. */
async function use(core: Core, name: string, request: Readonly<Record<string, unknown>>): Promise<unknown> {
  const useCase: unknown = Object.entries(core.useCases).find(([each]) => each === name)?.[1];
  if (typeof useCase !== 'function') throw new RangeError(`no use case ${name}`);
  const receivedAt = now();
  const ended = core.useCases.inFlight.begin(receivedAt);
  try {
    const { sentAt } = request;
    const sent = typeof sentAt === 'string' ? { sentAt: Temporal.Instant.from(sentAt) } : {};
    const result: unknown = await useCase({ ...request, receivedAt, ...sent }, receivedAt);
    return { receivedAt, result };
  } finally {
    ended();
  }
}

async function statusOf({ outbox }: Core): Promise<QueueStatus> {
  const { open: left, done } = await outbox.status();
  const dead = left.filter(({ state }) => state === 'dead').length;
  return { open: left.map(({ key, state, code = '' }) => `${state} ${key} ${code}`), dead, done };
}

function say(answer: Answer): void {
  writeSync(1, `${JSON.stringify(answer)}\n`);
}

let running: Promise<Running> | undefined;

async function take(line: string): Promise<void> {
  const { id, ...asked } = JSON.parse(line) as { readonly id: number } & (
    | Question
    | { readonly do: 'open'; readonly opening: Opening }
  );
  try {
    if (asked.do === 'open') {
      running = open(asked.opening);
      await running;
      say({ id, answer: null });
    } else if (running !== undefined) {
      say({ id, answer: (await answerTo(await running, asked)) ?? null });
    }
  } catch (error) {
    say({ id, failed: String(error) });
  }
}

if (process.argv.includes('postgres')) await watchPostgres(points, () => planted === 'commits-later');
flushCompileCache();
createInterface({ input: process.stdin })
  .on('line', (line) => void take(line))
  .on('close', () => process.exit(0));
