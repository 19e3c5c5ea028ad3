import type { NextStepView } from '../../src/ports/next-step-view.ts';
import { at, docx, meeting, pdf } from './invented-meeting.ts';
import { unreachedPersons } from './invented-unreached.ts';

const step: NextStepView = {
  card: 'next-step',
  meeting,
  situation: 'minutesDrafted',
  next: { step: 'send-minutes', version: 1 },
  due: at('2023-12-15T23:00:00Z'),
  urgency: 'soon',
  papers: [
    { paper: 'minutes-draft', version: 1, format: 'docx', href: docx },
    { paper: 'agenda', version: 1, format: 'pdf', href: pdf },
  ],
};

const { due: _due, ...undue } = step;
const counts = { entitled: 11, approved: 6, objected: 1 };

export const nextStepViews = {
  'next-step': {
    sample: step,
    publish: {
      ...step,
      situation: 'agendaDrafted',
      next: { step: 'publish-agenda' },
      urgency: 'in-order',
      papers: [],
    },
    awaitMeeting: { ...undue, situation: 'agendaSent', next: { step: 'await-meeting' }, urgency: 'in-order' },
    hold: { ...undue, situation: 'agendaSent', next: { step: 'hold-meeting' }, urgency: 'soon' },
    answers: {
      ...step,
      situation: 'sentForApproval',
      next: { step: 'await-answers', counts, unreached: unreachedPersons, moved: [] },
      onVersion: { version: 1, extend: true },
      urgency: 'in-order',
    },
    moved: {
      ...step,
      situation: 'sentForApproval',
      next: {
        step: 'await-answers',
        counts,
        unreached: [],
        moved: [
          { cause: 'downtime', until: at('2023-12-27T23:00:00Z') },
          { cause: 'more-time', until: at('2023-12-28T23:00:00Z') },
          { cause: 'late-notice', until: at('2023-12-29T23:00:00Z'), persons: ['Ib Indskifter'] },
          {
            cause: 'more-time',
            until: at('2024-01-02T23:00:00Z'),
            persons: ['Vita Vejleder', 'Egon Eksempel'],
          },
        ],
      },
      onVersion: { version: 1, extend: true },
    },
    rule: {
      ...step,
      situation: 'sentForApproval',
      next: { step: 'rule-on-objections', count: 2 },
      urgency: 'overdue',
    },
    ruleOne: { ...step, situation: 'sentForApproval', next: { step: 'rule-on-objections', count: 1 } },
    decide: {
      ...undue,
      situation: 'needsDecision',
      next: { step: 'needs-decision', unreached: unreachedPersons.slice(0, 1) },
      urgency: 'overdue',
    },
    deferred: {
      ...undue,
      situation: 'needsDecision',
      next: { step: 'minutes-deferred' },
      onVersion: { version: 1, extend: false },
      urgency: 'in-order',
    },
    done: { ...undue, situation: 'approved', next: { step: 'done' }, urgency: 'in-order' },
  },
} as const satisfies { readonly 'next-step': Readonly<Record<string, NextStepView>> };
