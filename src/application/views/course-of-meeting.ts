import { courseOf, type Happened, type VersionCourse } from '../../domain/minutes/course.ts';
import type { EventLog, StoredEvent } from '../../ports/event-log.ts';
import { meetingStream, operationStream } from '../streams.ts';

/** The course of a meeting's minutes as the log has it; `until`: as it was at this place of the log. */
export async function courseOfMeeting(
  log: Pick<EventLog, 'history'>,
  meetingId: string,
  until = Number.POSITIVE_INFINITY,
): Promise<readonly VersionCourse[]> {
  const streams = [meetingStream(meetingId).stream, `answer/${meetingId}/`, operationStream.stream];
  const stored = await log.history(streams);
  return courseOf(stored.filter(({ seq }) => seq <= until).map(happenedIn));
}

function happenedIn({ seq, hash, at, event, stream }: StoredEvent): Happened {
  const [kind, , version = '', ...person] = stream.split('/');
  const happened = { seq, hash, at, event };
  return kind === 'answer'
    ? { ...happened, answer: { version: Number(version), personId: person.join('/') } }
    : happened;
}
