import type { ViewOf } from '../../ports/card-view.ts';
import { markdown } from '../escape-text.ts';
import { longerSentence, whyDeadline } from '../texts/deadline.da.ts';
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
    readonly barWords: Line['text'];
    readonly silence: readonly Line[];
    readonly notes: Maybe<Note>;
    readonly approve: Maybe<NamedButton>;
    readonly object: Maybe<NamedButton>;
    readonly pdf: Maybe<LinkButton>;
  };

const silentOf = ({ entitled, approved, objected }: View['counts']): number =>
  Math.max(0, entitled - approved - objected);

/** Parts as wide as their share, none too narrow for its number; in the order of the words below. */
export const answerBar = (counts: View['counts']): readonly BarPart[] => {
  const part = (count: number, tone: Tone): readonly BarPart[] => {
    const share = Math.round((100 * count) / Math.max(counts.entitled, 1));
    return count === 0 ? [] : [{ tone, text: markdown(String(count)), width: Math.max(share, 12) }];
  };
  return [
    ...part(counts.approved, 'good'),
    ...part(counts.objected, 'attention'),
    ...part(silentOf(counts), 'emphasis'),
  ];
};

const statusSentence = (counts: View['counts'], deadline: Temporal.Instant): string =>
  [
    minutesTexts.answered(counts.approved + counts.objected, counts.entitled),
    minutesTexts.objections(counts.objected),
    minutesTexts.deadline(deadline),
  ].join(' · ');

/** That a deadline was moved and why; who was given longer stands on no shared card. */
const moved = ({ terms, moved: why, longer, state }: View): readonly Line[] =>
  state.kind === 'superseded' || state.kind === 'closed'
    ? []
    : [
        ...(why === undefined ? [] : [line(whyDeadline({ terms, moved: why }))]),
        ...(longer === undefined || state.kind !== 'open'
          ? []
          : [line(longerSentence(longer.persons, longer.until))]),
      ];

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
    summary: markdown(statusSentence(counts, view.deadline)),
    bar: answerBar(counts),
    barWords: markdown(minutesTexts.bar(counts.approved, counts.objected, silentOf(counts))),
    silence: [...moved(view), ...(open ? [line(silenceSentence(terms))] : [])],
    notes: stateNotes(state),
    approve: open ? [button(minutesTexts.approve)] : [],
    object: open ? [button(minutesTexts.object)] : [],
    pdf: linkButton(minutesTexts.openPdf, view.pdf),
  };
};
