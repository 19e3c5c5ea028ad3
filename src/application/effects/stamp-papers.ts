import { danishDay } from '../../domain/calendar/danish-time.ts';
import {
  type ClosedMeeting,
  isClosed,
  isVersioned,
  type MinutesVersion,
  versionOf,
} from '../../domain/meeting/meeting.ts';
import { closesAt } from '../../domain/minutes/version-deadline.ts';
import type { DocumentLibrary, DocumentMetadata } from '../../ports/document-library.ts';
import type { EventLog } from '../../ports/event-log.ts';
import type { Effect } from '../../ports/outbox.ts';
import { meetingStream } from '../streams.ts';

/**
 * "The filed minutes say how they stand": the deadline as it holds now and, once they are decided, status and date of
 * approval as columns of the library. They are approved from the last deadline on, on whatever day this is carried out; by
 * two persons on the day the second agreed.
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
    const sent = isVersioned(meeting) ? versionOf(meeting, version) : undefined;
    if (!isVersioned(meeting) || sent === undefined) return;
    const decided = isClosed(meeting) && meeting.closing.version === version ? stampOf(meeting, sent) : {};
    const stamp: DocumentMetadata = { deadline: closesAt(sent).toString(), ...decided };
    const filed = meeting.filed.filter((each) => each.paper === 'minutes' && each.version === version);
    for (const { documentId } of filed) await library.stamp(documentId, stamp);
  };
}

function stampOf({ closing }: ClosedMeeting, version: MinutesVersion): DocumentMetadata {
  const { result, approvedBy } = closing;
  if (result === 'contested' || result === 'needsDecision') return { status: result };
  const since = approvedBy === undefined ? closesAt(version) : Temporal.Instant.from(approvedBy.at);
  return { status: result, approved: danishDay(since).toString() };
}
