import { danishDaysBefore } from '../calendar/danish-time.ts';
import type { PersonId } from '../committee/committee.ts';
import type { MinutesVersion } from '../meeting/meeting.ts';
import type { Answer } from './answer.ts';
import { deadlineFor, deadlineOf } from './version-deadline.ts';

/** R7: silence counts only where the notice was delivered at least the minimum Danish days before the person's deadline. */
export function silenceCounts(version: MinutesVersion, personId: PersonId, answer: Answer): boolean {
  if (answer.notice.state !== 'delivered') return false;
  const latest = danishDaysBefore(deadlineFor(version, personId), version.terms.noticeDaysBeforeDeadline);
  return Temporal.Instant.compare(Temporal.Instant.from(answer.notice.at), latest) <= 0;
}

/** The last moment at which a notice comes early enough for silence to count, for those who have no longer deadline. */
export function latestNotice(version: MinutesVersion): Temporal.Instant {
  return danishDaysBefore(deadlineOf(version), version.terms.noticeDaysBeforeDeadline);
}
