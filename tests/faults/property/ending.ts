import { meetingStream } from '../../../src/application/streams.ts';
import { isClosed } from '../../../src/domain/meeting/meeting.ts';
import { asked, everybody } from './committee.ts';
import { happen } from './happen.ts';
import { saidBy, standingOf } from './ledger.ts';
import { checkOutside, checkShown } from './outside.ts';
import { readLog, type World } from './world.ts';

/** The course is over: everything that waits is carried out, and the world is held against the log. */
export async function settle(world: World): Promise<void> {
  for (const who of everybody) world.around.messenger.unblock(who);
  for (const each of world.inFlight) each.end();
  await drainAll(world);
  await readLog(world);
  checkShown(world);
  await happen(world, { does: 'nothing' });
  await checkOutside(world);
  await checkStore(world);
}

/** Moves the clock to whatever is due next, and no deadline is looked at meanwhile. */
async function drainAll({ running, around }: World): Promise<void> {
  const { outbox } = running.store;
  for (let rounds = 0; rounds < 200; rounds += 1) {
    await running.worker.drain();
    const due = await outbox.nextDue();
    if (due === undefined) return;
    if (Temporal.Instant.compare(due, around.clock.now) > 0) around.clock.now = due;
  }
  const { open } = await outbox.status();
  throw new Error(`the outbox is not drained: ${JSON.stringify(open)}`);
}

/** The chain is whole, the log folds to what it says, and the read models are those that the log makes. */
async function checkStore({ running: { store }, ledger, meetingId }: World): Promise<void> {
  const { chain } = await store.verify();
  if (chain !== 'whole') throw new Error(`the chain is ${chain}`);
  const { meeting } = await store.log.load({ meeting: meetingStream(meetingId) });
  const folded = isClosed(meeting) ? meeting.closing.result : undefined;
  if (folded !== ledger.decision?.result)
    throw new Error(`folded to ${folded ?? 'open'}, and the log says ${ledger.decision?.result ?? 'open'}`);
  const newest = ledger.versions.length;
  const before = await store.readModels.answerCounts(meetingId, newest);
  await store.rebuild();
  const after = await store.readModels.answerCounts(meetingId, newest);
  if (JSON.stringify(before) !== JSON.stringify(after)) throw new Error('the read models had drifted');
  const people = [...new Set([...asked, ...everybody])].map((each) => saidBy(ledger, newest, each));
  const approved = people.filter((said) => said.approved).length;
  const objected = people.filter((said) => standingOf(said).length > 0).length;
  if (before.approved !== approved || before.objected !== objected)
    throw new Error(`counted ${JSON.stringify(before)}, and ${approved} approved, ${objected} objected`);
}
