import type { PersonId } from '../committee/committee.ts';
import type { MinutesVersion } from '../meeting/meeting.ts';
import type { DeadlineExtension, MeetingEvent } from '../meeting/meeting-event.ts';

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

/** The extension that gave this person, or everybody, the deadline that holds; undefined where it was never moved. */
export function extensionFor(version: MinutesVersion, personId?: PersonId): DeadlineExtension | undefined {
  const deadline = personId === undefined ? deadlineOf(version) : deadlineFor(version, personId);
  return version.extensions.findLast(
    (each) =>
      (each.persons === undefined || (personId !== undefined && each.persons.includes(personId))) &&
      Temporal.Instant.compare(Temporal.Instant.from(each.deadline), deadline) === 0,
  );
}

export type DeadlineExtended = Extract<MeetingEvent, { readonly type: 'DeadlineExtended' }>;

/** A deadline that moves; `closesAt` follows from all that were moved before. */
export function deadlineExtended(version: MinutesVersion, extension: DeadlineExtension): DeadlineExtended {
  const deadline = Temporal.Instant.from(extension.deadline);
  const closes = [closesAt(version), deadline].reduce((a, b) => (Temporal.Instant.compare(a, b) < 0 ? b : a));
  return { type: 'DeadlineExtended', version: version.version, ...extension, closesAt: closes.toString() };
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
