import type { PersonId } from '../../domain/committee/committee.ts';
import type { MinutesVersion } from '../../domain/meeting/meeting.ts';
import { closesAt, deadlineFor, deadlineOf, extensionFor } from '../../domain/minutes/version-deadline.ts';
import type { DeadlineMoved, MinutesStatusView } from '../../ports/minutes-card-view.ts';
import type { MovedDeadline } from '../../ports/next-step-view.ts';

/** Why the deadline that holds for a person, or for everybody, is another than the first one. */
export function movedFor(version: MinutesVersion, personId?: PersonId): { readonly moved?: DeadlineMoved } {
  const extension = extensionFor(version, personId);
  if (extension === undefined) return {};
  return { moved: { cause: extension.reason, personal: extension.persons !== undefined } };
}

/** How many have longer than everybody: a number, so that the shared card says of nobody that they were not reached. */
export function longerOf(version: MinutesVersion): Pick<MinutesStatusView, 'longer'> {
  const persons = personsWithLonger(version).length;
  return persons === 0 ? {} : { longer: { persons, until: closesAt(version) } };
}

function personsWithLonger(version: MinutesVersion): readonly PersonId[] {
  const own = new Set(version.extensions.flatMap(({ persons = [] }) => persons));
  return [...own].filter(
    (personId) => Temporal.Instant.compare(deadlineFor(version, personId), deadlineOf(version)) > 0,
  );
}

/** For the secretary: everybody's moved deadline, then those of persons, the earliest first. */
export function movedDeadlines(
  version: MinutesVersion,
  nameOf: (personId: PersonId) => string,
): readonly MovedDeadline[] {
  const all = extensionFor(version);
  const shared = all === undefined ? [] : [{ cause: all.reason, until: deadlineOf(version) }];
  const own = personsWithLonger(version).flatMap((personId) => {
    const extension = extensionFor(version, personId);
    return extension === undefined ? [] : [{ personId, extension }];
  });
  const groups = Map.groupBy(own, ({ extension }) => extension);
  const personal = [...groups].map(([{ reason, deadline }, persons]) => ({
    cause: reason,
    until: Temporal.Instant.from(deadline),
    persons: persons.map(({ personId }) => nameOf(personId)),
  }));
  return [...shared, ...personal.toSorted((a, b) => Temporal.Instant.compare(a.until, b.until))];
}
