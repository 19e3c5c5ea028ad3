import type { Mandate } from '../../domain/committee/committee.ts';
import type { Organisation, Person } from '../../domain/committee/people.ts';

/** The one tenant of the demo. All persons are invented, and plainly so; the organisations are the real ones. */
export const demoTenantId = '5a5a5a5a-0000-4000-8000-000000000001';

export const schoolId = 'sosu-mv';

export const demoOrganisations: readonly Organisation[] = [
  { organisationId: schoolId, name: 'SOSU MV' },
  { organisationId: 'herning', name: 'Herning Kommune' },
  { organisationId: 'holstebro', name: 'Holstebro Kommune' },
  { organisationId: 'ikast-brande', name: 'Ikast-Brande Kommune' },
  { organisationId: 'lemvig', name: 'Lemvig Kommune' },
  { organisationId: 'ringkoebing-skjern', name: 'Ringkøbing-Skjern Kommune' },
  { organisationId: 'struer', name: 'Struer Kommune' },
  { organisationId: 'foa', name: 'FOA Midt- og Vestjylland' },
  { organisationId: 'region-midt', name: 'Region Midtjylland' },
];

type Seat = Pick<Mandate, 'roles' | 'entitlement' | 'list'>;
type DemoPerson = {
  readonly personId: string;
  readonly name: string;
  readonly title: string;
  readonly organisationId: string;
  /** Under a name that leads nowhere. Some have none, so that both can be seen. */
  readonly email?: string;
  readonly seat: Seat;
};

const member: Seat = { roles: ['member'], entitlement: 'object', list: 'deltager' };
const attached: Seat = { roles: ['attachedRepresentative'], entitlement: 'attend', list: 'tilforordnet' };

/** The secretary stands first: whoever opens the demo begins as her. */
const demoPeople: readonly DemoPerson[] = [
  {
    personId: 'sanne',
    name: 'Sanne Eksempel',
    title: 'AC-medarbejder',
    organisationId: schoolId,
    seat: { roles: ['secretary', 'minuteTaker'], entitlement: 'attend', list: 'none' },
  },
  {
    personId: 'karen',
    name: 'Karen Prøvesen',
    title: 'Sektorformand',
    organisationId: 'foa',
    seat: { ...member, roles: ['chair'] },
  },
  {
    personId: 'bo',
    name: 'Bo Tænkt',
    title: 'Sundheds- og ældrechef',
    organisationId: 'herning',
    email: 'bo.taenkt@demo.invalid',
    seat: { ...member, roles: ['viceChair'] },
  },
  {
    personId: 'mette',
    name: 'Mette Opdigtet',
    title: 'Uddannelseskonsulent',
    organisationId: 'holstebro',
    email: 'mette.opdigtet@demo.invalid',
    seat: member,
  },
  {
    personId: 'jens',
    name: 'Jens Paahit',
    title: 'Sundhedschef',
    organisationId: 'ikast-brande',
    seat: member,
  },
  {
    personId: 'lone',
    name: 'Lone Fantasi',
    title: 'Chef for beskæftigelse',
    organisationId: 'lemvig',
    email: 'lone.fantasi@demo.invalid',
    seat: member,
  },
  {
    personId: 'ole',
    name: 'Ole Påfund',
    title: 'Ældrechef',
    organisationId: 'ringkoebing-skjern',
    email: 'ole.paafund@demo.invalid',
    seat: member,
  },
  { personId: 'pia', name: 'Pia Skrøne', title: 'Centerchef', organisationId: 'struer', seat: member },
  {
    personId: 'tina',
    name: 'Tina Digt',
    title: 'Chefsygeplejerske',
    organisationId: 'region-midt',
    seat: member,
  },
  {
    personId: 'gitte',
    name: 'Gitte Fingeret',
    title: 'Uddannelseschef',
    organisationId: schoolId,
    seat: attached,
  },
  {
    personId: 'emil',
    name: 'Emil Elevprøve',
    title: 'Elevrepræsentant',
    organisationId: schoolId,
    seat: attached,
  },
  {
    personId: 'vera',
    name: 'Vera Vikarsen',
    title: 'Oplæringskonsulent',
    organisationId: 'struer',
    seat: { roles: ['substitute'], entitlement: 'attend', list: 'none' },
  },
];

export const demoPersons: readonly Person[] = demoPeople.map(({ seat: _seat, ...person }, index) => ({
  ...person,
  identities: [
    { tenantId: demoTenantId, objectId: `5a5a5a5a-0000-4000-8000-${String(index + 101).padStart(12, '0')}` },
  ],
}));

/** Seats from the year's first day; persons left out have none in the committee. */
export function demoMandates(from: string, without: readonly string[]): readonly Mandate[] {
  return demoPeople
    .filter(({ personId }) => !without.includes(personId))
    .map(({ personId, organisationId, seat }) => ({ personId, organisationId, ...seat, from }));
}
