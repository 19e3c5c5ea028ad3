import type { NeedsDecisionView } from '../../ports/decision-card-view.ts';
import { decisionTexts, whyDecision } from '../texts/decision.da.ts';
import { minutesTexts, outcomeCounts } from '../texts/minutes.da.ts';
import { unreachedLines } from '../texts/unreached.da.ts';
import { type Passage, passage } from './objection-received.ts';
import {
  button,
  type Head,
  head,
  type Line,
  line,
  type Maybe,
  type NamedButton,
  type Note,
  note,
  type Room,
  rooms,
  verbatim,
} from './parts.ts';

export type NeedsDecisionModel = Head & {
  readonly meetingId: string;
  readonly version: number;
  readonly about: Line['text'];
  readonly notes: readonly Note[];
  readonly reason: Maybe<Passage>;
  readonly lines: readonly Line[];
  readonly choices: readonly Line[];
  /** The first of the buttons, unless somebody waits for a second yes. */
  readonly send: Maybe<NamedButton>;
  readonly sendToo: Maybe<NamedButton>;
  readonly agree: Maybe<NamedButton>;
  readonly propose: Maybe<NamedButton>;
  readonly defer: Maybe<NamedButton>;
};

const stateNote = ({ state }: NeedsDecisionView): Maybe<Note> => {
  switch (state.kind) {
    case 'open':
      return [];
    case 'proposed':
      return [
        note('accent', state.mine ? decisionTexts.proposedByYou : decisionTexts.proposed(state.proposedBy)),
      ];
    case 'approved':
      return [note('good', decisionTexts.approved(state.first, state.second, state.at))];
    case 'deferred':
      return [note('emphasis', decisionTexts.deferred(state.deferredBy))];
    case 'superseded':
      return [note('emphasis', decisionTexts.superseded(state.newest))];
  }
};

/** What can be done, as far as this person may do it. */
const choices = ({ may }: NeedsDecisionView): readonly Line[] => {
  const offered = [
    ...(may.send ? [decisionTexts.chooseSend] : []),
    ...(may.propose || may.agree ? [decisionTexts.chooseTwo] : []),
    ...(may.defer ? [decisionTexts.chooseDefer] : []),
  ];
  return offered.length === 0 ? [] : [decisionTexts.choices, ...offered].map((each) => line(each));
};

export const needsDecisionModel = (view: NeedsDecisionView, room: Room = rooms[0]): NeedsDecisionModel => {
  const { meeting, version, state, may } = view;
  const waits = state.kind === 'open' || state.kind === 'proposed';
  return {
    ...head(decisionTexts.fallback(meeting.date), meeting.committee, decisionTexts.heading),
    meetingId: meeting.meetingId,
    version,
    about: line(minutesTexts.heading(meeting.date, version)).text,
    notes: [...(waits ? [note('attention', whyDecision(view))] : []), ...stateNote(view)],
    reason:
      state.kind === 'proposed'
        ? [passage(decisionTexts.reason, verbatim(state.reason, Math.min(room.text, 2_000)))]
        : [],
    lines: waits
      ? [line(outcomeCounts(view.counts)), ...unreachedLines(view.unreached).map((each) => line(each, 600))]
      : [],
    choices: waits ? choices(view) : [],
    send: may.send && !may.agree ? [button(decisionTexts.send)] : [],
    sendToo: may.send && may.agree ? [button(decisionTexts.send)] : [],
    agree: may.agree ? [button(decisionTexts.agree)] : [],
    propose: may.propose ? [button(decisionTexts.propose)] : [],
    defer: may.defer ? [button(decisionTexts.defer)] : [],
  };
};
