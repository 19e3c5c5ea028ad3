import type { OrganisationId, PersonId } from './committee.ts';

/** One account in one tenant. A person may have several; an identity never belongs to two persons. */
export type Identity = { readonly tenantId: string; readonly objectId: string };

export type Person = {
  readonly personId: PersonId;
  readonly name: string;
  readonly title: string;
  readonly organisationId: OrganisationId;
  readonly identities: readonly Identity[];
  /** Where the person is written to when Teams cannot be used. */
  readonly email?: string;
};

export type Organisation = { readonly organisationId: OrganisationId; readonly name: string };

export type PeopleEvent =
  | { readonly type: 'OrganisationsRegistered'; readonly organisations: readonly Organisation[] }
  | { readonly type: 'PeopleRegistered'; readonly people: readonly Person[] }
  | { readonly type: 'IdentityAttached'; readonly personId: PersonId; readonly identity: Identity };

export type People = {
  readonly persons: ReadonlyMap<PersonId, Person>;
  readonly byIdentity: ReadonlyMap<string, PersonId>;
  readonly organisations: ReadonlyMap<OrganisationId, Organisation>;
};

export const nobody: People = { persons: new Map(), byIdentity: new Map(), organisations: new Map() };

export function evolvePeople(people: People, event: PeopleEvent): People {
  switch (event.type) {
    case 'OrganisationsRegistered': {
      const added = event.organisations.map((each) => [each.organisationId, each] as const);
      return { ...people, organisations: new Map([...people.organisations, ...added]) };
    }
    case 'PeopleRegistered':
      return withPersons(people, event.people);
    case 'IdentityAttached': {
      const person = people.persons.get(event.personId);
      if (person === undefined) return people;
      return withPersons(people, [{ ...person, identities: [...person.identities, event.identity] }]);
    }
    default:
      return people;
  }
}

/** An identity stays with the person it was first given to; registering a person anew frees the ones left out. */
function withPersons(people: People, added: readonly Person[]): People {
  const persons = new Map(people.persons);
  const byIdentity = new Map(people.byIdentity);
  for (const person of added) {
    for (const former of persons.get(person.personId)?.identities ?? [])
      byIdentity.delete(identityKey(former));
    const identities = person.identities.filter((identity) => claimed(byIdentity, identity, person.personId));
    persons.set(person.personId, { ...person, identities });
  }
  return { ...people, persons, byIdentity };
}

/** Marks the identity as the person's; `false` where it is somebody's already, also where it is given twice. */
function claimed(byIdentity: Map<string, PersonId>, identity: Identity, personId: PersonId): boolean {
  const key = identityKey(identity);
  if (byIdentity.has(key)) return false;
  byIdentity.set(key, personId);
  return true;
}

export function personOf(people: People, identity: Identity): Person | undefined {
  const personId = people.byIdentity.get(identityKey(identity));
  return personId === undefined ? undefined : people.persons.get(personId);
}

/** Tenant and object ids compare without regard to case; they are GUIDs. */
export function identityKey(identity: Identity): string {
  return `${identity.tenantId}/${identity.objectId}`.toLowerCase();
}
