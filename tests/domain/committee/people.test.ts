import { describe, expect, it } from 'vitest';
import {
  evolvePeople,
  identityKey,
  nobody,
  type People,
  type PeopleEvent,
  personOf,
} from '../../../src/domain/committee/people.ts';
import type { DomainEvent } from '../../../src/domain/event.ts';
import { folded } from '../../support/given-when-then.ts';
import { people as invented, organisations } from '../../support/invented-committee.ts';

const [sigrid, frida, mads] = invented;
if (sigrid === undefined || frida === undefined || mads === undefined) throw new TypeError('three people');

const [account] = mads.identities;
if (account === undefined) throw new TypeError('an account');

const another = {
  tenantId: 'cccccccc-0000-4000-8000-000000000001',
  objectId: 'dddddddd-0000-4000-8000-000000000001',
};

function peopleAfter(...events: readonly PeopleEvent[]): People {
  return folded(evolvePeople, nobody, events);
}

const registered: PeopleEvent = { type: 'PeopleRegistered', people: [frida, mads] };

describe('people', () => {
  it('are found by any of their accounts', () => {
    const people = peopleAfter(registered, { type: 'IdentityAttached', personId: 'mads', identity: another });
    expect(personOf(people, account)?.personId).toBe('mads');
    expect(personOf(people, another)?.personId).toBe('mads');
    expect(people.persons.get('mads')?.identities).toEqual([account, another]);
  });

  it('are found whatever the case of the ids, and in their own tenant only', () => {
    const people = peopleAfter(registered);
    const shouted = { tenantId: account.tenantId.toUpperCase(), objectId: account.objectId.toUpperCase() };
    expect(personOf(people, shouted)?.personId).toBe('mads');
    expect(personOf(people, { ...account, tenantId: another.tenantId })).toBeUndefined();
    expect(identityKey(shouted)).toBe(identityKey(account));
  });

  it('stand with their organisations', () => {
    expect([
      ...peopleAfter({ type: 'OrganisationsRegistered', organisations }).organisations.values(),
    ]).toEqual(organisations);
  });
});

describe('one identity', () => {
  const twin = { ...sigrid, identities: [account, another] };

  it('is never two persons: who had it first keeps it', () => {
    for (const people of [
      peopleAfter(registered, { type: 'PeopleRegistered', people: [twin] }),
      peopleAfter({ type: 'PeopleRegistered', people: [frida, mads, twin] }),
      peopleAfter(
        registered,
        { type: 'PeopleRegistered', people: [{ ...twin, identities: [another] }] },
        {
          type: 'IdentityAttached',
          personId: 'sigrid',
          identity: { ...account, objectId: account.objectId.toUpperCase() },
        },
      ),
    ]) {
      expect(personOf(people, account)?.personId).toBe('mads');
      expect(personOf(people, another)?.personId).toBe('sigrid');
      expect(people.persons.get('sigrid')?.identities).toEqual([another]);
    }
  });

  it('given twice to one person is one', () => {
    const people = peopleAfter(registered, { type: 'IdentityAttached', personId: 'mads', identity: account });
    expect(people.persons.get('mads')?.identities).toEqual([account]);
  });

  it('of somebody who was registered anew without it opens no door, and is free', () => {
    const without: PeopleEvent = { type: 'PeopleRegistered', people: [{ ...mads, identities: [another] }] };
    expect(personOf(peopleAfter(registered, without), account)).toBeUndefined();
    const taken = peopleAfter(registered, without, {
      type: 'IdentityAttached',
      personId: 'frida',
      identity: account,
    });
    expect(personOf(taken, account)?.personId).toBe('frida');
    expect(personOf(taken, another)?.personId).toBe('mads');
  });

  it('attached to nobody we know is nobody', () => {
    expect(
      peopleAfter(registered, { type: 'IdentityAttached', personId: 'ghost', identity: another }),
    ).toEqual(peopleAfter(registered));
  });
});

it('an event of another kind changes nobody', () => {
  const evolve: (state: People, event: DomainEvent) => People = evolvePeople as never;
  const people = peopleAfter(registered);
  expect(evolve(people, { type: 'MeetingHeld' })).toBe(people);
});
