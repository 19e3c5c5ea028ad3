import { danishDay } from '../../domain/calendar/danish-time.ts';
import { isClosed } from '../../domain/meeting/meeting.ts';
import type { Clock } from '../../ports/clock.ts';
import type { DocumentLibrary } from '../../ports/document-library.ts';
import type { EventLog } from '../../ports/event-log.ts';
import type { Effect } from '../../ports/outbox.ts';
import { meetingStream } from '../streams.ts';

/** "The filed minutes say what became of them": status and date of approval as columns of the library. */
export function createStampPapers({
  log,
  library,
  clock,
}: {
  readonly log: EventLog;
  readonly library: DocumentLibrary;
  readonly clock: Clock;
}) {
  return async ({ meetingId, version }: Extract<Effect, { kind: 'stamp-papers' }>): Promise<void> => {
    const { meeting } = await log.load({ meeting: meetingStream(meetingId) });
    if (!isClosed(meeting) || meeting.closing.version !== version) return;
    const approved =
      meeting.closing.result === 'approvedTacitly' || meeting.closing.result === 'approvedByAll';
    const filed = meeting.filed.filter((each) => each.paper === 'minutes' && each.version === version);
    for (const { documentId } of filed) {
      await library.stamp(documentId, {
        status: meeting.closing.result,
        ...(approved ? { approved: danishDay(clock.now()).toString() } : {}),
      });
    }
  };
}
