import type { Person } from '../../../src/domain/committee/people.ts';
import type { RulesOfProcedure } from '../../../src/domain/rules/rules-of-procedure.ts';
import { founding } from '../../support/committee-bench.ts';
import { mandates, people, plan, rules, seat } from '../../support/invented-committee.ts';

/** A committee with everybody in it, and windows short enough that a course of forty happenings goes through several. */
const shortRules: RulesOfProcedure = {
  ...rules,
  objectionDaysAfterMeeting: 3,
  minimumWindowDays: 3,
  noticeDaysBeforeDeadline: 2,
  reminderDaysBefore: [2, 1],
};

/** Mia has no account in Teams and is written to by mail; Ida stands by for whoever leaves; Vera chairs when Frida cannot. */
const others: readonly Person[] = ['mia', 'ida', 'vera'].map((personId, index) => ({
  personId,
  name: `${personId} Opdigtet-Prøve`,
  title: 'Konsulent',
  organisationId: 'prøvekommune',
  identities:
    personId === 'mia'
      ? []
      : [
          {
            tenantId: 'aaaaaaaa-0000-4000-8000-000000000001',
            objectId: `cccccccc-0000-4000-8000-00000000000${index}`,
          },
        ],
  email: `${personId}@opdigtet.example`,
}));

const serving = { entitlement: 'attend', list: 'none' } as const;

export const wholeCommittee = {
  ...founding,
  people: [...people, ...others],
  mandates: [
    ...mandates,
    seat('mia'),
    seat('ida', { roles: ['substitute'], entitlement: 'attend' }),
    seat('vera', { roles: ['viceChair'], ...serving }),
  ],
  rules: shortRules,
};

/** Who may object from the beginning. */
export const asked: readonly string[] = ['frida', 'mads', 'bo', 'mia'];
/** Who rules on objections, and is shown them. */
export const rulers: readonly string[] = ['frida', 'sigrid'];
export const everybody: readonly string[] = [...asked, 'sigrid', 'elev', 'ida', 'vera'];

const { meetingId: _none, named: _nobody, ...planned } = plan;
export const meetingPlan = planned;
