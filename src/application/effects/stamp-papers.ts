import { danishDay } from '../../domain/calendar/danish-time.ts';
import { isClosed, newestVersion } from '../../domain/meeting/meeting.ts';
import { deadlineOf } from '../../domain/minutes/version-deadline.ts';
import type { DocumentLibrary } from '../../ports/document-library.ts';
import type { EventLog } from '../../ports/event-log.ts';
import type { Effect } from '../../ports/outbox.ts';
import { meetingStream } from '../streams.ts';

/**
 * "The filed minutes say what became of them": status and date of approval as columns of the library. They are approved
 * from the deadline on, on whatever day this is carried out.
 */
export function createStampPapers({
  log,
  library,
}: {
  readonly log: Pick<EventLog, 'load'>;
  readonly library: Pick<DocumentLibrary, 'stamp'>;
}) {
  return async ({ meetingId, version }: Extract<Effect, { kind: 'stamp-papers' }>): Promise<void> => {
    const { meeting } = await log.load({ meeting: meetingStream(meetingId) });
    if (!isClosed(meeting) || meeting.closing.version !== version) return;
    const approved =
      meeting.closing.result === 'approvedTacitly' || meeting.closing.result === 'approvedByAll';
    const approvedOn = danishDay(deadlineOf(newestVersion(meeting))).toString();
    const filed = meeting.filed.filter((each) => each.paper === 'minutes' && each.version === version);
    for (const { documentId } of filed) {
      await library.stamp(documentId, {
        status: meeting.closing.result,
        ...(approved ? { approved: approvedOn } : {}),
      });
    }
  };
}
