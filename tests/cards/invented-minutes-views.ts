import type { ViewOf } from '../../src/ports/card-view.ts';
import { at, docx, hash, meeting, nonce, pdf, terms } from './invented-meeting.ts';

const forApproval: ViewOf<'minutes-for-approval'> = {
  card: 'minutes-for-approval',
  meeting,
  version: 1,
  hash,
  nonce,
  terms,
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
  changes: [{ number: 6, title: 'Oplæringsvejledernes uddannelse', fields: ['decision'] }],
} as const;

const status: ViewOf<'minutes-status'> = {
  card: 'minutes-status',
  meeting,
  version: 1,
  hash,
  nonce,
  terms,
  counts: { entitled: 11, approved: 6, objected: 1 },
  state: { kind: 'open' },
  pdf,
};

const outcome: ViewOf<'minutes-outcome'> = {
  card: 'minutes-outcome',
  meeting,
  version: 2,
  result: 'approvedTacitly',
  counts: { entitled: 11, approved: 7, silent: 4, objected: 0, unreached: 0 },
  terms,
  pdf,
  docx,
};

export const minutesViews = {
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
  },
  'minutes-outcome': {
    sample: outcome,
    byAll: {
      ...outcome,
      result: 'approvedByAll',
      counts: { entitled: 11, approved: 11, silent: 0, objected: 0, unreached: 0 },
    },
    contested: {
      ...outcome,
      result: 'contested',
      counts: { entitled: 11, approved: 7, silent: 3, objected: 1, unreached: 0 },
    },
    needsDecision: {
      ...outcome,
      result: 'needsDecision',
      counts: { entitled: 11, approved: 7, silent: 4, objected: 0, unreached: 1 },
    },
  },
} as const satisfies {
  readonly [C in 'minutes-for-approval' | 'minutes-status' | 'minutes-outcome']: Readonly<
    Record<string, ViewOf<C>>
  >;
};
