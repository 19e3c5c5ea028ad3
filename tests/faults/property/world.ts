import { backupStore } from '../../../src/adapters/store/sqlite/backup-store.ts';
import { restoreStore } from '../../../src/adapters/store/sqlite/restore-store.ts';
import type { ActVerb } from '../../../src/domain/minutes/answer.ts';
import type { StoredEvent } from '../../../src/ports/event-log.ts';
import { sha256 } from '../../fakes/in-memory-store.ts';
import { judge } from './judge.ts';
import { keep } from './keep.ts';
import { emptyLedger, type Ledger } from './ledger.ts';
import { copied, type Running, removed, type Surroundings, start } from './open-world.ts';

export type Press = {
  readonly verb: Exclude<ActVerb, 'remark'>;
  readonly personId: string;
  readonly version: number;
  readonly hash: string;
  readonly nonce: string;
  readonly sentAt: Temporal.Instant;
  readonly text: string;
  readonly objectionId: string;
};

/** A code somebody was given. */
export type Receipt = { readonly press: Press; readonly receipt: string; readonly at: string };

type Backup = { readonly file: string };

/** A course under way: the program as it runs, the world around it, and what people did and were told. */
export type World = {
  readonly folder: string;
  readonly meetingId: string;
  readonly around: Surroundings;
  running: Running;
  ledger: Ledger;
  stores: number;
  readonly backups: Backup[];
  readonly presses: Press[];
  receipts: Receipt[];
  inFlight: {
    readonly press: Press;
    readonly receivedAt: Temporal.Instant;
    readonly end: () => void;
    readonly decision: Ledger['decision'];
  }[];
  /** Texts that somebody wrote, with whoever wrote them. */
  readonly secrets: Map<string, string>;
  lookedAt: number;
  readonly happened: Set<string>;
};

export function createWorld(
  folder: string,
  meetingId: string,
  around: Surroundings,
  running: Running,
): World {
  return {
    ...{ folder, meetingId, around, running, ledger: emptyLedger(), stores: 0, backups: [], presses: [] },
    ...{ receipts: [], inFlight: [], secrets: new Map(), lookedAt: 0, happened: new Set() },
  };
}

/** Reads what the log says now, and judges each event by what came before it. */
export async function readLog(world: World): Promise<void> {
  const { log } = world.running.store;
  for (;;) {
    const page: readonly StoredEvent[] = await log.read(world.ledger.seq, 500);
    for (const stored of page) {
      const wrong = judge(world.ledger, stored);
      if (wrong !== undefined) throw new Error(`${wrong}: ${JSON.stringify(stored.event)}`);
      keep(world.ledger, stored);
      world.happened.add(stored.event.type === 'MinutesClosed' ? stored.event.result : stored.event.type);
    }
    if (page.length < 500) return;
  }
}

/** The program lives until then: it beats, the sweep looks at what is due, and the clock runs as it should. */
export async function liveUntil(world: World, until: Temporal.Instant): Promise<void> {
  const { clock } = world.around;
  const { store, useCases, sweep } = world.running;
  const justBefore = until.subtract({ seconds: 10 });
  if (Temporal.Instant.compare(justBefore, clock.now) > 0)
    await store.processes.beat(justBefore, useCases.inFlight.workedOff(justBefore));
  clock.now = until;
  await useCases.operation.beat({ expected: until, shown: until });
  await sweep.run();
}

/** Requests that nobody answered yet are gone with the program. */
export async function restart(world: World, from: string, leave: 'in-order' | 'killed'): Promise<void> {
  const { store } = world.running;
  if (leave === 'in-order') {
    await store.processes.leave();
    await store.close();
  }
  world.stores += 1;
  const dataDir = copied(from, `${world.folder}/store-${world.stores}`);
  if (leave === 'killed') await store.close();
  world.inFlight = [];
  world.running = await start(dataDir, world.around);
}

/** What the log does not hold any more, nobody can be held to. */
export async function restore(world: World, backup: Backup): Promise<void> {
  await world.running.store.close();
  world.stores += 1;
  const dataDir = `${world.folder}/store-${world.stores}`;
  const { now } = world.around.clock;
  const restored = await restoreStore({ dataDir, file: backup.file, replace: false, now, digest: sha256 });
  if (restored.kind !== 'done') throw new Error(`not restored: ${restored.kind}`);
  world.inFlight = [];
  world.ledger = emptyLedger();
  world.around.messenger.forgetAll();
  world.running = await start(dataDir, world.around);
  await readLog(world);
  const held = new Set([...world.ledger.receipts.values()].map(({ receipt, at }) => `${receipt} ${at}`));
  world.receipts = world.receipts.filter(({ receipt, at }) => held.has(`${receipt} ${at}`));
}

/** A copy of the store, taken while the program runs. */
export async function backUp(world: World): Promise<void> {
  const file = `${world.folder}/backup-${world.backups.length}.db`;
  const backup = await backupStore(world.running.dataDir, file, sha256);
  if (backup.kind !== 'done') throw new Error(`no backup: ${backup.kind}`);
  world.backups.push({ file });
}

export async function endWorld(world: World): Promise<void> {
  await world.running.store.close();
  removed(world.folder);
}
