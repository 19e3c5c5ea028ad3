import type { ViewOf } from '../../ports/card-view.ts';
import { isApproved, minutesTexts, outcomeCounts, resultTexts } from '../texts/minutes.da.ts';
import { timelineTexts } from '../texts/timeline.da.ts';
import {
  button,
  type Head,
  head,
  type Line,
  type LinkButton,
  line,
  linkButton,
  type Maybe,
  type NamedButton,
  type Note,
  note,
} from './parts.ts';

export type MinutesOutcomeModel = Head & {
  readonly meetingId: string;
  readonly about: Line['text'];
  readonly notes: Maybe<Note>;
  readonly counts: Line['text'];
  readonly deadline: Line['text'];
  readonly pdf: Maybe<LinkButton>;
  readonly docx: Maybe<LinkButton>;
  readonly evidence: Maybe<LinkButton>;
  readonly timeline: Maybe<NamedButton>;
};

export const minutesOutcomeModel = (view: ViewOf<'minutes-outcome'>): MinutesOutcomeModel => {
  const { meeting, version, result, counts } = view;
  const { heading, sentence } = resultTexts[result];
  return {
    ...head(minutesTexts.fallbackOutcome(heading, meeting.date), meeting.committee, heading),
    meetingId: meeting.meetingId,
    about: line(minutesTexts.heading(meeting.date, version)).text,
    notes: [note(isApproved(result) ? 'good' : 'attention', sentence)],
    counts: line(outcomeCounts(counts)).text,
    deadline: line(minutesTexts.deadlineWas(view.deadline)).text,
    pdf: linkButton(minutesTexts.openPdf, view.pdf),
    docx: linkButton(minutesTexts.openWord, view.docx),
    evidence: linkButton(minutesTexts.openEvidence, view.serving?.evidence),
    timeline: view.serving === undefined ? [] : [button(timelineTexts.open)],
  };
};
