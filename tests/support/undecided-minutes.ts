import { heldMeeting, type MeetingBench, sendDraft } from './bench-story.ts';
import { drain, sweep } from './committee-bench.ts';

/** Version 1 went out, never reached Bo, and needs a decision since midnight after 24 September. */
export async function undecidedMinutes(): Promise<MeetingBench> {
  const bench = await heldMeeting();
  bench.setTime('2025-09-12 15:00');
  bench.messenger.block('bo', 'denied');
  await sendDraft(bench);
  await drain(bench);
  bench.setTime('2025-09-25 00:02');
  await sweep(bench);
  await drain(bench);
  return bench;
}
