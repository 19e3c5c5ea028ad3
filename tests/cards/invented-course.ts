import type { ViewOf } from '../../src/ports/card-view.ts';
import type { TimelineEntry } from '../../src/ports/timeline-view.ts';
import { at, meeting } from './invented-meeting.ts';

export const counts = { entitled: 4, approved: 1, silent: 2, objected: 1, unreached: 0 };
export const sent: TimelineEntry = {
  kind: 'sent',
  at: at('2023-12-12T11:00:00Z'),
  asked: 4,
  deadline: at('2023-12-22T23:00:00Z'),
  changes: [],
};

export const told = (
  name: string,
  iso: string,
  more: Partial<Extract<TimelineEntry, { kind: 'told' }>> = {},
): TimelineEntry => ({
  kind: 'told',
  at: at(iso),
  name,
  about: 'notice',
  channel: 'teams',
  result: 'delivered',
  ...more,
});

export const sample: ViewOf<'timeline'> = {
  card: 'timeline',
  meeting,
  versions: [
    {
      version: 1,
      entries: [
        sent,
        told('Asta Afprøvning', '2023-12-12T11:00:02Z'),
        told('Bo Bogholder', '2023-12-12T11:00:02Z'),
        told('Egon Eksempel', '2023-12-12T11:00:03Z', { result: 'blocked' }),
        told('Egon Eksempel', '2023-12-12T11:00:09Z', { channel: 'mail', result: 'sent' }),
        told('Egon Eksempel', '2023-12-13T07:31:00Z', { channel: 'mail' }),
        told('Gry Gæst', '2023-12-12T11:00:04Z', { channel: 'mail', result: 'no-address' }),
        {
          kind: 'act',
          at: at('2023-12-14T09:12:00Z'),
          name: 'Asta Afprøvning',
          verb: 'approve',
          receipt: 'K7F3-92',
        },
        {
          kind: 'act',
          at: at('2023-12-14T10:02:00Z'),
          name: 'Bo Bogholder',
          verb: 'object',
          receipt: '4QJ0-1C',
          item: 6,
        },
        {
          kind: 'ruling',
          at: at('2023-12-15T08:00:00Z'),
          name: 'Karen Prøvesen',
          ruling: 'accepted',
          objector: 'Bo Bogholder',
          item: 6,
        },
      ],
    },
    {
      version: 2,
      entries: [
        {
          ...sent,
          at: at('2023-12-15T09:00:00Z'),
          deadline: at('2023-12-22T23:00:00Z'),
          changes: [{ number: 6, title: 'Oplæringsvejledernes uddannelse', fields: ['decision'] }],
        },
        { kind: 'reminded', at: at('2023-12-19T07:00:00Z'), persons: 2 },
        told('Gry Gæst', '2023-12-19T07:00:03Z', { about: 'reminder' }),
        { kind: 'downtime', at: at('2023-12-22T18:00:00Z'), until: at('2023-12-22T20:30:00Z') },
        {
          kind: 'extension',
          at: at('2023-12-22T20:30:00Z'),
          cause: 'downtime',
          until: at('2023-12-27T23:00:00Z'),
        },
        { kind: 'closed', at: at('2023-12-27T23:02:00Z'), result: 'approvedTacitly', counts },
      ],
    },
  ],
};

export const act = (
  verb: Extract<TimelineEntry, { kind: 'act' }>['verb'],
  more: Partial<Extract<TimelineEntry, { kind: 'act' }>> = {},
): TimelineEntry => ({
  kind: 'act',
  at: at('2023-12-14T09:12:00Z'),
  name: 'Asta Afprøvning',
  verb,
  receipt: 'K7F3-92',
  ...more,
});

/** Everything that the sample has not. */
export const other: ViewOf<'timeline'> = {
  card: 'timeline',
  meeting,
  versions: [
    {
      version: 1,
      entries: [
        told('Gry Gæst', '2023-12-12T11:00:05Z', { about: 'reminder', channel: 'mail', result: 'refused' }),
        told('Gry Gæst', '2023-12-12T11:00:05Z', { about: 'reminder', channel: 'mail', result: 'sent' }),
        told('Gry Gæst', '2023-12-12T11:00:05Z', { result: 'gone' }),
        told('Gry Gæst', '2023-12-12T11:00:05Z', { channel: 'mail', result: 'failed' }),
        act('withdraw-approval'),
        act('object'),
        act('object', { item: 3, onBehalf: { by: 'Sanne Eksempel', source: 'letter' } }),
        act('withdraw-objection'),
        act('remark'),
        {
          kind: 'ruling',
          at: at('2023-12-15T08:00:00Z'),
          name: 'Karen Prøvesen',
          ruling: 'rejected',
        },
        {
          kind: 'extension',
          at: at('2023-12-22T20:30:00Z'),
          cause: 'late-notice',
          until: at('2023-12-27T23:00:00Z'),
          names: [
            'Asta Afprøvning',
            'Bo Bogholder',
            'Egon Eksempel',
            'Gry Gæst',
            'Ida Idé',
            'Kai Kladde',
            'Liv Logbog',
          ],
        },
        {
          kind: 'extension',
          at: at('2023-12-22T20:30:00Z'),
          cause: 'more-time',
          until: at('2023-12-27T23:00:00Z'),
          names: ['Gry Gæst'],
        },
        {
          kind: 'closed',
          at: at('2023-12-27T23:02:00Z'),
          result: 'needsDecision',
          counts: { ...counts, unreached: 1 },
        },
        { kind: 'proposed', at: at('2024-01-02T10:00:00Z'), name: 'Sanne Eksempel' },
        { kind: 'by-two', at: at('2024-01-02T11:00:00Z'), first: 'Sanne Eksempel', second: 'Karen Prøvesen' },
        { kind: 'deferred', at: at('2024-01-03T11:00:00Z'), name: 'Sanne Eksempel' },
      ],
    },
  ],
};
