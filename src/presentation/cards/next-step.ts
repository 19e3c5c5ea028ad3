import type { ViewOf } from '../../ports/card-view.ts';
import type { NextStepView, Step } from '../../ports/next-step-view.ts';
import { type MarkdownText, markdownLink } from '../escape-text.ts';
import { meetingTexts, situationWords } from '../texts/meeting.da.ts';
import { nextStepTexts, stepTexts, urgencyWords } from '../texts/next-step.da.ts';
import { timelineTexts } from '../texts/timeline.da.ts';
import {
  button,
  type Fact,
  fact,
  type Head,
  head,
  type Line,
  line,
  type Maybe,
  type NamedButton,
  type Tone,
} from './parts.ts';

export type NextStepModel = Head & {
  readonly meetingId: string;
  readonly urgency: { readonly text: MarkdownText; readonly tone: Tone };
  readonly lines: readonly Line[];
  readonly facts: readonly Fact[];
  readonly papersHeading: Maybe<Line>;
  readonly papers: readonly Line[];
  readonly publish: Maybe<NamedButton>;
  readonly hold: Maybe<NamedButton>;
  readonly send: Maybe<NamedButton>;
  readonly extend: Maybe<NamedButton & { readonly version: number }>;
  readonly record: Maybe<NamedButton & { readonly version: number }>;
  readonly timeline: Maybe<NamedButton>;
};

const tones = { 'in-order': 'good', soon: 'warning', overdue: 'attention' } as const satisfies Record<
  NextStepView['urgency'],
  Tone
>;

/** There is no course of the minutes to show yet. */
const beforeMinutes: readonly NextStepView['situation'][] = [
  'planned',
  'callForItems',
  'agendaDrafted',
  'agendaSent',
  'held',
  'minutesDrafted',
  'cancelled',
];

type StepText = { readonly heading: string; readonly sentences: readonly string[]; readonly button?: string };

/** The texts of each step take their own step's data; picking both by the same word keeps them together. */
const textOf = (step: Step): StepText => {
  switch (step.step) {
    case 'send-minutes':
      return stepTexts[step.step](step);
    case 'await-answers':
      return stepTexts[step.step](step);
    case 'rule-on-objections':
      return stepTexts[step.step](step);
    case 'needs-decision':
      return stepTexts[step.step](step);
    default:
      return stepTexts[step.step]();
  }
};

/** "Senest …" first: whatever is too late is told at once. */
const urgency = ({ urgency: kind, due }: NextStepView): string =>
  [urgencyWords[kind], ...(due === undefined ? [] : [nextStepTexts.due(due)])].join(' · ');

const paperLine = ({ paper, version, format, href }: NextStepView['papers'][number]): Line => ({
  text: markdownLink(`${nextStepTexts.paper[paper](version)} (${nextStepTexts.format[format]})`, href),
});

const onVersion = ({ onVersion: about }: NextStepView): Pick<NextStepModel, 'extend' | 'record'> => {
  if (about === undefined) return { extend: [], record: [] };
  const { version } = about;
  return {
    extend: about.extend ? [{ ...button(nextStepTexts.extend), version }] : [],
    record: [{ ...button(nextStepTexts.record), version }],
  };
};

export const nextStepModel = (view: ViewOf<'next-step'>): NextStepModel => {
  const { meeting, next, situation } = view;
  const text = textOf(next);
  const named = (step: Step['step']): Maybe<NamedButton> =>
    next.step === step && text.button !== undefined ? [button(text.button)] : [];
  return {
    ...head(
      nextStepTexts.fallback(meeting.committee, text.heading),
      nextStepTexts.kicker(meeting.committee),
      text.heading,
    ),
    meetingId: meeting.meetingId,
    urgency: { text: line(urgency(view)).text, tone: tones[view.urgency] },
    lines: text.sentences.map((sentence) => line(sentence)),
    facts: [
      ...fact(nextStepTexts.meeting, meetingTexts.when(meeting.date, meeting.from, meeting.to)),
      ...fact(nextStepTexts.situation, situationWords[situation]),
    ],
    papersHeading: view.papers.length === 0 ? [] : [line(nextStepTexts.papers)],
    papers: view.papers.slice(0, 8).map(paperLine),
    publish: named('publish-agenda'),
    hold: named('hold-meeting'),
    send: named('send-minutes'),
    ...onVersion(view),
    timeline: beforeMinutes.includes(situation) ? [] : [button(timelineTexts.open)],
  };
};
