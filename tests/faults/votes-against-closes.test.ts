import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { Audit } from './support/audit.ts';
import { isToldLate, type Press } from './support/ballot.ts';
import { type Chance, seededChance } from './support/chance.ts';
import { deadlineAfter, foundCrowd, sendToCrowd, voters } from './support/crowd.ts';
import { everyHome, type Home } from './support/homes.ts';
import { MortalProgram } from './support/mortal-program.ts';
import { recordFigures, times } from './support/report.ts';
import { decided, deliver } from './support/vote-under-fire.ts';

const crowd = voters(50);
const closes = 50;
const startsAt = Temporal.Instant.from('2025-01-06T09:00:00Z');
/** Votes and closes fall into so long a time, with the last instant of the grace in the middle of it. */
const spanMs = 240;

type Race = { readonly audit: Audit; readonly programs: readonly MortalProgram[]; readonly chance: Chance };

/** All vote and all close at once, around the instant from which it may be closed. */
async function raceOnce({ audit, programs, chance }: Race, meetingId: string, at: Temporal.Instant) {
  const deadline = deadlineAfter(at);
  const closable = deadline.add({ seconds: 120 });
  await everybody(programs, at);
  await chance.pick(programs).ask(sendToCrowd(meetingId, crowd, at, true));
  await everybody(programs, closable.subtract({ milliseconds: spanMs / 2 }));
  const objecting = chance.below(3);
  const votes = crowd.map(async (personId) => {
    const press = pressOf(chance, meetingId, personId, deadline, objecting);
    await pause(chance.below(spanMs));
    await deliver({ program: chance.pick(programs), audit }, press);
  });
  const closings = Array.from({ length: closes }, async () => {
    await pause(chance.below(spanMs));
    const close = { do: 'close', meetingId, version: 1, at: closable.toString() } as const;
    await chance.pick(programs).ask(close);
  });
  await Promise.all([...votes, ...closings]);
  await decided(audit, meetingId);
  return audit.decision(meetingId, deadline);
}

async function everybody(programs: readonly MortalProgram[], now: Temporal.Instant): Promise<void> {
  await Promise.all(programs.map((program) => program.setNow(now)));
}

/** Begun in time by the channel's own clock: whoever comes within the grace counts. In one race of three nobody objects. */
function pressOf(
  chance: Chance,
  meetingId: string,
  personId: string,
  deadline: Temporal.Instant,
  objecting: number,
): Press {
  const objects = objecting > 0 && chance.happens(objecting === 1 ? 40 : 4);
  const sentAt = deadline.subtract({ seconds: 1 + chance.below(100) });
  const name = objects ? 'objectToMinutes' : 'approveMinutes';
  return { name, meetingId, personId, nonce: `${personId} ${meetingId}`, sentAt };
}

async function race(
  home: Home,
  chance: Chance,
  { processes, rounds, planted }: { processes: number; rounds: number; planted?: 'waits-for-nobody' },
) {
  const { config, teamsFile, witness } = home;
  const audit = new Audit(witness);
  const open = () =>
    new MortalProgram({ config, teamsFile, startsAt, plainCards: true, ...(planted && { planted }) });
  const programs = Array.from({ length: processes }, open);
  const results: string[] = [];
  const wrong: string[] = [];
  try {
    for (const question of foundCrowd(crowd.length)) await programs[0]?.ask(question);
    for (let round = 0; round < rounds; round += 1) {
      const at = startsAt.add({ hours: 24 * 30 * (round + 1) });
      const result = raceOnce({ audit, programs, chance }, `m${round}`, at);
      await result.then(
        (each) => results.push(each),
        (error: unknown) => wrong.push(String(error)),
      );
    }
    return { audit, results, wrong, lost: await audit.lost(), doubled: await audit.doubled() };
  } finally {
    for (const program of programs) await program.close();
    await home.remove();
  }
}

const homes = everyHome();
const several = homes.filter(([store]) => store === 'PostgreSQL');

it.for(several)(
  'is seen to find minutes that were closed over an act in time, on %s',
  async ([, openHome]) => {
    const chance = seededChance('50 votes against 50 closes, planted fault');
    const { wrong } = await race(await openHome(), chance, {
      processes: 2,
      rounds: 8,
      planted: 'waits-for-nobody',
    });
    expect(wrong).not.toEqual([]);
  },
);

const processesOn = { SQLite: 1, PostgreSQL: 2 } as const;

it.for(homes)(
  '50 votes against 50 closes on %s: every act is counted or told that it was late',
  async ([store, openHome]) => {
    const processes = processesOn[store];
    const row = `50 votes against 50 closes, ${store}, ${processes} ${processes === 1 ? 'process' : 'processes'}`;
    const rounds = times(20, 2_000);
    const { audit, results, wrong, lost, doubled } = await race(await openHome(), seededChance(row), {
      processes,
      rounds,
    });
    const late = audit.votes.filter(({ told }) => isToldLate(told)).length;
    recordFigures(row, {
      rounds,
      acts: audit.votes.length,
      counted: audit.votes.length - late,
      'told late': late,
      lost: lost.length,
      doubled: doubled.length,
      'wrong decisions or answers': wrong.length,
      contested: results.filter((result) => result === 'contested').length,
      approved: results.filter((result) => result.startsWith('approved')).length,
    });
    expect(wrong).toEqual([]);
    expect({ lost, doubled }).toEqual({ lost: [], doubled: [] });
    expect(results).toHaveLength(rounds);
    // A race in which everybody came on one side of the line would prove nothing.
    expect(late).toBeGreaterThan(rounds);
    expect(audit.votes.length - late).toBeGreaterThan(rounds);
  },
);
