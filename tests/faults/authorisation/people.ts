import type { Mandate } from '../../../src/domain/committee/committee.ts';
import type { Person } from '../../../src/domain/committee/people.ts';
import { founding } from '../../support/committee-bench.ts';
import { seat } from '../../support/invented-committee.ts';

/** Everybody who might press a button, by what they are; each is one person. */
export const persons = {
  chair: 'frida',
  viceChair: 'vera',
  member: 'mads',
  'member who approved': 'anna',
  'member who objected': 'bo',
  attachedRepresentative: 'elev',
  substitute: 'ida',
  secretary: 'sigrid',
  'second secretary': 'sofie',
  minuteTaker: 'rita',
  'former member': 'eva',
  'coming member': 'fie',
  stranger: 'nobody',
  'chair and secretary of another committee': 'oda',
} as const;
export type Role = keyof typeof persons;
export const roles = Object.keys(persons) as readonly Role[];

const serving = { entitlement: 'attend', list: 'none' } as const;

const mandates: readonly Mandate[] = [
  seat('frida', { roles: ['chair', 'member'] }),
  seat('vera', { roles: ['viceChair', 'member'] }),
  seat('mads'),
  seat('anna'),
  seat('bo'),
  seat('elev', { roles: ['attachedRepresentative'], entitlement: 'attend', list: 'tilforordnet' }),
  seat('ida', { roles: ['substitute'], ...serving }),
  seat('sigrid', { roles: ['secretary'], ...serving }),
  seat('sofie', { roles: ['secretary'], ...serving }),
  seat('rita', { roles: ['minuteTaker'], ...serving }),
  seat('eva', { until: '2025-07-01T00:00:00Z' }),
  seat('fie', { from: '2026-01-01T00:00:00Z' }),
  // has a seat that can be ended, and nothing else to do here
  seat('lars', { ...serving }),
];

const people: readonly Person[] = [...new Set([...Object.values(persons), 'lars'])]
  .filter((personId) => personId !== 'nobody')
  .map((personId, index) => ({
    personId,
    name: `${personId} Opdigtet-Prøve`,
    title: 'Medlem',
    organisationId: 'prøvekommune',
    identities: [
      {
        tenantId: 'aaaaaaaa-0000-4000-8000-000000000001',
        objectId: `dddddddd-0000-4000-8000-0000000000${String(index).padStart(2, '0')}`,
      },
    ],
  }));

export const ourCommittee = { ...founding, people, mandates };

const { conversationId: _chat, ...unlinked } = ourCommittee;
export const otherCommittee = {
  ...unlinked,
  committeeId: 'another',
  name: 'LUU Naboskolen',
  people: [],
  organisations: [],
  mandates: [seat('oda', { roles: ['chair', 'secretary'] })],
};
