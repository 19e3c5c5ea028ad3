import type { AgendaItem } from '../../src/domain/agenda/agenda.ts';
import {
  type Committee,
  type CommitteeEvent,
  evolveCommittee,
  type Mandate,
  unknownCommittee,
} from '../../src/domain/committee/committee.ts';
import type { Organisation, Person } from '../../src/domain/committee/people.ts';
import type { MeetingPlan } from '../../src/domain/meeting/meeting-event.ts';
import type { MeetingPaper } from '../../src/domain/meeting/meeting-paper.ts';
import type { RosterEntry } from '../../src/domain/minutes/draft-minutes.ts';
import type { RulesOfProcedure } from '../../src/domain/rules/rules-of-procedure.ts';
import { folded } from './given-when-then.ts';

/** Plainly invented: nobody of these exists. */
export const rules: RulesOfProcedure = {
  validFrom: '2024-01-01',
  agendaDaysBefore: 7,
  minutesDaysAfter: 7,
  objectionDaysAfterMeeting: 14,
  minimumWindowDays: 7,
  noticeDaysBeforeDeadline: 5,
  approval: 'tacit',
  deadlineOnClosedDay: 'next',
  approvalParagraph: 'punkt 6',
  approvalText: 'Referatet er godkendt, når ingen har gjort indsigelse inden fristen.',
  standingFirst: [
    { kind: 'plain', title: 'Godkendelse af dagsorden', purpose: 'formal' },
    { kind: 'previousMinutes', title: 'Godkendelse af referat', purpose: 'approval' },
  ],
  standingLast: [{ kind: 'anyOtherBusiness', title: 'Eventuelt', purpose: 'formal' }],
};

const began = '2024-01-01T00:00:00Z';

export function seat(personId: string, more: Partial<Mandate> = {}): Mandate {
  return {
    personId,
    organisationId: 'prøvekommune',
    roles: ['member'],
    entitlement: 'object',
    list: 'deltager',
    from: began,
    ...more,
  };
}

/** Sigrid writes for the committee, Frida chairs it, Mads, Bo and Ida are members, Elev may only attend. */
export const mandates: readonly Mandate[] = [
  seat('sigrid', {
    organisationId: 'prøveskolen',
    roles: ['secretary', 'minuteTaker'],
    entitlement: 'attend',
    list: 'none',
  }),
  seat('frida', { roles: ['chair', 'member'] }),
  seat('mads'),
  seat('bo'),
  seat('elev', { roles: ['attachedRepresentative'], entitlement: 'attend', list: 'tilforordnet' }),
];

export const entitled: readonly string[] = ['frida', 'mads', 'bo'];

export const founded: readonly CommitteeEvent[] = [
  { type: 'CommitteeFounded', committeeId: 'luu', name: 'LUU Prøveskolen', ownerId: 'prøveskolen' },
  { type: 'RulesAdopted', rules },
  { type: 'MandatesGranted', mandates },
];

export function committeeAfter(...events: readonly CommitteeEvent[]): Committee {
  const state = folded(evolveCommittee, unknownCommittee, [...founded, ...events]);
  if (state.situation === 'unknown') throw new TypeError('a committee was founded');
  return state;
}

export const committee: Committee = committeeAfter();

function person(personId: string, name: string, title: string, place: number): Person {
  const objectId = `bbbbbbbb-0000-4000-8000-00000000000${place}`;
  return {
    personId,
    name,
    title,
    organisationId: 'prøvekommune',
    identities: [{ tenantId: 'aaaaaaaa-0000-4000-8000-000000000001', objectId }],
  };
}

export const people: readonly Person[] = [
  person('sigrid', 'Sigrid Sekretær-Prøve', 'AC-medarbejder', 1),
  person('frida', 'Frida Formand-Prøve', 'Sektorformand', 2),
  person('mads', 'Mads Medlem-Prøve', 'Centerchef', 3),
  person('bo', 'Bo Bisidder-Prøve', 'Uddannelseschef', 4),
  person('elev', 'Elev Elevsen-Prøve', 'Elev', 5),
];

export const organisations: readonly Organisation[] = [
  { organisationId: 'prøveskolen', name: 'Prøveskolen' },
  { organisationId: 'prøvekommune', name: 'Prøve Kommune' },
];

export const roster: readonly RosterEntry[] = mandates.map(({ personId, list }) => {
  const known = people.find((each) => each.personId === personId);
  return {
    personId,
    name: known?.name ?? '',
    title: known?.title ?? '',
    organisation: 'Prøve Kommune',
    list,
    ...(personId === 'frida' ? { role: 'formand' } : {}),
  };
});

/** Wednesday, Danish summer time. */
export const plan: MeetingPlan = {
  meetingId: 'm1',
  committeeId: 'luu',
  date: '2025-09-10',
  from: '09:00',
  to: '12:00',
  place: { site: 'Prøveskolen', room: 'lokale 2.9' },
  named: [],
};

export function item(itemId: string, title: string, more: Partial<AgendaItem> = {}): AgendaItem {
  return { itemId, title, presenters: [], annexes: [], ...more };
}

export const items: readonly AgendaItem[] = [
  item('i1', 'Godkendelse af dagsorden', { purpose: 'formal' }),
  item('i2', 'Praktikpladser', {
    presenters: ['Mads Medlem-Prøve'],
    casePresentation: 'Der mangler pladser (bilag 2.1).',
    annexes: [{ annexId: 'a1', title: 'Tal for 2025' }],
  }),
  item('i3', 'Eventuelt'),
];

export const minutesPaper: MeetingPaper = {
  committee: 'LUU Prøveskolen',
  date: '2025-09-10',
  from: '09:00',
  to: '12:00',
  participants: [{ name: 'Mads Medlem-Prøve', list: 'deltager' }],
  items: [
    { number: 1, title: 'Godkendelse af dagsorden', presenters: [], annexes: [], decision: 'Godkendt.' },
    {
      number: 2,
      title: 'Praktikpladser',
      presenters: [],
      annexes: [],
      decision: 'Udvalget anbefaler 40 pladser.',
    },
    { number: 3, title: 'Eventuelt', presenters: [], annexes: [] },
  ],
  breaksAfter: [],
};
