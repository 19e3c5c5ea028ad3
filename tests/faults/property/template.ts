import type { FileRequest } from '../../../src/ports/document-library.ts';
import { mustBeDone } from '../../support/committee-bench.ts';
import { danish } from '../../support/danish-calendar.ts';
import { items } from '../../support/invented-committee.ts';
import { meetingPlan, wholeCommittee } from './committee.ts';
import { copied, createSurroundings, freshFolder, start } from './open-world.ts';

export type Template = {
  readonly folder: string;
  readonly meetingId: string;
  readonly filed: readonly FileRequest[];
  readonly idsGiven: number;
  readonly now: Temporal.Instant;
};

/** A store in which a meeting has been held and its minutes lie drafted; each course begins on a copy of it. */
export async function createTemplate(): Promise<Template> {
  const working = freshFolder();
  const around = createSurroundings(danish('2025-08-25 10:00'), 0);
  const filed: FileRequest[] = [];
  const { file } = around.library;
  around.library.file = (request) => {
    filed.push(request);
    return file(request);
  };
  const running = await start(working, around);
  const { useCases, store, worker } = running;
  const by = (personId: string) => ({ personId, receivedAt: around.clock.now });
  await useCases.foundCommittee(wholeCommittee, around.clock.now);
  const planned = await mustBeDone(useCases.planMeeting({ ...by('sigrid'), ...meetingPlan, items }));
  const { meetingId } = planned;
  await mustBeDone(useCases.publishAgenda({ ...by('sigrid'), meetingId }));
  around.clock.now = danish('2025-09-10 12:30');
  await store.processes.beat(around.clock.now, around.clock.now);
  await mustBeDone(useCases.holdMeeting({ ...by('sigrid'), meetingId }));
  for (let rounds = 0; rounds < 3; rounds += 1) {
    await worker.drain();
    around.clock.now = around.clock.now.add({ seconds: 3 });
  }
  await store.processes.beat(around.clock.now, around.clock.now);
  await store.close();
  return { folder: working, meetingId, filed, idsGiven: around.idsGiven(), now: around.clock.now };
}

/** The world as the template left it, with a folder of its own. */
export async function fromTemplate(template: Template, folder: string) {
  const around = createSurroundings(template.now, template.idsGiven);
  for (const request of template.filed) await around.library.file(request);
  const running = await start(copied(template.folder, `${folder}/store-0`), around);
  return { around, running };
}
