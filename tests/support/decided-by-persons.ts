import type { MeetingBench } from './bench-story.ts';
import { sentMinutes } from './bench-story.ts';
import { drain, mustBeDone, sweep } from './committee-bench.ts';
import { undecidedMinutes } from './undecided-minutes.ts';

/** Stories of what those who serve a committee decide: reminders, more time, two who approve, the next agenda, a leaver. */
export async function decidedByPersons(): Promise<readonly MeetingBench[]> {
  return [await approvedByTwo(), await deferred(), await remindedAndLeft()];
}

async function approvedByTwo(): Promise<MeetingBench> {
  const bench = await undecidedMinutes();
  const about = { meetingId: bench.meetingId, version: 1 };
  await mustBeDone(bench.useCases.approveByTwo({ ...bench.by('sigrid'), ...about, reason: 'Læst op.' }));
  await mustBeDone(bench.useCases.approveByTwo({ ...bench.by('frida'), ...about }));
  return bench;
}

async function deferred(): Promise<MeetingBench> {
  const bench = await undecidedMinutes();
  await mustBeDone(
    bench.useCases.deferMinutes({ ...bench.by('frida'), meetingId: bench.meetingId, version: 1 }),
  );
  return bench;
}

async function remindedAndLeft(): Promise<MeetingBench> {
  const bench = await sentMinutes();
  const { meetingId, useCases } = bench;
  bench.setTime('2025-09-19 08:00');
  await sweep(bench);
  await drain(bench);
  const extension = { version: 1, lastDay: '2025-09-26', whom: 'all', persons: [] } as const;
  await mustBeDone(useCases.extendDeadline({ ...bench.by('sigrid'), meetingId, ...extension }));
  const leaving = { committeeId: 'luu', leaverId: 'bo', lastDay: '2025-09-30' };
  await mustBeDone(useCases.endMandate({ ...bench.by('sigrid'), ...leaving }));
  const chat = { committeeId: 'luu', conversationId: 'new chat' };
  await mustBeDone(useCases.linkConversation({ ...bench.by('sigrid'), ...chat }));
  return bench;
}
