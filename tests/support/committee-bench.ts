import { expect } from 'vitest';
import { createCarryOut } from '../../src/application/effects/carry-out.ts';
import { project } from '../../src/application/project.ts';
import type { Result } from '../../src/application/result.ts';
import { createSweepDue } from '../../src/application/sweep-due.ts';
import { createUseCases, type UseCases } from '../../src/application/use-cases.ts';
import type { MeetingPaper } from '../../src/domain/meeting/meeting-paper.ts';
import type { Refusal } from '../../src/domain/refusal.ts';
import type { Effect } from '../../src/ports/outbox.ts';
import { PortFailure } from '../../src/ports/port-failure.ts';
import { fakeLinks } from '../fakes/fake-links.ts';
import { createFakeMailer } from '../fakes/fake-mailer.ts';
import { createFakeMessenger } from '../fakes/fake-messenger.ts';
import { fakeReader, fakeWording, fakeWriter, paperFile } from '../fakes/fake-papers.ts';
import { createInMemoryAnchors } from '../fakes/in-memory-anchors.ts';
import { createInMemoryLibrary } from '../fakes/in-memory-library.ts';
import { createInMemoryInstances } from '../fakes/in-memory-processes.ts';
import { createInMemoryStore, sha256 } from '../fakes/in-memory-store.ts';
import { danish, isClosedDay } from './danish-calendar.ts';
import { mandates, organisations, people, rules } from './invented-committee.ts';

export type Bench = Awaited<ReturnType<typeof openBench>>;

export const chat = 'committee chat';

export const founding = {
  committeeId: 'luu',
  name: 'LUU Prøveskolen',
  ownerId: 'prøveskolen',
  organisations,
  people,
  mandates,
  rules,
  conversationId: chat,
};

/** The use cases over ports in memory, with a founded committee and a clock that the test sets. */
export async function openBench(committee: Parameters<UseCases['foundCommittee']>[0] = founding) {
  const store = createInMemoryStore(project);
  const library = createInMemoryLibrary();
  const messenger = createFakeMessenger();
  const instances = createInMemoryInstances();
  let now = danish('2025-08-01 10:00');
  let given = 0;
  const ids = {
    next: () => {
      given += 1;
      return `id-${given}`;
    },
  };
  const papers = { reader: fakeReader, writer: fakeWriter, wording: fakeWording };
  const ports = {
    ...store,
    ...papers,
    library,
    anchors: createInMemoryAnchors(),
    processes: instances.join('this process'),
    messenger,
    mailer: createFakeMailer(),
    links: fakeLinks,
    digest: sha256,
    ids,
    isClosedDay,
    clock: { now: () => now },
  };
  const useCases = createUseCases(ports);
  const carryOut = createCarryOut(ports);
  await useCases.foundCommittee(committee, now);
  return {
    ...ports,
    instances,
    useCases,
    carryOut,
    sweepDue: createSweepDue(useCases),
    setTime: (wallTime: string | Temporal.Instant) => {
      now = typeof wallTime === 'string' ? danish(wallTime) : wallTime;
    },
    by: (personId: string) => ({ personId, receivedAt: now }),
  };
}

/** Carries out what is wanted until nothing is due; what the world refuses is parked for a person. */
export async function drain({ outbox, clock, carryOut }: Bench): Promise<void> {
  const later = clock.now().add({ hours: 24 });
  for (;;) {
    // Chat cards rest two seconds between changes.
    const soon = clock.now().add({ seconds: 5 });
    const claimed = await outbox.claim(soon, later, 50);
    if (claimed.length === 0) return;
    for (const each of claimed) {
      try {
        await carryOut(each.effect, `${each.key}#${each.revision}`);
        await outbox.complete(each, clock.now());
      } catch (error) {
        if (!(error instanceof PortFailure)) throw error;
        await outbox.postpone(each, 'parked', later, `${error.kind}: ${error.code}`);
      }
    }
  }
}

/** The sweep: everything that is due now, once. */
export async function sweep({ readModels, clock, sweepDue }: Bench): Promise<void> {
  for (const { key, at } of await readModels.due(clock.now(), 100)) await sweepDue(key, at);
}

/** What waits to be carried out, as `kind what → whom`. */
export async function wanted({ outbox, clock }: Bench): Promise<readonly string[]> {
  const soon = clock.now().add({ seconds: 5 });
  const claimed = await outbox.claim(soon, soon, 1_000);
  await outbox.releaseAll();
  return claimed.map(({ effect }) => told(effect)).toSorted();
}

function told(effect: Effect): string {
  if (effect.kind === 'file-paper') return `file ${effect.paper} ${effect.version}`;
  if (effect.kind === 'stamp-papers') return `stamp ${effect.version}`;
  if (effect.kind === 'anchor-log') return `anchor ${effect.occasion}`;
  if (effect.kind === 'send-mail') return `mail ${effect.mail} ${effect.version} → ${effect.personId}`;
  const version = 'version' in effect.ref ? ` ${effect.ref.version}` : '';
  const to = effect.audience.to === 'person' ? effect.audience.personId : effect.audience.conversationId;
  return `${effect.ref.card}${version} → ${to}`;
}

export function typesOf({ events }: Bench): readonly string[] {
  return events.map(({ event }) => event.type);
}

/** A refusal writes nothing: no event, no wish. */
export async function refusedWithout<T>(
  bench: Bench,
  act: () => Promise<Result<T>>,
  refusal: Refusal,
): Promise<void> {
  const before = { events: bench.events.length, outbox: await bench.outbox.status() };
  expect(await act()).toEqual({ kind: 'refused', refusal });
  expect(bench.events.length).toBe(before.events);
  expect(await bench.outbox.status()).toEqual(before.outbox);
}

export async function mustBeDone<T>(result: Promise<Result<T>>): Promise<{ readonly kind: 'done' } & T> {
  const answered = await result;
  if (answered.kind === 'refused') throw new TypeError(`refused: ${answered.refusal.code}`);
  return answered;
}

/** The minute-taker writes in Word and saves. */
export async function writeDraft(
  { library }: Bench,
  meetingId: string,
  change: (paper: MeetingPaper) => MeetingPaper,
): Promise<void> {
  const file = await library.find(`${meetingId}/minutes-draft/docx`);
  if (file === undefined) throw new TypeError('there is no draft yet');
  const { bytes } = await library.read(file.documentId);
  const read = await fakeReader.read(bytes, file.path);
  if (read.kind === 'unreadable') throw new TypeError('the draft cannot be read');
  await library.editByHand(file, paperFile(change(read.paper)));
}
