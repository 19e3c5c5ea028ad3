import type { PersonId } from '../committee/committee.ts';
import type { MinutesVersion } from '../meeting/meeting.ts';
import type { DeadlineExtension } from '../meeting/meeting-event.ts';

/** The deadline that holds for everybody: as promised with the version, or as it was moved since, always later (R9). */
export function deadlineOf(version: MinutesVersion): Temporal.Instant {
  return latest(version, ({ persons }) => persons === undefined);
}

/** The deadline that holds for one person, who may have been given longer than the others (R7). */
export function deadlineFor(version: MinutesVersion, personId: PersonId): Temporal.Instant {
  return latest(version, ({ persons }) => persons === undefined || persons.includes(personId));
}

/** The last deadline anybody has: the version is decided after it. */
export function closesAt(version: MinutesVersion): Temporal.Instant {
  return latest(version, () => true);
}

function latest(
  { terms, extensions }: MinutesVersion,
  concerns: (extension: DeadlineExtension) => boolean,
): Temporal.Instant {
  const moved = extensions.filter(concerns).map(({ deadline }) => Temporal.Instant.from(deadline));
  return [Temporal.Instant.from(terms.deadline), ...moved].reduce((latestSoFar, each) =>
    Temporal.Instant.compare(each, latestSoFar) > 0 ? each : latestSoFar,
  );
}
