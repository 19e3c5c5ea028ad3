import { createClosedDays } from './adapters/calendar/closed-days.ts';
import { createDocumentWriter } from './adapters/documents/document-writer.ts';
import { createDocumentReader } from './adapters/documents/reader/document-reader.ts';
import { createLocalAnchors } from './adapters/local-library/anchors.ts';
import { createLocalLibrary } from './adapters/local-library/create-local-library.ts';
import { createOutboxWorker } from './adapters/scheduler/outbox-worker.ts';
import { createSweep } from './adapters/scheduler/sweep.ts';
import { createTicker } from './adapters/scheduler/ticker.ts';
import { beatsInMachineTime } from './adapters/system/beats-in-machine-time.ts';
import type { Log } from './adapters/system/log.ts';
import { createSystemClock } from './adapters/system/system-clock.ts';
import { createSystemDigest } from './adapters/system/system-digest.ts';
import { createSystemIds } from './adapters/system/system-ids.ts';
import { createAnchorDaily } from './application/effects/anchor-daily.ts';
import { createCarryOut } from './application/effects/carry-out.ts';
import { project } from './application/project.ts';
import { createSweepDue } from './application/sweep-due.ts';
import { createUseCases } from './application/use-cases.ts';
import type { Config } from './config.ts';
import { openDelivery } from './delivery.ts';
import { openStore } from './open-store.ts';
import type { Clock } from './ports/clock.ts';
import type { EventLog } from './ports/event-log.ts';
import type { Messenger } from './ports/messenger.ts';
import { anchorFolder } from './presentation/texts/file.da.ts';
import { wording } from './presentation/wording.ts';

export type CoreParts = {
  readonly config: Config;
  readonly clock: Clock;
  /** Origin under which people reach the program; known once the server listens. */
  readonly baseUrl: () => string;
  /** Stands between the program and its ports: so the proof under faults kills it at any step, and no step knows of it. */
  readonly around?: <P extends object>(ports: P) => P;
};

export type Core = Awaited<ReturnType<typeof openCore>>;

/** Store, library, documents and use cases, without an edge. Throws `StoreNotOpened`. */
export async function openCore({ config, clock, baseUrl, around = (ports) => ports }: CoreParts) {
  const digest = createSystemDigest();
  const ids = createSystemIds();
  const { dataDir } = config;
  const store = await openStore(config, { project, ids, digest, mark: config.mode });
  const committed = { tell: () => {} };
  store.onNews(() => committed.tell());
  const { outbox, readModels, conversations } = store;
  const processes =
    config.mode === 'local' ? beatsInMachineTime(store.processes, createSystemClock()) : store.processes;
  const parts = around({
    store,
    outbox,
    readModels,
    conversations,
    processes,
    log: telling(store.log, () => committed.tell()),
    ...openDelivery({ config, clock, baseUrl }),
    anchors: createLocalAnchors({ root: `${dataDir}/library`, folder: anchorFolder }),
    library: createLocalLibrary({
      root: `${dataDir}/library`,
      clock,
      digest,
      baseUrl,
      meetingFolder: wording.meetingFolder,
      ...(config.databaseUrl === undefined
        ? {}
        : { exclusively: (work) => store.exclusively('library', work) }),
    }),
    reader: createDocumentReader(),
    writer: createDocumentWriter(),
    isClosedDay: createClosedDays(),
    wording,
    digest,
    clock,
    ids,
  });
  return { ...parts, committed, useCases: createUseCases(parts) };
}

export type Engine = {
  /** Wakes outbox and sweep: after the clock was moved. */
  wake(): void;
  start(): Promise<void>;
  /** Lets what is running end, then closes the store; `last` is what is still to be said to it. */
  stop(last?: () => Promise<void>): Promise<void>;
};

/** The program's heart: what is wanted is carried out, what is due is decided, until it is stopped. */
export function createEngine(core: Core, messenger: Messenger, log: Log): Engine {
  const { outbox, readModels, clock, digest, useCases } = core;
  const carryOut = createCarryOut({ ...core, messenger });
  const worker = createOutboxWorker({
    outbox,
    clock,
    carryOut: (effect, { key, revision }) =>
      carryOut(effect, digest.sha256(`${key}#${revision}`).slice(0, 32)),
    log: (entry) => log.warn(entry, 'outbox'),
  });
  const close = createSweepDue(useCases);
  const sweep = createSweep({ readModels, clock, close, log: (entry) => log.warn(entry, 'sweep') });
  const anchorDaily = createAnchorDaily(core);
  const days = createTicker({
    clock,
    work: anchorDaily,
    nextDue: anchorDaily,
    failed: (error) => log.warn({ error }, 'daily anchor'),
  });
  const wake = () => {
    worker.poke();
    sweep.poke();
  };
  core.committed.tell = wake;
  useCases.doubts.whenSettled(() => sweep.retry());
  return {
    wake,
    async start() {
      await worker.start();
      sweep.start();
      days.start();
    },
    async stop(last) {
      await days.stop();
      await sweep.stop();
      await worker.stop();
      await core.writer.close();
      await last?.();
      await core.store.close();
    },
  };
}

/** The same log; whoever waits for new effects or deadlines is told after each commit. */
function telling(log: EventLog, tell: () => void): EventLog {
  return {
    load: (plan) => log.load(plan),
    read: (after, limit) => log.read(after, limit),
    history: (streams) => log.history(streams),
    head: () => log.head(),
    async transact(unit) {
      const result = await log.transact(unit);
      tell();
      return result;
    },
  };
}
