import { setTimeout as pause } from 'node:timers/promises';
import type { Audit } from './audit.ts';
import { intentionOf, type Press, type PressName, questionOf, type Told } from './ballot.ts';
import type { Chance } from './chance.ts';
import { deadlineAfter, sendToCrowd } from './crowd.ts';
import type { MortalProgram } from './mortal-program.ts';
import type { QueueStatus, Used } from './process/contract.ts';

export type Voting = {
  readonly program: MortalProgram;
  readonly audit: Audit;
  readonly chance: Chance;
  readonly voters: readonly string[];
};

/** One meeting from the sending to the decision, with everybody voting at once; what dies meanwhile is begun again. */
export async function voteOnce(voting: Voting, meetingId: string, at: Temporal.Instant): Promise<string> {
  const { program, audit, chance, voters } = voting;
  const deadline = deadlineAfter(at);
  await program.setNow(at);
  await send(voting, meetingId, at);
  await reachAll(voting, meetingId);
  await program.setNow(at.add({ hours: 72 }));
  const mood = chance.below(3);
  const enough = countdown(voters.length - chance.below(6));
  const all = Promise.all(
    voters.map((personId) =>
      voteAll(voting, meetingId, personId, intentionOf(chance, mood)).then(enough.count),
    ),
  );
  // The deadline passes while most have their answer and some have not.
  await Promise.race([all, enough.reached]);
  await program.setNow(deadline.add({ seconds: 20 }));
  await all;
  const late = voteAll(voting, meetingId, voters[0] ?? '', ['objectToMinutes']);
  await program.setNow(deadline.add({ seconds: 125 }));
  await late;
  await decided(audit, meetingId);
  await voteAll(voting, meetingId, voters[1] ?? '', ['approveMinutes']);
  return audit.decision(meetingId, deadline);
}

function countdown(from: number) {
  const { promise: reached, resolve } = Promise.withResolvers<void>();
  let left = from;
  const count = () => {
    left -= 1;
    if (left <= 0) resolve();
  };
  return { reached, count };
}

/** The only step that is no press and so bears no nonce: it is not done again where the log has it. */
async function send(
  { program, audit, chance, voters }: Voting,
  meetingId: string,
  at: Temporal.Instant,
): Promise<void> {
  // To one meeting of four the notices go out under fire too; to the others they came before.
  const question = sendToCrowd(meetingId, voters, at, !chance.happens(4));
  const isSent = async () => (await audit.look()).some(({ stream }) => stream === `meeting/${meetingId}`);
  while (!(await isSent())) await program.askOnce(question);
}

/** Until the queue holds nothing of this meeting; what was refused once is due again a little later. */
async function reachAll({ program }: Pick<Voting, 'program'>, meetingId: string): Promise<void> {
  for (;;) {
    const { open } = await program.ask<QueueStatus>({ do: 'status' });
    if (!open.some((each) => each.includes(`minutes-for-approval|${meetingId}`))) return;
    await pause(5);
    await program.setNow(program.now().add({ seconds: 2 }));
  }
}

async function voteAll(
  voting: Voting,
  meetingId: string,
  personId: string,
  intention: readonly PressName[],
): Promise<void> {
  const { audit, chance, program } = voting;
  await pause(chance.below(120));
  let objectionId: string | undefined;
  for (const [place, name] of intention.entries()) {
    const press: Press = {
      name,
      meetingId,
      personId,
      nonce: `${personId} ${place} ${program.now().epochMilliseconds}`,
      ...(chance.happens(5) ? {} : { sentAt: program.now() }),
      ...(name === 'withdrawObjection' && objectionId !== undefined ? { objectionId } : {}),
    };
    const told = await deliver(voting, press);
    // One in ten is pressed twice, and both arrive.
    if (chance.happens(10)) await deliver(voting, press);
    if (told.kind === 'done' && name === 'objectToMinutes')
      objectionId = await objectionOf(audit, press, told.receipt);
  }
}

export async function deliver(
  { program, audit }: Pick<Voting, 'program' | 'audit'>,
  press: Press,
): Promise<Told> {
  for (;;) {
    const used = await program.askOnce<Used<Told>>(questionOf(press));
    if (used === undefined) continue;
    const { result: told, receivedAt } = used;
    audit.votes.push({ press, told, receivedAt: Temporal.Instant.from(receivedAt) });
    return told;
  }
}

/** The card would offer it: the objection's id, as the log has it. */
async function objectionOf(audit: Audit, press: Press, receipt: string): Promise<string | undefined> {
  const own = `answer/${press.meetingId}/1/${press.personId}`;
  const events = await audit.look();
  const found = events.find(
    ({ stream, event }) => stream === own && 'receipt' in event && event.receipt === receipt,
  );
  return found !== undefined && 'objectionId' in found.event ? found.event.objectionId : undefined;
}

const patienceMs = 90_000;

export async function decided(audit: Audit, meetingId: string): Promise<void> {
  const began = performance.now();
  for (;;) {
    const events = await audit.look();
    if (
      events.some(({ stream, event }) => stream === `meeting/${meetingId}` && event.type === 'MinutesClosed')
    )
      return;
    if (performance.now() - began > patienceMs) throw new Error(`${meetingId} was never decided.`);
    await pause(10);
  }
}
