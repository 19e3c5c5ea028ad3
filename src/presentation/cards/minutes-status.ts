import type { ViewOf } from '../../ports/card-view.ts';
import { markdown } from '../escape-text.ts';
import { minutesTexts, silenceSentence } from '../texts/minutes.da.ts';
import { type ActOn, stateNotes } from './minutes-for-approval.ts';
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
  type Tone,
} from './parts.ts';

type View = ViewOf<'minutes-status'>;

export type BarPart = Line & { readonly tone: Tone; readonly width: number };

/** Counts only: nobody in the chat can see who answered what. */
export type MinutesStatusModel = Head &
  ActOn & {
    readonly summary: Line['text'];
    readonly bar: readonly BarPart[];
    readonly silence: Maybe<Line>;
    readonly notes: Maybe<Note>;
    readonly approve: Maybe<NamedButton>;
    readonly object: Maybe<NamedButton>;
    readonly pdf: Maybe<LinkButton>;
  };

/** Parts as wide as their share, none so narrow that its words cannot be read; the number stands in each. */
export const answerBar = ({ entitled, approved, objected }: View['counts']): readonly BarPart[] => {
  const silent = Math.max(0, entitled - approved - objected);
  const part = (count: number, tone: Tone, words: string): readonly BarPart[] =>
    count === 0
      ? []
      : [
          {
            tone,
            text: markdown(words),
            width: Math.max(Math.round((100 * count) / Math.max(entitled, 1)), 25),
          },
        ];
  return [
    ...part(approved, 'good', minutesTexts.approvedPart(approved)),
    ...part(objected, 'attention', minutesTexts.objectedPart(objected)),
    ...part(silent, 'emphasis', minutesTexts.silentPart(silent)),
  ];
};

export const statusSentence = (counts: View['counts'], deadline: Temporal.Instant): string =>
  [
    minutesTexts.answered(counts.approved + counts.objected, counts.entitled),
    minutesTexts.objections(counts.objected),
    minutesTexts.deadline(deadline),
  ].join(' · ');

export const minutesStatusModel = (view: View): MinutesStatusModel => {
  const { meeting, version, hash, nonce, counts, terms, state } = view;
  const open = state.kind === 'open';
  return {
    ...head(
      minutesTexts.fallback(meeting.date),
      meeting.committee,
      minutesTexts.heading(meeting.date, version),
    ),
    meetingId: meeting.meetingId,
    version,
    hash,
    nonce,
    summary: markdown(statusSentence(counts, Temporal.Instant.from(terms.deadline))),
    bar: answerBar(counts),
    silence: open ? [line(silenceSentence(terms))] : [],
    notes: stateNotes(state),
    approve: open ? [button(minutesTexts.approve)] : [],
    object: open ? [button(minutesTexts.object)] : [],
    pdf: linkButton(minutesTexts.openPdf, view.pdf),
  };
};
