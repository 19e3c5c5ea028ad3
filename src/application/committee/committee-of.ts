import type { Committee } from '../../domain/committee/committee.ts';
import { defect } from '../../domain/defect.ts';
import { isKnown, type KnownMeeting } from '../../domain/meeting/meeting.ts';
import type { EventLog } from '../../ports/event-log.ts';
import { committeeStream, meetingStream } from '../streams.ts';

/** A meeting and the committee it belongs to, as of the last commit; undefined where no such meeting is known. */
export async function meetingWithCommittee(
  log: Pick<EventLog, 'load'>,
  meetingId: string,
): Promise<{ readonly meeting: KnownMeeting; readonly committee: Committee } | undefined> {
  const { meeting } = await log.load({ meeting: meetingStream(meetingId) });
  if (!isKnown(meeting)) return undefined;
  const { committee } = await log.load({ committee: committeeStream(meeting.plan.committeeId) });
  if (committee.situation === 'unknown') return defect('a meeting of an unknown committee');
  return { meeting, committee };
}
