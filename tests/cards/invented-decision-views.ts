import type { ViewOf } from '../../src/ports/card-view.ts';
import type { DecisionCardView, NeedsDecisionView } from '../../src/ports/decision-card-view.ts';
import { at, hash, items, meeting, nonce } from './invented-meeting.ts';

const persons = [
  { personId: 'person-2', name: 'Egon Eksempel' },
  { personId: 'person-3', name: 'Ib Indskifter' },
  { personId: 'person-4', name: 'Vita Vejleder' },
];

const may = { send: true, propose: true, agree: false, defer: true };
const nothing = { send: false, propose: false, agree: false, defer: false };

const needsDecision: NeedsDecisionView = {
  card: 'needs-decision',
  meeting,
  version: 1,
  counts: { entitled: 11, approved: 7, silent: 4, objected: 0, unreached: 1 },
  why: 'unreached',
  unreached: [{ name: 'Ib Indskifter', teams: 'blocked', mail: 'no-address' }],
  state: { kind: 'open' },
  may,
};

const reason = 'Ib har sagt i telefonen, at han har læst referatet og ikke har bemærkninger.';
const proposed = { kind: 'proposed', proposedBy: 'Selma Sekretær', mine: false, reason } as const;

const recordObjection: ViewOf<'record-objection'> = {
  card: 'record-objection',
  meeting,
  version: 1,
  hash,
  nonce,
  persons,
  items: items.map(({ number, title }) => ({ number, title })),
  date: '2023-12-18',
  time: '10:30',
};

const extendDeadline: ViewOf<'extend-deadline'> = {
  card: 'extend-deadline',
  meeting,
  version: 1,
  deadline: at('2023-12-22T23:00:00Z'),
  proposedDay: '2023-12-27',
  persons,
  unreached: ['Ib Indskifter'],
};

const inherited: ViewOf<'objection-inherited'> = {
  card: 'objection-inherited',
  meeting,
  version: 1,
  objector: 'Egon Eksempel',
  receivedAt: at('2023-12-15T08:05:00Z'),
  item: { number: 6, title: 'Oplæringsvejledernes uddannelse' },
  withdrawn: false,
};

const { item: _item, ...wholeInherited } = inherited;

export const decisionViews = {
  'needs-decision': {
    sample: { ...needsDecision, state: proposed, may: { ...may, propose: false, agree: true } },
    open: needsDecision,
    viceChair: { ...needsDecision, may: { ...may, send: false } },
    proposedByYou: { ...needsDecision, state: { ...proposed, mine: true }, may: { ...may, propose: false } },
    explicit: { ...needsDecision, why: 'explicit', unreached: [] },
    nobodyAsked: {
      ...needsDecision,
      why: 'nobody-asked',
      counts: { entitled: 0, approved: 0, silent: 0, objected: 0, unreached: 0 },
      unreached: [],
    },
    approved: {
      ...needsDecision,
      state: {
        kind: 'approved',
        first: 'Selma Sekretær',
        second: 'Frode Formand',
        at: at('2023-12-28T09:15:00Z'),
      },
      may: nothing,
    },
    deferred: {
      ...needsDecision,
      state: { kind: 'deferred', deferredBy: 'Selma Sekretær' },
      may: nothing,
    },
    superseded: { ...needsDecision, state: { kind: 'superseded', newest: 2 }, may: nothing },
  },
  'approve-by-two': {
    sample: { card: 'approve-by-two', meeting, version: 1, needsHead: true },
    byChair: { card: 'approve-by-two', meeting, version: 1, needsHead: false },
  },
  'record-objection': { sample: recordObjection },
  'extend-deadline': {
    sample: extendDeadline,
    severalUnreached: { ...extendDeadline, unreached: ['Ib Indskifter', 'Egon Eksempel'] },
    allReached: { ...extendDeadline, unreached: [] },
  },
  'end-mandate': {
    sample: {
      card: 'end-mandate',
      committeeId: 'committee-1',
      committee: 'LUU SOSU-AMU',
      persons,
      today: '2023-12-18',
    },
  },
  'objection-inherited': {
    sample: inherited,
    ruled: { ...inherited, ruling: { kind: 'partly' } },
    withdrawn: { ...wholeInherited, withdrawn: true },
  },
} as const satisfies {
  readonly [C in DecisionCardView['card']]: Readonly<Record<string, ViewOf<C>>>;
};
