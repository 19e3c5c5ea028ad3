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
async function strike({ server, proxy, chance }: Faults): Promise<Fault> {
  const which = chance.below(5);
  if (which === 0) {
    await server.stop('immediate');
    await server.start();
    return 'server stopped';
  }
  if (which > 2) {
    proxy.arm(chance.pick(cuts));
    return 'cut at COMMIT';
  }
  // Whoever waits for the disk is in COMMIT; so is, now and then, whoever is active at all.
  const mine = "application_name = 'udvalgsbot' AND pid <> pg_backend_pid()";
  await server.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE ${mine}`);
  return 'backends ended';
}

async function strikeAgain(
  faults: Faults,
  program: MortalProgram,
  strikes: number,
  done: Map<Fault, number>,
) {
  for (let strikesDone = 0; strikesDone < strikes; strikesDone += 1) {
    const enough = program.answered + 1 + faults.chance.below(12);
    const since = performance.now();
    while (program.answered < enough && performance.now() - since < 3_000) await pause(2);
    await pause(faults.chance.below(15));
    const fault = await strike(faults);
    done.set(fault, (done.get(fault) ?? 0) + 1);
  }
}

async function voteThroughFaults(strikes: number, chance: Chance) {
  const server = await startPostgres([], tmpdir());
  const proxy = await startCuttingProxy(server.port);
  const direct = await server.freshDatabase();
  const folder = freshFolder();
  const home = homeIn(folder, 'PostgreSQL', direct);
  const through = direct.replace(`:${server.port}/`, `:${proxy.port}/`);
  const { teamsFile, witness } = home;
  const config = { ...home.config, databaseUrl: through };
  const program = new MortalProgram({ config, teamsFile, startsAt, alone: true, plainCards: true });
  const audit = new Audit(witness);
  const done = new Map<Fault, number>();
  const results: string[] = [];
  try {
    for (const question of foundCrowd(crowd.length)) await program.ask(question);
    let isStriking = true;
    const striking = strikeAgain({ server, proxy, chance }, program, strikes, done).finally(() => {
      isStriking = false;
    });
    for (let meeting = 0; isStriking || meeting === 0; meeting += 1) {
      const at = startsAt.add({ hours: 24 * 30 * (meeting + 1) });
      results.push(await voteOnce({ program, audit, chance, voters: crowd }, `m${meeting}`, at));
    }
    await striking;
    const [lost, doubled] = [await audit.lost(), await audit.doubled()];
    return {
      audit,
      lost,
      doubled,
      done,
      results,
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
    const { audit, lost, doubled, done, results, made, events, deaths } = await voteThroughFaults(
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
      'wrong decisions': 0,
      'events in a whole chain': events,
    });
    expect({ lost, doubled, deaths }).toEqual({ lost: [], doubled: [], deaths: 0 });
    expect([...done.values()].reduce((sum, count) => sum + count, 0)).toBe(strikes);
    expect(cuts.every((cut) => made[cut] > 0)).toBe(true);
  },
);
