import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { Audit } from './support/audit.ts';
import { type Chance, seededChance } from './support/chance.ts';
import { foundCrowd, voters } from './support/crowd.ts';
import { everyHome, type Home, sqliteHome } from './support/homes.ts';
import { MortalProgram } from './support/mortal-program.ts';
import { recordFigures, times } from './support/report.ts';
import { voteOnce } from './support/vote-under-fire.ts';

const crowd = voters(20);
const startsAt = Temporal.Instant.from('2025-01-06T09:00:00Z');
const longestIdleMs = 1_500;
const mostAnswers = 24;
/** In the short set 200 in all; a start on PostgreSQL takes the longer of the two. */
const killsOn = { SQLite: times(120, 5_000), PostgreSQL: times(80, 5_000) };

type Course = {
  readonly kills: number;
  readonly acknowledged: number;
  readonly lost: number;
  readonly doubled: number;
  readonly events: number;
  readonly results: readonly string[];
  readonly wrong: readonly string[];
};

/** Meetings are voted on one after the other, and the process is killed again and again, whatever it is at. */
async function killAndVote(
  home: Home,
  chance: Chance,
  kills: number,
  planted?: 'answers-first',
): Promise<Course> {
  const { witness } = home;
  const audit = new Audit(witness);
  const lost = new Set<string>();
  const onDeath = async () => {
    for (const { press } of await audit.lost()) lost.add(`${press.meetingId} ${press.nonce}`);
  };
  const { config, teamsFile } = home;
  const program = new MortalProgram({
    config,
    teamsFile,
    startsAt,
    onDeath,
    alone: true,
    plainCards: true,
    ...(planted && { planted }),
  });
  const results: string[] = [];
  const wrong: string[] = [];
  try {
    for (const question of foundCrowd(crowd.length)) await program.ask(question);
    const killing = killAgain(program, chance, kills);
    const voting = { program, audit, chance, voters: crowd };
    for (let meeting = 0; program.deaths < kills || results.length === 0; meeting += 1) {
      const at = startsAt.add({ hours: 24 * 30 * (meeting + 1) });
      const decision = voteOnce(voting, `m${meeting}`, at).catch((error: unknown) =>
        wrong.push(String(error)),
      );
      results.push(String(await decision));
    }
    await killing;
  } finally {
    await program.close();
  }
  await onDeath();
  const doubled = (await audit.doubled()).length;
  const acknowledged = audit.votes.filter(({ told }) => told.kind === 'done').length;
  const events = await witness.lookAgain();
  return { kills: program.deaths, acknowledged, lost: lost.size, doubled, events, results, wrong };
}

/** After some answers and some milliseconds: so a slow machine's lives are longer, and something happens in each. */
async function killAgain(program: MortalProgram, chance: Chance, kills: number): Promise<void> {
  while (program.deaths < kills) {
    const enough = program.answered + chance.below(mostAnswers);
    const until = performance.now() + chance.below(longestIdleMs);
    while (program.answered < enough && performance.now() < until) await pause(2);
    await pause(chance.below(20));
    await program.kill();
  }
}

it.for(everyHome())(
  'a program on %s killed with -9 at any instant has kept every act it acknowledged, once',
  async ([store, openHome]) => {
    const home = await openHome();
    const row = `kill -9 at random, ${store}`;
    const course = await killAndVote(home, seededChance(row), killsOn[store]);
    const { kills, acknowledged, lost, doubled, events, results, wrong } = course;
    const decided = Object.entries(Object.groupBy(results, (result) => result));
    recordFigures(row, {
      kills,
      meetings: results.length,
      'acts acknowledged': acknowledged,
      lost,
      doubled,
      'wrong decisions': wrong.length,
      'events in a whole chain': events,
      ...Object.fromEntries(decided.map(([result, those = []]) => [result, those.length])),
    });
    expect({ lost, doubled, wrong }).toEqual({ lost: 0, doubled: 0, wrong: [] });
    expect(acknowledged).toBeGreaterThan(kills);
    await home.remove();
  },
);

it('is seen to find acts that were acknowledged before they were kept', async () => {
  const home = await sqliteHome();
  const { lost } = await killAndVote(home, seededChance('kill -9, planted fault'), 15, 'answers-first');
  expect(lost).toBeGreaterThan(0);
  await home.remove();
});
