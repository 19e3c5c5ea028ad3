import type { ViewOf } from '../../src/ports/card-view.ts';
import { at, hash, meeting, nonce, pdf, terms } from './invented-meeting.ts';

const forApproval: ViewOf<'minutes-for-approval'> = {
  card: 'minutes-for-approval',
  meeting,
  version: 1,
  hash,
  nonce,
  terms,
  deadline: at(terms.deadline),
  personId: 'person-1',
  decisions: [
    {
      number: 1,
      title: 'Godkendelse af dagsorden',
      decision: 'Dagsordenen blev godkendt med et punkt under Eventuelt.',
    },
    {
      number: 6,
      title: 'Oplæringsvejledernes uddannelse',
      decision:
        'Udvalget anbefaler, at:\n\n- kommunerne tilmelder **to vejledere** hver\n- skolen laver en tidsplan inden marts',
    },
    {
      number: 7,
      title: 'Mødedatoer i 2024',
      decision: 'Der holdes fire møder. Datoerne sendes ud med referatet.',
    },
  ],
  changes: [],
  mine: { stance: 'silent' },
  remarks: [],
  withdrawn: [],
  link: 'https://eksempel.sharepoint.com/svar/0aCdEa',
  state: { kind: 'open' },
  pdf,
};

const objectedOn6 = {
  objectionId: 'objection-1',
  receipt: 'M2Q8-4H',
  at: at('2023-12-15T08:05:00Z'),
  objection: { itemNumber: 6, text: 'Der mangler, at det gælder fra august.' },
};

const approved = { stance: 'approved', receipt: 'K7F3-92', at: at('2023-12-14T09:12:00Z') } as const;
const versionTwo = {
  version: 2,
  terms: {
    ...terms,
    deadline: '2024-01-08T23:00:00Z',
    deadlineReason: 'new-version',
    deadlineDays: 14,
    movedFromClosedDay: true,
  },
  deadline: at('2024-01-08T23:00:00Z'),
  changes: [
    { part: 'head' },
    { part: 'attendance' },
    { number: 6, title: 'Oplæringsvejledernes uddannelse', fields: ['presenters', 'decision', 'annexes'] },
    { number: 7, title: 'Mødedatoer i 2024', fields: ['moved'] },
  ],
} as const;

const status: ViewOf<'minutes-status'> = {
  card: 'minutes-status',
  meeting,
  version: 1,
  hash,
  nonce,
  terms,
  deadline: at(terms.deadline),
  counts: { entitled: 11, approved: 6, objected: 1 },
  state: { kind: 'open' },
  pdf,
};

const later = at('2023-12-28T23:00:00Z');
const onBehalf = {
  source: 'letter',
  sourceNote: 'Journalnummer 23/1187',
  reachedAt: at('2023-12-18T09:30:00Z'),
} as const;
const receipted = { receipt: 'P5X2-7B', at: at('2023-12-19T08:05:00Z') };

const reminder: ViewOf<'minutes-reminder'> = { ...forApproval, card: 'minutes-reminder', number: 1 };

export const minutesViews = {
  'minutes-reminder': {
    sample: reminder,
    answered: { ...reminder, mine: approved },
    versionTwo: { ...reminder, ...versionTwo },
    objected: { ...reminder, mine: { stance: 'objected', objections: [objectedOn6] } },
  },
  'minutes-for-approval': {
    sample: forApproval,
    approved: { ...forApproval, mine: approved },
    objected: { ...forApproval, mine: { stance: 'objected', objections: [objectedOn6] } },
    objectedTwice: {
      ...forApproval,
      mine: {
        stance: 'objected',
        objections: [
          objectedOn6,
          {
            ...objectedOn6,
            objectionId: 'objection-2',
            receipt: 'T6W1-0C',
            objection: { text: 'Fremmødet er forkert.' },
          },
        ],
      },
    },
    versionTwo: { ...forApproval, ...versionTwo },
    versionTwoUnchanged: { ...forApproval, ...versionTwo, changes: [] },
    promisedBefore: {
      ...forApproval,
      ...versionTwo,
      terms: { ...versionTwo.terms, deadlineReason: 'promised-before', movedFromClosedDay: false },
    },
    movedByDowntime: {
      ...forApproval,
      deadline: later,
      moved: { cause: 'downtime', personal: false },
    },
    movedByLateNotice: {
      ...forApproval,
      deadline: later,
      moved: { cause: 'late-notice', personal: true },
    },
    movedBySecretary: {
      ...forApproval,
      deadline: later,
      moved: { cause: 'more-time', personal: false },
    },
    movedForYou: { ...forApproval, deadline: later, moved: { cause: 'more-time', personal: true } },
    othersHaveLonger: { ...forApproval, state: { kind: 'past-deadline', until: later } },
    recordedForYou: {
      ...forApproval,
      mine: { stance: 'objected', objections: [{ ...objectedOn6, ...receipted, onBehalf }] },
    },
    remarked: {
      ...forApproval,
      remarks: [
        { ...receipted, itemNumber: 6 },
        { ...receipted, onBehalf },
      ],
      state: { kind: 'closed', result: 'approvedTacitly' },
    },
    withdrawn: { ...forApproval, withdrawn: [{ itemNumber: 6 }, {}] },
    notAsked: { ...forApproval, mine: { stance: 'not-asked' } },
    superseded: { ...forApproval, mine: approved, state: { kind: 'superseded', newest: 2 } },
    pastDeadline: { ...forApproval, state: { kind: 'past-deadline' } },
    closed: { ...forApproval, mine: approved, state: { kind: 'closed', result: 'approvedTacitly' } },
    contested: {
      ...forApproval,
      mine: { stance: 'objected', objections: [objectedOn6] },
      state: { kind: 'closed', result: 'contested' },
    },
  },
  'minutes-status': {
    sample: status,
    none: { ...status, counts: { entitled: 11, approved: 0, objected: 0 } },
    closed: {
      ...status,
      counts: { entitled: 11, approved: 7, objected: 0 },
      state: { kind: 'closed', result: 'approvedTacitly' },
    },
    superseded: { ...status, state: { kind: 'superseded', newest: 2 } },
    moved: { ...status, deadline: later, moved: { cause: 'more-time', personal: false } },
    someHaveLongerOpen: { ...status, longer: { persons: 2, until: later } },
    someHaveLonger: {
      ...status,
      longer: { persons: 1, until: later },
      state: { kind: 'past-deadline', until: later },
    },
  },
} as const satisfies {
  readonly [C in 'minutes-for-approval' | 'minutes-reminder' | 'minutes-status']: Readonly<
    Record<string, ViewOf<C>>
  >;
};
