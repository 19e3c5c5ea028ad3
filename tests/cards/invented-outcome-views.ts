import type { ViewOf } from '../../src/ports/card-view.ts';
import { at, docx, meeting, pdf, terms } from './invented-meeting.ts';

const outcome: ViewOf<'minutes-outcome'> = {
  card: 'minutes-outcome',
  meeting,
  version: 2,
  result: 'approvedTacitly',
  counts: { entitled: 11, approved: 7, silent: 4, objected: 0, unreached: 0 },
  terms,
  deadline: at(terms.deadline),
  pdf,
  docx,
};

export const outcomeViews = {
  'minutes-outcome': {
    sample: outcome,
    serving: { ...outcome, serving: { evidence: pdf } },
    byAll: {
      ...outcome,
      result: 'approvedByAll',
      counts: { entitled: 11, approved: 11, silent: 0, objected: 0, unreached: 0 },
    },
    byTwo: {
      ...outcome,
      result: 'approvedByTwo',
      counts: { entitled: 11, approved: 7, silent: 4, objected: 0, unreached: 1 },
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
} as const satisfies { readonly 'minutes-outcome': Readonly<Record<string, ViewOf<'minutes-outcome'>>> };
