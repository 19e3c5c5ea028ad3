import type { People } from '../../domain/committee/people.ts';
import type { EventLog, StoredEvent } from '../../ports/event-log.ts';
import { peopleStream } from '../streams.ts';

/** Names for ids, for those who read the log. */
export type Names = { person(personId: string): string };

const atOnce = 200;

/** What happened after a place in the log, oldest first, with the names needed to tell it. */
export function createReadHappenings({ log }: { readonly log: Pick<EventLog, 'read' | 'load'> }) {
  return async (
    after: number,
  ): Promise<readonly { readonly stored: StoredEvent; readonly names: Names }[]> => {
    const { people } = await log.load({ people: peopleStream });
    const names = namesOf(people);
    return (await log.read(after, atOnce)).map((stored) => ({ stored, names }));
  };
}

function namesOf(people: People): Names {
  return { person: (personId) => people.persons.get(personId)?.name ?? personId };
}
