import { describe, expect, it } from 'vitest';
import {
  activeMandates,
  type CommitteeState,
  entitledPersons,
  evolveCommittee,
  holdsRole,
  mandateAt,
  personsWithRole,
  unknownCommittee,
} from '../../../src/domain/committee/committee.ts';
import { Defect } from '../../../src/domain/defect.ts';
import type { DomainEvent } from '../../../src/domain/event.ts';
import { at } from '../../support/danish-calendar.ts';
import { committee, committeeAfter, founded, rules, seat } from '../../support/invented-committee.ts';

const now = at('2025-09-20T08:00:00Z');

describe('a committee', () => {
  it('has people, rules and a chat as data', () => {
    const linked = committeeAfter({ type: 'ConversationLinked', conversationId: 'chat', linkedBy: 'sigrid' });
    expect(linked).toMatchObject({ committeeId: 'luu', name: 'LUU Prøveskolen', ownerId: 'prøveskolen' });
    expect(linked.rules).toEqual([rules]);
    expect(linked.conversation).toEqual({ conversationId: 'chat', linkedBy: 'sigrid' });
    expect(committee).not.toHaveProperty('conversation');
  });

  it('keeps rules that were replaced: a meeting goes by those of its day', () => {
    expect(
      committeeAfter({ type: 'RulesAdopted', rules: { ...rules, validFrom: '2026-01-01' } }).rules,
    ).toHaveLength(2);
  });

  it('cannot get members before it was founded', () => {
    expect(() => evolveCommittee(unknownCommittee, { type: 'MandatesGranted', mandates: [] })).toThrow(
      Defect,
    );
  });

  it('is not changed by an event of another kind', () => {
    const evolve: (state: CommitteeState, event: DomainEvent) => CommitteeState = evolveCommittee as never;
    const state: CommitteeState = { situation: 'founded', ...committee };
    expect(evolve(state, { type: 'MeetingHeld' })).toBe(state);
    expect(founded).toHaveLength(3);
  });
});

describe('a seat', () => {
  const until = '2025-09-20T08:00:00Z';
  const changed = committeeAfter(
    { type: 'MandateEnded', personId: 'mads', until },
    { type: 'MandatesGranted', mandates: [seat('ida', { from: until })] },
  );

  it('R6: is half-open: held at the instant it begins, not at the instant it ends', () => {
    const before = now.subtract({ nanoseconds: 1 });
    expect(mandateAt(changed, 'mads', before)).toMatchObject({ personId: 'mads' });
    expect(mandateAt(changed, 'ida', before)).toBeUndefined();
    expect(mandateAt(changed, 'mads', now)).toBeUndefined();
    expect(mandateAt(changed, 'ida', now)).toMatchObject({ personId: 'ida' });
  });

  it('that ended stays ended, also when it is ended again', () => {
    const again = committeeAfter(
      { type: 'MandateEnded', personId: 'mads', until },
      { type: 'MandateEnded', personId: 'mads', until: '2025-12-01T00:00:00Z' },
    );
    expect(mandateAt(again, 'mads', now)).toBeUndefined();
  });

  it('can be taken again later', () => {
    const back = committeeAfter(
      { type: 'MandateEnded', personId: 'mads', until },
      { type: 'MandatesGranted', mandates: [seat('mads', { from: '2025-10-01T00:00:00Z' })] },
    );
    expect(mandateAt(back, 'mads', at('2025-09-30T23:59:59Z'))).toBeUndefined();
    expect(mandateAt(back, 'mads', at('2025-10-01T00:00:00Z'))).toBeDefined();
  });

  it('that ends leaves the others alone', () => {
    expect(activeMandates(changed, now).map(({ personId }) => personId)).toEqual([
      'sigrid',
      'frida',
      'bo',
      'elev',
      'ida',
    ]);
  });
});

describe('a role', () => {
  it('is held with the seat', () => {
    expect(holdsRole(committee, 'frida', now, 'chair')).toBe(true);
    expect(holdsRole(committee, 'frida', at('2023-12-31T00:00:00Z'), 'chair')).toBe(false);
    expect(holdsRole(committee, 'mads', now, 'chair', 'secretary')).toBe(false);
    expect(personsWithRole(committee, now, 'chair', 'secretary')).toEqual(['sigrid', 'frida']);
  });

  it('counts in whichever of several seats it is', () => {
    const both = committeeAfter({
      type: 'MandatesGranted',
      mandates: [seat('mads', { roles: ['secretary'], list: 'none' })],
    });
    expect(holdsRole(both, 'mads', now, 'secretary')).toBe(true);
    expect(holdsRole(both, 'mads', now, 'member')).toBe(true);
  });

  it('gives no entitlement: that is data of the seat', () => {
    const memberWithout = committeeAfter({
      type: 'MandatesGranted',
      mandates: [seat('ida', { entitlement: 'attend' })],
    });
    expect(entitledPersons(memberWithout, now)).toEqual(['frida', 'mads', 'bo']);
    const guestWith = committeeAfter({
      type: 'MandatesGranted',
      mandates: [seat('ida', { roles: ['attachedRepresentative'], list: 'none' }), seat('ida')],
    });
    expect(entitledPersons(guestWith, now)).toEqual(['frida', 'mads', 'bo', 'ida']);
  });
});
