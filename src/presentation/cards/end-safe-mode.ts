import type { ViewOf } from '../../ports/card-view.ts';
import { type PlainText, plain } from '../escape-text.ts';
import { doubtTexts, endSafeModeTexts, safeModeTexts } from '../texts/operation.da.ts';
import { type ReasonGiven, reasonGiven } from './operation-doubt.ts';
import { type Head, head, type Line, line, type Maybe, type Room, rooms } from './parts.ts';

export type EndSafeModeModel = Head & {
  readonly committeeId: string;
  readonly since: string;
  readonly lines: readonly Line[];
  readonly reasons: Maybe<ReasonGiven>;
  /** The second of the two agrees to what the first wrote and writes nothing. */
  readonly inputs: Maybe<Readonly<Record<'label' | 'hint' | 'missing', PlainText>>>;
  readonly submit: PlainText;
};

export const endSafeModeModel = (
  { committee, committeeId, since, doubt }: ViewOf<'end-safe-mode'>,
  room: Room = rooms[0],
): EndSafeModeModel => {
  const { what, proposal } = doubt;
  const turn = proposal === undefined ? 'first' : 'second';
  const heading = endSafeModeTexts.heading[turn];
  const { lost, ask, secondNeeded, reasonHint, reasonMissing, submit } = endSafeModeTexts;
  const afterwards = proposal === undefined ? [secondNeeded] : [];
  return {
    ...head(doubtTexts.fallback(committee, heading), doubtTexts.kicker(committee), heading),
    committeeId,
    since,
    lines: [...safeModeTexts.what(doubt), lost[what], ask, ...afterwards].map((each) => line(each)),
    reasons: reasonGiven(proposal?.reason, room),
    inputs:
      proposal === undefined
        ? [
            {
              label: plain(safeModeTexts.reason),
              hint: plain(reasonHint),
              missing: plain(reasonMissing),
            },
          ]
        : [],
    submit: plain(submit[turn]),
  };
};
