import type { ClaimedEffect, Effect } from '../../ports/outbox.ts';
import { PortFailure } from '../../ports/port-failure.ts';
import { type Aftermath, afterFailure } from './after-failure.ts';
import { createTicker } from './ticker.ts';
import { within } from './timer.ts';
import { composeWorker, type Worker, type WorkerParts } from './worker-state.ts';

export type OutboxWorker = {
  /** Carries out all that is due now, also what becomes due meanwhile. Resolves with the number of effects done. */
  drain(): Promise<number>;
  /** Takes back what a process that is gone had claimed, then drains whenever something is due. */
  start(): Promise<void>;
  /** To be called after a commit that wants something. */
  poke(): void;
  /** Begins nothing more and waits for what is running, at most 10 s. */
  stop(): Promise<void>;
};

/** Claimed ahead so that a slow lane leaves work for the others. */
const claimedAtOnce = 16;
const leaseMs = 10 * 60_000;
/** An adapter that does not come back holds its place no longer than this. */
const patienceMs = 2 * 60_000;
const stopPatienceMs = 10_000;

export function createOutboxWorker(parts: WorkerParts): OutboxWorker {
  const worker = composeWorker(parts);
  const { outbox, clock, timer, log } = worker;
  let turn: Promise<unknown> = Promise.resolve();
  const drain = () => {
    const mine = turn.then(() => drainOnce(worker));
    turn = mine.catch(() => undefined);
    return mine;
  };
  const failed = (error: unknown) => log({ what: 'outbox-failed', error });
  const ticker = createTicker({ clock, timer, work: drain, nextDue: () => outbox.nextDue(), failed });
  return {
    drain,
    start: async () => {
      await outbox.releaseAll();
      ticker.start();
    },
    poke: () => ticker.poke(),
    stop: async () => {
      worker.stopping = true;
      worker.lanes.clear();
      await within(timer, stopPatienceMs, ticker.stop(), () => undefined);
    },
  };
}

async function drainOnce(worker: Worker): Promise<number> {
  const { lanes } = worker;
  const doneBefore = worker.done;
  for (;;) {
    const endedBefore = lanes.ended();
    const claimed = worker.stopping ? 0 : await claimMore(worker);
    if (lanes.running() > 0) await lanes.nextEnd();
    else if (claimed === 0 && lanes.ended() === endedBefore) return worker.done - doneBefore;
  }
}

async function claimMore(worker: Worker): Promise<number> {
  const { outbox, clock, lanes, held } = worker;
  const room = claimedAtOnce - lanes.waiting() - lanes.running();
  if (room <= 0) return 0;
  const now = clock.now();
  const claimed = await outbox.claim(now, now.add({ milliseconds: leaseMs }), room);
  if (worker.stopping) return 0;
  // A lease can end while its effect still runs here, because a person moved the clock: it is not begun twice.
  const fresh = claimed.filter(({ key }) => !held.has(key));
  for (const each of fresh) {
    held.add(each.key);
    lanes.add(laneOf(each.effect), () => carryOut(worker, each));
  }
  return fresh.length;
}

/** What must not overtake each other: all to one person or chat, and all papers of one meeting. */
function laneOf(effect: Effect): string {
  if (effect.kind === 'anchor-log') return 'anchors';
  if (effect.kind === 'send-mail') return `person/${effect.personId}`;
  if (effect.kind !== 'show-card') return `meeting/${effect.meetingId}`;
  const { audience } = effect;
  return audience.to === 'person' ? `person/${audience.personId}` : `conversation/${audience.conversationId}`;
}

async function carryOut(worker: Worker, claimed: ClaimedEffect): Promise<void> {
  const { key, effect, attempts, revision } = claimed;
  const { outbox, clock, log } = worker;
  try {
    const failure = await failureOf(worker, () => worker.carryOut(effect, { key, attempts, revision }));
    if (failure === undefined) {
      worker.failures.delete(key);
      await outbox.complete(claimed, clock.now());
      worker.done += 1;
    } else {
      const { state, dueAt, code } = judge(worker, claimed, failure.error);
      await outbox.postpone(claimed, state, dueAt, code);
    }
  } catch (error) {
    log({ what: 'outbox-failed', error });
  } finally {
    worker.held.delete(key);
  }
}

/** Nothing when it went well. An effect that throws before its first await is caught too. */
async function failureOf(
  { timer }: Worker,
  work: () => Promise<void>,
): Promise<{ readonly error: unknown } | undefined> {
  try {
    await within(timer, patienceMs, work(), () => {
      throw new PortFailure('unavailable', 'no answer in time');
    });
    return undefined;
  } catch (error) {
    return { error };
  }
}

function judge(
  worker: Worker,
  { key, attempts }: ClaimedEffect,
  error: unknown,
): Aftermath & { readonly code: string } {
  const { clock, log, chance } = worker;
  if (!(error instanceof PortFailure)) return giveUpBroken(worker, key, error);
  const before = worker.failures.get(key);
  // After a restart only the count of all attempts is left; an open file goes on waiting from there.
  const forgotten = error.kind === 'locked' ? attempts : 0;
  const tries = 1 + (before === undefined ? forgotten : before.kind === error.kind ? before.tries : 0);
  const aftermath = afterFailure(error, tries, clock.now(), chance());
  if (aftermath.state === 'dead') worker.failures.delete(key);
  else worker.failures.set(key, { kind: error.kind, tries });
  const code = `${error.kind}: ${error.code}`;
  log({ what: 'effect-failed', key, code, ...aftermath });
  return { ...aftermath, code };
}

function giveUpBroken({ clock, log, errorId, failures }: Worker, key: string, error: unknown) {
  const id = errorId();
  failures.delete(key);
  log({ what: 'effect-broke', key, errorId: id, error });
  return { state: 'dead', dueAt: clock.now(), code: `defect: ${id}` } as const;
}
