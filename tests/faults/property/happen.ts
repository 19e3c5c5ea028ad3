import { danishDay, danishInstantAt } from '../../../src/domain/calendar/danish-time.ts';
import { seat } from '../../support/invented-committee.ts';
import { checkReceipts, checkWaited, deliver } from './acts.ts';
import type { Command } from './commands.ts';
import { asked } from './committee.ts';
import { deadlineFor, lastDeadline, newestOf } from './ledger.ts';
import { checkShown } from './outside.ts';
import { chosen, nextPress } from './presses.ts';
import { serve } from './service.ts';
import { stop } from './stops.ts';
import { liveUntil, readLog, type World } from './world.ts';

/** It happens; then everything that was told, shown and written is looked at. */
export async function happen(world: World, command: Command): Promise<void> {
  await carryOut(world, command);
  await readLog(world);
  checkReceipts(world);
  checkShown(world);
  const [broken] = world.running.broken;
  if (broken !== undefined) throw new Error('the program broke', { cause: broken });
}

async function carryOut(world: World, command: Command): Promise<void> {
  const { around } = world;
  switch (command.does) {
    case 'nothing':
      return;
    case 'click':
    case 'receive':
      return click(world, command);
    case 'slow':
      return slow(world, command);
    case 'all-approve':
      for (const who of asked) await click(world, { ...yes, who });
      return;
    case 'redeliver': {
      const press = chosen(world.presses, command.which);
      return press === undefined ? undefined : deliver(world, press, around.clock.now);
    }
    case 'answer':
      return answer(world, command.which);
    case 'restart':
    case 'kill':
    case 'off':
    case 'back-up':
    case 'restore':
      return stop(world, command);
    case 'live':
    case 'live-to-deadline':
    case 'live-to-morning':
    case 'jump':
      return pass(world, command);
    default:
      return turn(world, command);
  }
}

/** What the program and the world around it do by themselves. */
async function turn(world: World, command: Command): Promise<void> {
  const { around, running } = world;
  switch (command.does) {
    case 'refresh':
      return refresh(world, command.who);
    case 'block':
      return around.messenger.block(command.who, 'denied');
    case 'unblock':
      return around.messenger.unblock(command.who);
    case 'join':
      return join(world, command.who);
    case 'drain':
      await running.worker.drain();
      return;
    case 'sweep':
      await running.sweep.run();
      return;
    default:
      return serve(world, command);
  }
}

const yes = { does: 'click', verb: 'approve', older: false, ago: 1, witness: false } as const;

async function click(world: World, command: Extract<Command, { does: 'click' | 'receive' }>): Promise<void> {
  await readLog(world);
  const press = nextPress(world, command);
  if (press === undefined) return;
  const receivedAt = world.around.clock.now;
  const { useCases } = world.running;
  world.presses.push(press);
  if (command.witness) await useCases.witnessClock({ receivedAt, sentAt: press.sentAt });
  if (command.does === 'click') return deliver(world, press, receivedAt);
  const { decision } = world.ledger;
  world.inFlight.push({ press, receivedAt, decision, end: useCases.inFlight.begin(receivedAt) });
}

/** A click comes in just before the deadline, and is worked on until long after it. */
async function slow(world: World, command: Extract<Command, { does: 'slow' }>): Promise<void> {
  await pass(world, { does: 'live-to-deadline', seconds: -20, last: true });
  await click(world, { ...command, does: 'receive' });
  await pass(world, { does: 'live-to-deadline', seconds: 150, last: true });
  await answer(world, world.inFlight.length - 1);
}

async function answer(world: World, which: number): Promise<void> {
  const begun = chosen(world.inFlight, which);
  if (begun === undefined) return;
  world.inFlight = world.inFlight.filter((each) => each !== begun);
  await readLog(world);
  checkWaited(world.ledger, begun);
  await deliver(world, begun.press, begun.receivedAt);
  begun.end();
}

/** An automatic refresh is nobody's act. */
async function refresh(world: World, personId: string): Promise<void> {
  const { store, useCases } = world.running;
  const newest = newestOf(world.ledger);
  const before = await store.log.head();
  const asked = {
    personId,
    receivedAt: world.around.clock.now,
    scope: 'personal',
    conversationId: personId,
  } as const;
  const version = newest === undefined ? {} : { version: newest.version };
  await useCases.showCardAgain({
    ...asked,
    ...version,
    card: 'minutes-for-approval',
    meetingId: world.meetingId,
  });
  const after = await store.log.head();
  if (after.hash !== before.hash) throw new Error('a refresh was written');
}

async function join(world: World, personId: string): Promise<void> {
  if (personId === 'nobody') return;
  const at = world.around.clock.now;
  const mandates = [seat(personId, { from: at.toString() })];
  await world.running.store.log.transact({
    load: {},
    decide: () => ({
      result: undefined,
      append: [{ stream: 'committee/luu', events: [{ type: 'MandatesGranted', mandates }] }],
      at,
    }),
  });
}

type Passing = Extract<Command, { does: 'live' | 'live-to-deadline' | 'live-to-morning' | 'jump' }>;

async function pass(world: World, command: Passing): Promise<void> {
  const { clock } = world.around;
  if (command.does === 'jump') {
    const expected = clock.now.add({ seconds: 10 });
    clock.now = clock.now.add({ minutes: command.minutes });
    await world.running.useCases.operation.beat({ expected, shown: clock.now });
    await world.running.sweep.run();
    return;
  }
  const until = untilOf(world, command);
  if (until !== undefined && Temporal.Instant.compare(until, clock.now) > 0) await liveUntil(world, until);
}

function untilOf(world: World, command: Exclude<Passing, { does: 'jump' }>): Temporal.Instant | undefined {
  const { now } = world.around.clock;
  if (command.does === 'live') return now.add({ hours: command.hours });
  if (command.does === 'live-to-morning') {
    const tomorrow = danishDay(now).add({ days: 1 });
    return danishInstantAt(tomorrow, Temporal.PlainTime.from('08:00'));
  }
  const newest = newestOf(world.ledger);
  if (newest === undefined) return undefined;
  const deadline = command.last ? lastDeadline(newest) : deadlineFor(newest, 'bo');
  return Temporal.Instant.fromEpochMilliseconds(deadline + command.seconds * 1_000);
}
