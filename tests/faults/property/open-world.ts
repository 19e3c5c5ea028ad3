import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { createOutboxWorker } from '../../../src/adapters/scheduler/outbox-worker.ts';
import { createSweep } from '../../../src/adapters/scheduler/sweep.ts';
import { openSqliteStore } from '../../../src/adapters/store/sqlite/open-sqlite-store.ts';
import { createCarryOut } from '../../../src/application/effects/carry-out.ts';
import { project } from '../../../src/application/project.ts';
import { createSweepDue } from '../../../src/application/sweep-due.ts';
import { createUseCases } from '../../../src/application/use-cases.ts';
import { fakeLinks } from '../../fakes/fake-links.ts';
import { createFakeMailer } from '../../fakes/fake-mailer.ts';
import { createFakeMessenger } from '../../fakes/fake-messenger.ts';
import { fakeReader, fakeWording, fakeWriter } from '../../fakes/fake-papers.ts';
import { createInMemoryAnchors } from '../../fakes/in-memory-anchors.ts';
import { createInMemoryLibrary } from '../../fakes/in-memory-library.ts';
import { sha256 } from '../../fakes/in-memory-store.ts';
import { isClosedDay } from '../../support/danish-calendar.ts';
import { watched } from './watched.ts';

/** What outlives the program: the world around it, and its clock. */
export type Surroundings = ReturnType<typeof createSurroundings>;
export type Running = Awaited<ReturnType<typeof start>>;

/**
 * A folder for stores. In memory where the system has such a place: what is asked here is not whether the disk keeps what it
 * was given, which other rows of the proof ask.
 */
export function freshFolder(): string {
  const memory = '/dev/shm';
  return mkdtempSync(`${existsSync(memory) ? memory : tmpdir()}/udvalgsbot-property-`);
}

export function createSurroundings(now: Temporal.Instant, firstId: number) {
  let given = firstId;
  const clock = { now };
  return {
    clock,
    ids: {
      next: () => {
        given += 1;
        return `id-${given}`;
      },
    },
    idsGiven: () => given,
    library: createInMemoryLibrary(),
    messenger: watched(createFakeMessenger()),
    mailer: createFakeMailer(),
    anchors: createInMemoryAnchors(),
  };
}

/** The program starts on a folder: the real store, use cases, sweep and outbox worker. */
export async function start(dataDir: string, around: Surroundings) {
  const { ids, clock } = around;
  const store = await openSqliteStore({ dataDir, project, ids, digest: sha256, mark: 'local' });
  const ports = {
    ...store,
    ...around,
    reader: fakeReader,
    writer: fakeWriter,
    wording: fakeWording,
    links: fakeLinks,
    digest: sha256,
    isClosedDay,
    clock: { now: () => clock.now },
  };
  const useCases = createUseCases(ports);
  const carryOut = createCarryOut(ports);
  const broken: unknown[] = [];
  const worker = createOutboxWorker({
    outbox: store.outbox,
    clock: ports.clock,
    carryOut: (effect, { key, revision }) =>
      carryOut(effect, sha256.sha256(`${key}#${revision}`).slice(0, 32)),
    chance: () => 0.5,
    log: (entry) => void (entry.what === 'effect-failed' || broken.push(entry)),
  });
  const sweep = createSweep({
    readModels: store.readModels,
    clock: ports.clock,
    close: createSweepDue(useCases),
    log: (entry) => void (isExpected(entry) || broken.push(entry)),
  });
  useCases.doubts.whenSettled(() => sweep.retry());
  await store.outbox.releaseAll();
  await useCases.operation.begin({ clockIsWatched: true });
  return { dataDir, store, ports, useCases, carryOut, worker, sweep, broken };
}

/** Closing and reminding say "not yet" by a failure that has a name. */
function isExpected({ error }: { readonly error: unknown }): boolean {
  return error instanceof Error && error.name === 'PortFailure';
}

export function copied(from: string, to: string): string {
  mkdirSync(to, { recursive: true });
  cpSync(from, to, { recursive: true, filter: (path) => !path.includes('writer.') });
  return to;
}

export function removed(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}
