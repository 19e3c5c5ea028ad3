import { expect, it } from 'vitest';
import { happenedTwice, postedAgain, wrongFiles } from './support/afterwards.ts';
import { type Chance, seededChance } from './support/chance.ts';
import { everyHome, type Home, type OpenHome, sqliteHome } from './support/homes.ts';
import { MortalProgram } from './support/mortal-program.ts';
import type { Opening } from './support/process/contract.ts';
import type { Death } from './support/process/failpoints.ts';
import { recordFigures, times } from './support/report.ts';
import { founding } from './support/story-committee.ts';
import { drain, tellStory } from './support/story-under-fire.ts';
import type { Witness } from './support/witness.ts';

const startsAt = Temporal.Instant.from('2025-01-06T09:00:00Z');
const firstDate = Temporal.PlainDate.from('2025-02-05');

type Survey = Readonly<Record<string, number>>;

type Telling = {
  readonly home: Home;
  readonly program: MortalProgram;
  readonly witness: Witness;
};

/** What is left when a meeting was told to its end, over all deaths. */
type Aftermath = {
  readonly diedAt: readonly string[];
  /** Cards that Teams was given twice. */
  readonly again: number;
  readonly wrong: readonly string[];
};

async function withProgram<T>(
  home: Home,
  deaths: readonly Death[],
  tell: (telling: Telling) => Promise<T>,
  planted: Partial<Opening> = {},
): Promise<T> {
  const { config, teamsFile } = home;
  const program = new MortalProgram({ config, teamsFile, startsAt, deaths, alone: true, ...planted });
  try {
    return await tell({ home, program, witness: home.witness });
  } finally {
    await program.close();
    await home.remove();
  }
}

async function found(telling: Telling): Promise<void> {
  for (const question of founding) await telling.program.ask(question);
  await drain(telling);
}

/** A meeting with these deaths on its way; then a look at the log, the library and Teams. */
async function toldWith(telling: Telling, deaths: readonly Death[], place: number): Promise<Aftermath> {
  const { program, witness, home } = telling;
  const before = program.diedAt.length;
  await program.arm(deaths);
  const meetingId = await tellStory(telling, firstDate.add({ days: 7 * 9 * place }));
  await program.arm([]);
  const diedAt = program.diedAt.slice(before);
  const events = await witness.look();
  const again = postedAgain(home.teamsFile, meetingId);
  const result = resultOf(events, meetingId);
  const wrong = [
    ...wrongFiles(`${home.config.dataDir}/library`, meetingId, events),
    ...happenedTwice(events, meetingId),
    // A kill between Teams' answer and our note of it leaves open whether it has the card: it is shown once more.
    ...again.filter(({ times }) => times > diedAt.length).map(({ card }) => `again and again: ${card}`),
    ...(result === 'approvedTacitly' ? [] : [`the result is ${result}`]),
  ];
  return { diedAt, again: again.length, wrong };
}

function resultOf(events: Awaited<ReturnType<Witness['look']>>, meetingId: string): string {
  const closed = events.find(
    ({ stream, event }) => stream === `meeting/${meetingId}` && event.type === 'MinutesClosed',
  );
  return closed?.event.type === 'MinutesClosed' ? closed.event.result : 'none';
}

/** Which points there are, and how often a story passes each. */
async function surveyed(openHome: OpenHome): Promise<{ readonly start: Survey; readonly story: Survey }> {
  return withProgram(await openHome(), [], async (telling) => {
    const start = await telling.program.ask<Survey>({ do: 'passed' });
    await found(telling);
    await telling.program.arm([]);
    expect(await toldWith(telling, [], 0)).toEqual({ diedAt: [], again: 0, wrong: [] });
    await telling.program.arm([]);
    await tellStory(telling, firstDate.add({ days: 7 * 9 }));
    return { start, story: await telling.program.ask<Survey>({ do: 'passed' }) };
  });
}

/** First starts that die on the way, each a step further, leave a store that can be used as any other. */
function killedAtStart(home: Home, start: Survey): Promise<Aftermath> {
  const deaths = Object.keys(start).map((point) => ({ point, nth: 1 }));
  return withProgram(home, deaths, async (telling) => {
    await found(telling);
    const { diedAt, ...after } = await toldWith(telling, [], 0);
    return { ...after, diedAt: [...telling.program.diedAt, ...diedAt] };
  });
}

const deathsInOneStory = 9;

/** Every point once: some of them in each story, at a pass that chance picks. One that was not come by is tried again. */
function killedInStories(home: Home, story: Survey, chance: Chance): Promise<readonly Aftermath[]> {
  return withProgram(home, [], async (telling) => {
    await found(telling);
    const left = new Map(Object.entries(story));
    const all: Aftermath[] = [];
    while (left.size > 0 && all.length < 2 * Object.keys(story).length) {
      const chosen = Array.from({ length: deathsInOneStory }, () => chance.pick([...left]));
      const deaths = chosen.map(([point, count]) => ({ point, nth: 1 + chance.below(Math.ceil(count / 4)) }));
      const after = await toldWith(telling, deaths, all.length);
      for (const point of after.diedAt) left.delete(point);
      all.push(after);
    }
    return all;
  });
}

it.for(everyHome())(
  'killed at every named point, a program on %s goes on by itself and does nothing twice',
  async ([store, openHome]) => {
    const { start, story } = await surveyed(openHome);
    const row = `kill at every failpoint, ${store}`;
    const chance = seededChance(row);
    const all: Aftermath[] = [];
    for (let round = 0; round < times(1, 20); round += 1) {
      all.push(await killedAtStart(await openHome(), start));
      all.push(...(await killedInStories(await openHome(), story, chance)));
    }
    const points = new Set(all.flatMap(({ diedAt }) => diedAt));
    const named = new Set([...Object.keys(start), ...Object.keys(story)]);
    const wrong = all.flatMap((each) => each.wrong);
    recordFigures(row, {
      'named points': named.size,
      'killed at': points.size,
      kills: all.reduce((sum, { diedAt }) => sum + diedAt.length, 0),
      meetings: all.length,
      'papers filed twice, torn or missing, acts or decisions twice': wrong.length,
      'cards posted once more': all.reduce((sum, { again }) => sum + again, 0),
    });
    expect(wrong).toEqual([]);
    expect([...named.difference(points)]).toEqual([]);
    expect(points.size).toBeGreaterThanOrEqual(25);
  },
);

it('is seen to find a paper that was filed twice', async () => {
  const tell = async (telling: Telling) => {
    await found(telling);
    return toldWith(telling, [{ point: 'library.file after', nth: 1 }], 0);
  };
  const { wrong } = await withProgram(await sqliteHome(), [], tell, { planted: 'files-anew' });
  expect(wrong).toContainEqual(expect.stringMatching(/^\d+ files, \d+ noted$/));
});
