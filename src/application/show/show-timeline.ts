import { refusalWithoutRole } from '../../domain/committee/refusal-of-seat.ts';
import { isVersioned } from '../../domain/meeting/meeting.ts';
import type { TimelineView } from '../../ports/timeline-view.ts';
import { meetingWithCommittee } from '../committee/committee-of.ts';
import { done, type Result, refuse } from '../result.ts';
import { peopleStream } from '../streams.ts';
import { courseOfMeeting } from '../views/course-of-meeting.ts';
import { timelineView } from '../views/timeline-view.ts';
import type { ShowPorts } from './asked.ts';

export type TimelineRequest = {
  readonly personId: string;
  readonly meetingId: string;
  readonly receivedAt: Temporal.Instant;
};

/** Who answered what, and when: for secretary, chair and minute-taker. Members see their own acts by their receipts. */
export function createShowTimeline({ log }: Pick<ShowPorts, 'log'>) {
  return async (request: TimelineRequest): Promise<Result<{ readonly view: TimelineView }>> => {
    const { personId, meetingId, receivedAt } = request;
    const found = await meetingWithCommittee(log, meetingId);
    if (found === undefined) return refuse({ code: 'no-meeting' });
    const { meeting, committee } = found;
    const refusal = refusalWithoutRole(committee, personId, receivedAt, 'secretary', 'chair', 'minuteTaker');
    if (refusal !== undefined) return refuse(refusal);
    if (!isVersioned(meeting)) return refuse({ code: 'no-minutes' });
    const { people } = await log.load({ people: peopleStream });
    const course = await courseOfMeeting(log, meetingId);
    return done({ view: timelineView({ meeting, committee, people, course }) });
  };
}
