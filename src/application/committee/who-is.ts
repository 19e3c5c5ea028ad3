import { activeMandates, type Committee, type Mandate } from '../../domain/committee/committee.ts';
import { type Identity, type Person, personOf } from '../../domain/committee/people.ts';
import type { EventLog } from '../../ports/event-log.ts';
import type { ReadModels } from '../../ports/read-models.ts';
import { committeeStream, peopleStream } from '../streams.ts';

/** The person behind an account; undefined for accounts we do not know. */
export function createWhoIs({ log }: { readonly log: Pick<EventLog, 'load'> }) {
  return async (identity: Identity): Promise<Person | undefined> => {
    const { people } = await log.load({ people: peopleStream });
    return personOf(people, identity);
  };
}

export type Seat = { readonly committee: Committee; readonly mandate: Mandate };

/** The committees in which a person has a seat now, by name; several seats in one are one, with all their roles. */
export async function seatsOf(
  {
    log,
    readModels,
  }: { readonly log: Pick<EventLog, 'load'>; readonly readModels: Pick<ReadModels, 'committees'> },
  personId: string,
  at: Temporal.Instant,
): Promise<readonly Seat[]> {
  const rows = await readModels.committees();
  const seats = await Promise.all(
    rows.map(async ({ committeeId }): Promise<readonly Seat[]> => {
      const { committee } = await log.load({ committee: committeeStream(committeeId) });
      if (committee.situation === 'unknown') return [];
      const own = activeMandates(committee, at).filter((mandate) => mandate.personId === personId);
      const allRoles = [...new Set(own.flatMap(({ roles }) => roles))];
      return own.slice(0, 1).map((mandate) => ({ committee, mandate: { ...mandate, roles: allRoles } }));
    }),
  );
  return seats.flat().toSorted((a, b) => a.committee.name.localeCompare(b.committee.name));
}

/** Persons with a seat now, each once. */
export function seatedPersons(committee: Committee, at: Temporal.Instant): readonly string[] {
  return [...new Set(activeMandates(committee, at).map((mandate) => mandate.personId))];
}
