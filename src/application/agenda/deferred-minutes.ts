import type { PreviousMinutesWording } from '../../domain/agenda/agenda-paper.ts';
import { isCalled, isClosed, type KnownMeeting } from '../../domain/meeting/meeting.ts';
import { meetingWithCommittee } from '../committee/committee-of.ts';
import type { LastMinutesPorts } from './last-minutes.ts';

/**
 * Minutes that were put on the next meeting, oldest first, worded as the agenda says it; those that stood on an agenda since
 * have had their meeting.
 */
export async function deferredMinutes(
  { log, readModels, wording }: LastMinutesPorts,
  committeeId: string,
  date: string,
): Promise<readonly PreviousMinutesWording[]> {
  const rows = (await readModels.meetingsOf(committeeId)).filter((each) => each.date < date);
  const found = await Promise.all(rows.map(({ meetingId }) => meetingWithCommittee(log, meetingId)));
  const meetings = found.flatMap((each) => (each === undefined ? [] : [each.meeting]));
  return meetings
    .flatMap((meeting) =>
      meeting.situation === 'needsDecision' && isClosed(meeting) && meeting.closing.deferredBy !== undefined
        ? [{ date: meeting.plan.date, worded: wording.previousMinutes({ date: meeting.plan.date, meeting }) }]
        : [],
    )
    .filter((each) => !meetings.some((meeting) => isNamedOn(meeting, each)))
    .toSorted((a, b) => a.date.localeCompare(b.date))
    .map(({ worded }) => worded);
}

function isNamedOn(
  meeting: KnownMeeting,
  { date, worded }: { readonly date: string; readonly worded: PreviousMinutesWording },
): boolean {
  if (meeting.plan.date <= date || !isCalled(meeting)) return false;
  return meeting.sent.paper.items.some(
    ({ title, casePresentation }) => title === worded.title && casePresentation === worded.summary,
  );
}
