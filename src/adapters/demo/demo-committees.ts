import type { RulesOfProcedure } from '../../domain/rules/rules-of-procedure.ts';
import { demoMandates, demoOrganisations, demoPersons, schoolId } from './demo-people.ts';

/** The demo begins on a Monday morning, two to three weeks before its meetings. */
export const demoStartsAt = '2023-11-20T08:00:00+01:00';

const seatsFrom = '2022-12-31T23:00:00Z';

const rules: RulesOfProcedure = {
  validFrom: '2023-01-01',
  agendaDaysBefore: 7,
  minutesDaysAfter: 7,
  objectionDaysAfterMeeting: 14,
  minimumWindowDays: 7,
  noticeDaysBeforeDeadline: 5,
  approval: 'tacit',
  deadlineOnClosedDay: 'next',
  approvalParagraph: 'punkt 6',
  approvalText: 'Har ingen gjort indsigelse inden fristens udløb, er referatet godkendt.',
  standingFirst: [
    { kind: 'plain', title: 'Godkendelse af dagsorden', purpose: 'approval' },
    { kind: 'previousMinutes', title: 'Godkendelse af referat', purpose: 'approval' },
  ],
  standingLast: [
    { kind: 'plain', title: 'Oplæg til næste møde', purpose: 'planning' },
    { kind: 'plain', title: 'Punkter til næste møde', purpose: 'planning' },
    { kind: 'anyOtherBusiness', title: 'Eventuelt', purpose: 'formal' },
    { kind: 'plain', title: 'Evaluering af mødet', purpose: 'formal' },
  ],
};

const demoChatOf = (committeeId: string): string => `19:demo-${committeeId}@thread.v2`;

/** A founding of the application, without importing it: the shapes are the same by the compiler's word. */
export const demoCommittees = [
  {
    committeeId: 'luu-sosu-amu',
    name: 'LUU SOSU-AMU',
    ownerId: schoolId,
    organisations: demoOrganisations,
    people: demoPersons,
    mandates: demoMandates(seatsFrom, []),
    rules,
    conversationId: demoChatOf('luu-sosu-amu'),
  },
  {
    committeeId: 'luu-pa-amu',
    name: 'LUU PA-AMU',
    ownerId: schoolId,
    organisations: demoOrganisations,
    people: demoPersons,
    mandates: demoMandates(seatsFrom, ['tina', 'pia', 'lone']),
    rules,
    conversationId: demoChatOf('luu-pa-amu'),
  },
] as const;
