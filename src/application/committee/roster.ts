import { activeMandates, type Committee, type Mandate } from '../../domain/committee/committee.ts';
import type { People } from '../../domain/committee/people.ts';
import type { RosterEntry } from '../../domain/minutes/draft-minutes.ts';
import type { Wording } from '../../ports/wording.ts';

/** The committee's people at an instant, as its papers print them; whoever is no longer known is left out. */
export function rosterOf(
  committee: Committee,
  people: People,
  at: Temporal.Instant,
  wording: Pick<Wording, 'role'>,
): readonly RosterEntry[] {
  return activeMandates(committee, at).flatMap((mandate) => entryOf(mandate, committee, people, wording));
}

function entryOf(
  mandate: Mandate,
  committee: Committee,
  people: People,
  wording: Pick<Wording, 'role'>,
): readonly RosterEntry[] {
  const person = people.persons.get(mandate.personId);
  if (person === undefined) return [];
  const organisation = people.organisations.get(mandate.organisationId)?.name ?? '';
  const [role] = mandate.roles.flatMap((each) => wording.role(each, committee.name) ?? []);
  const { personId, name, title } = person;
  return [
    { personId, name, title, organisation, list: mandate.list, ...(role === undefined ? {} : { role }) },
  ];
}
