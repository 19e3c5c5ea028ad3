import type { ViewOf } from '../../src/ports/card-view.ts';
import type { ObjectionReceivedView } from '../../src/ports/minutes-card-view.ts';
import { at, hash, items, meeting, nonce } from './invented-meeting.ts';

const received: ObjectionReceivedView = {
  card: 'objection-received',
  meeting,
  version: 1,
  objectionId: 'objection-1',
  objectorId: 'person-4',
  objector: 'Egon Eksempel',
  receivedAt: at('2023-12-15T08:05:00Z'),
  objection: {
    itemNumber: 6,
    passage: 'kommunerne tilmelder to vejledere hver',
    text: 'Vi aftalte tre vejledere fra de største kommuner.\nDet blev sagt sidst i drøftelsen.',
    proposedWording: 'Kommunerne tilmelder to vejledere hver, de største kommuner tre.',
  },
  late: false,
  withdrawn: false,
  item: { number: 6, title: 'Oplæringsvejledernes uddannelse' },
  current: {
    summary: 'Udvalget drøftede behovet.',
    decision: 'Kommunerne tilmelder **to vejledere** hver.\n\n- Skolen laver en tidsplan.',
  },
};

const { card: _card, ...aboutObjection } = received;
const ruling: ViewOf<'ruling'> = { ...aboutObjection, card: 'ruling', kind: 'partly' };
const reason = 'Gruppens oplæg sagde tre fra Herning og Holstebro. Det står nu i beslutningen.';

export const objectionViews = {
  objection: {
    sample: {
      card: 'objection',
      meeting,
      version: 1,
      hash,
      nonce,
      items: items.map(({ number, title }) => ({ number, title })),
    },
  },
  'objection-received': {
    sample: received,
    late: { ...received, late: true },
    onBehalf: {
      ...received,
      onBehalf: {
        recordedBy: 'Selma Sekretær',
        source: 'mail',
        sourceNote: 'Mail i sagens mappe',
        reachedAt: at('2023-12-14T20:15:00Z'),
      },
    },
    objectorLeft: {
      ...received,
      left: { until: at('2023-12-31T23:00:00Z'), successor: 'Vita Vejleder' },
    },
    objectorLeftAlone: { ...received, left: { until: at('2023-12-31T23:00:00Z') } },
    withdrawn: { ...received, withdrawn: true },
    accepted: { ...received, ruling: { kind: 'accepted', reason }, nextVersion: 2 },
    carriedOut: { ...received, ruling: { kind: 'accepted', reason } },
    rejected: { ...received, ruling: { kind: 'rejected', reason } },
  },
  ruling: {
    sample: ruling,
    accepted: {
      ...ruling,
      kind: 'accepted',
      current: { ...ruling.current, casePresentation: 'Et oplæg.', recommendation: 'Til drøftelse.' },
    },
    rejected: { ...ruling, kind: 'rejected' },
    tooLong: { ...ruling, current: { summary: 'Et langt resumé. '.repeat(600), decision: 'Kort.' } },
  },
  'objection-ruled': {
    sample: {
      card: 'objection-ruled',
      meeting,
      version: 1,
      objection: received.objection,
      item: { number: 6, title: 'Oplæringsvejledernes uddannelse' },
      ruling: { kind: 'partly', reason },
    },
    rejected: {
      card: 'objection-ruled',
      meeting,
      version: 1,
      objection: received.objection,
      ruling: { kind: 'rejected', reason },
    },
  },
} as const satisfies {
  readonly [C in 'objection' | 'objection-received' | 'ruling' | 'objection-ruled']: Readonly<
    Record<string, ViewOf<C>>
  >;
};
