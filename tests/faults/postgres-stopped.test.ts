import { tmpdir } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { hasPostgres, type PostgresServer, startPostgres } from '../support/postgres-server.ts';
import { Audit } from './support/audit.ts';
import { type Chance, seededChance } from './support/chance.ts';
import { foundCrowd, voters } from './support/crowd.ts';
import { type Cut, type CuttingProxy, startCuttingProxy } from './support/cutting-proxy.ts';
import { freshFolder, homeIn } from './support/homes.ts';
import { MortalProgram } from './support/mortal-program.ts';
import { recordFigures, times } from './support/report.ts';
import { voteOnce } from './support/vote-under-fire.ts';

const crowd = voters(20);
const startsAt = Temporal.Instant.from('2025-01-06T09:00:00Z');
const cuts: readonly Cut[] = ['before', 'at once', 'after'];

type Faults = { readonly server: PostgresServer; readonly proxy: CuttingProxy; readonly chance: Chance };
type Fault = 'server stopped' | 'backends ended' | 'cut at COMMIT';

/** One of five stops the whole server; of the others half end the program's sessions and half cut its way at COMMIT. */
function strike(faults: Faults): Promise<Fault> {
  const which = faults.chance.below(5);
  if (which === 0) return stop(faults);
  return which > 2 ? cut(faults) : endSessions(faults);
}

/** As if its power were cut; then it starts again and reads back what it had written. */
async function stop({ server }: Pick<Faults, 'server'>): Promise<Fault> {
  await server.stop('immediate');
  await server.start();
  return 'server stopped';
}

async function endSessions({ server }: Pick<Faults, 'server'>): Promise<Fault> {
  const mine = "application_name = 'udvalgsbot' AND pid <> pg_backend_pid()";
  await server.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE ${mine}`);
  return 'backends ended';
}

/** Waits until a COMMIT came by. */
async function cut({ proxy, chance }: Pick<Faults, 'proxy' | 'chance'>): Promise<Fault> {
  const how = chance.pick(cuts);
  const before = proxy.made[how];
  const since = performance.now();
  proxy.arm(how);
  while (proxy.made[how] === before && performance.now() - since < 5_000) await pause(2);
  return 'cut at COMMIT';
}

type Striking = (faults: Faults) => Promise<Fault>;

/** While members vote: after some answers and some milliseconds. */
async function strikeAgain(faults: Faults, { votes }: Audit, strikes: number, next: Striking) {
  const done = new Map<Fault, number>();
  for (let strikesDone = 0; strikesDone < strikes; strikesDone += 1) {
    const enough = votes.length + 1 + faults.chance.below(8);
    const since = performance.now();
    while (votes.length < enough && performance.now() - since < 3_000) await pause(2);
    await pause(faults.chance.below(15));
    const fault = await next(faults);
    done.set(fault, (done.get(fault) ?? 0) + 1);
  }
  return done;
}

async function voteThroughFaults(
  strikes: number,
  chance: Chance,
  { next = strike, planted }: { next?: Striking; planted?: 'commits-later' } = {},
) {
  const server = await startPostgres([], tmpdir());
  const proxy = await startCuttingProxy(server.port);
  const direct = await server.freshDatabase();
  const folder = freshFolder();
  const home = homeIn(folder, 'PostgreSQL', direct);
  const through = direct.replace(`:${server.port}/`, `:${proxy.port}/`);
  const { teamsFile, witness } = home;
  const config = { ...home.config, databaseUrl: through };
  const program = new MortalProgram({
    config,
    teamsFile,
    startsAt,
    alone: true,
    plainCards: true,
    ...(planted && { planted }),
  });
  const audit = new Audit(witness);
  const results: string[] = [];
  const wrong: string[] = [];
  try {
    for (const question of foundCrowd(crowd.length)) await program.ask(question);
    let isStriking = true;
    const striking = strikeAgain({ server, proxy, chance }, audit, strikes, next).finally(() => {
      isStriking = false;
    });
    for (let meeting = 0; isStriking || meeting === 0; meeting += 1) {
      const at = startsAt.add({ hours: 24 * 30 * (meeting + 1) });
      const voted = voteOnce({ program, audit, chance, voters: crowd }, `m${meeting}`, at);
      await voted.then(
        (result) => results.push(result),
        (error: unknown) => wrong.push(String(error)),
      );
    }
    const done = await striking;
    const [lost, doubled] = [await audit.lost(), await audit.doubled()];
    return {
      audit,
      lost,
      doubled,
      done,
      results,
      wrong,
      made: proxy.made,
      events: await witness.lookAgain(),
      deaths: program.deaths,
    };
  } finally {
    await program.close();
    await proxy.close();
    await home.remove();
    await server.close();
  }
}

const servers = hasPostgres() ? ['PostgreSQL'] : [];

it.for(servers)(
  '%s stopped, its sessions ended and its answers cut off: nothing is lost and nothing done twice',
  async () => {
    const row = 'PostgreSQL stopped, ended or cut off in COMMIT';
    const strikes = times(20, 500);
    const { audit, lost, doubled, done, results, wrong, made, events, deaths } = await voteThroughFaults(
      strikes,
      seededChance(row),
    );
    recordFigures(row, {
      strikes,
      ...Object.fromEntries(done),
      'COMMIT cut before, at once, after it was carried out': cuts.map((cut) => made[cut]).join(' / '),
      meetings: results.length,
      'acts acknowledged': audit.votes.filter(({ told }) => told.kind === 'done').length,
      lost: lost.length,
      doubled: doubled.length,
      'wrong decisions': wrong.length,
      'events in a whole chain': events,
    });
    expect({ lost, doubled, wrong, deaths }).toEqual({ lost: [], doubled: [], wrong: [], deaths: 0 });
    expect([...done.values()].reduce((sum, count) => sum + count, 0)).toBe(strikes);
    expect(cuts.every((cut) => made[cut] > 0)).toBe(true);
  },
);

it.for(servers)('is seen to find acts that %s lost because it was not waited for', async () => {
  const chance = seededChance('PostgreSQL stopped, planted fault');
  const { lost } = await voteThroughFaults(4, chance, { next: stop, planted: 'commits-later' });
  expect(lost).not.toEqual([]);
});
