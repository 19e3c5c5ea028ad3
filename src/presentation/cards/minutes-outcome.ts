import type { ViewOf } from '../../ports/card-view.ts';
import { isApproved, minutesTexts, outcomeCounts, resultTexts } from '../texts/minutes.da.ts';
import {
  type Head,
  head,
  type Line,
  type LinkButton,
  line,
  linkButton,
  type Maybe,
  type Note,
  note,
} from './parts.ts';

export type MinutesOutcomeModel = Head & {
  readonly about: Line['text'];
  readonly notes: Maybe<Note>;
  readonly counts: Line['text'];
  readonly deadline: Line['text'];
  readonly pdf: Maybe<LinkButton>;
  readonly docx: Maybe<LinkButton>;
  readonly evidence: Maybe<LinkButton>;
};

export const minutesOutcomeModel = (view: ViewOf<'minutes-outcome'>): MinutesOutcomeModel => {
  const { meeting, version, result, counts } = view;
  const { heading, sentence } = resultTexts[result];
  return {
    ...head(minutesTexts.fallbackOutcome(heading, meeting.date), meeting.committee, heading),
    about: line(minutesTexts.heading(meeting.date, version)).text,
    notes: [note(isApproved(result) ? 'good' : 'attention', sentence)],
    counts: line(outcomeCounts(counts)).text,
    deadline: line(minutesTexts.deadlineWas(view.deadline)).text,
    pdf: linkButton(minutesTexts.openPdf, view.pdf),
    docx: linkButton(minutesTexts.openWord, view.docx),
    evidence: linkButton(minutesTexts.openEvidence, view.evidence),
  };
};
