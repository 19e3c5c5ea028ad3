import { isClosed, isVersioned, type Meeting, newestVersion } from '../meeting/meeting.ts';
import { accepted, type Outcome, refused } from '../outcome.ts';
import type { Refusal } from '../refusal.ts';
import type { Answer } from './answer.ts';
import type { AnswerEvent } from './answer-event.ts';

export type OpenMinutes = {
  readonly version: number;
  readonly receivedAt: Temporal.Instant;
};

/**
 * A person asked to see the text behind their personal link: from then on the notice has reached them (R7). Whatever came
 * first counts, so a second opening changes nothing; nor does one of a version that nobody is asked about any more.
 */
export function openMinutes(
  meeting: Meeting,
  { notice }: Answer,
  command: OpenMinutes,
): Outcome<AnswerEvent, Refusal> {
  if (!isVersioned(meeting)) return refused({ code: 'no-minutes' });
  const isAsked = !isClosed(meeting) && newestVersion(meeting).version === command.version;
  if (notice.state === 'delivered' || !isAsked) return accepted();
  return accepted({ type: 'NoticeDelivered', channel: 'mail', at: command.receivedAt.toString() });
}
