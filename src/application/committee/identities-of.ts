import type { Identity } from '../../domain/committee/people.ts';
import type { EventLog } from '../../ports/event-log.ts';
import { peopleStream } from '../streams.ts';

/** The accounts of a person; none for a person we do not know. */
export function createIdentitiesOf({ log }: { readonly log: Pick<EventLog, 'load'> }) {
  return async (personId: string): Promise<readonly Identity[]> => {
    const { people } = await log.load({ people: peopleStream });
    return people.persons.get(personId)?.identities ?? [];
  };
}
