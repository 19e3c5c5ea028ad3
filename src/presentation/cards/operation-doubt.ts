import type { ViewOf } from '../../ports/card-view.ts';
import type { ClockDoubtView, OpenSafeModeView } from '../../ports/operation-card-view.ts';
import { danishInstant } from '../danish-format.ts';
import { clockTexts, doubtTexts, safeModeTexts } from '../texts/operation.da.ts';
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
  type Room,
  rooms,
  type Verbatim,
  verbatim,
} from './parts.ts';

type View = ViewOf<'operation-doubt'>;

export type OperationDoubtModel = Head & {
  readonly committeeId: string;
  readonly since: string;
  readonly lines: readonly Line[];
  readonly factSets: Maybe<{ readonly facts: readonly Fact[] }>;
  readonly reasons: Maybe<ReasonGiven>;
  readonly toDo: Maybe<Line>;
  readonly confirm: Maybe<NamedButton>;
  readonly goOn: Maybe<NamedButton>;
};

/** What the first of the two wrote. */
export type ReasonGiven = { readonly heading: Line['text']; readonly lines: readonly Verbatim[] };

export const reasonGiven = (reason: string | undefined, room: Room): Maybe<ReasonGiven> =>
  reason === undefined
    ? []
    : [{ heading: line(safeModeTexts.reason).text, lines: verbatim(reason, room.text) }];

const nothing = { factSets: [], reasons: [], toDo: [], confirm: [], goOn: [] } as const;

const framed = (
  { committee, committeeId, since }: View,
  heading: string,
): Head & Pick<OperationDoubtModel, 'committeeId' | 'since'> => ({
  ...head(doubtTexts.fallback(committee, heading), doubtTexts.kicker(committee), heading),
  committeeId,
  since,
});

export const operationDoubtModel = (view: View, room: Room = rooms[0]): OperationDoubtModel => {
  const { doubt } = view;
  if (doubt.state === 'over') {
    const { over } = doubt.about === 'clock' ? clockTexts : safeModeTexts;
    return { ...framed(view, over.heading), ...nothing, lines: [line(over.sentence)] };
  }
  return doubt.about === 'clock' ? clockModel(view, doubt) : safeModeModel(view, doubt, room);
};

const clockModel = (
  view: View,
  doubt: Extract<ClockDoubtView, { readonly state: 'open' }>,
): OperationDoubtModel => ({
  ...framed(view, clockTexts.heading),
  ...nothing,
  lines: [clockTexts.jump(doubt), clockTexts.held, clockTexts.kept].map((each) => line(each)),
  factSets: [{ facts: fact(clockTexts.shownAt, danishInstant(doubt.shownAt)) }],
  toDo: [line(clockTexts.toDo)],
  confirm: [button(clockTexts.confirm)],
});

const safeModeModel = (view: View, doubt: OpenSafeModeView, room: Room): OperationDoubtModel => {
  const { what, proposal } = doubt;
  return {
    ...framed(view, safeModeTexts.heading),
    ...nothing,
    lines: [...safeModeTexts.what(doubt), safeModeTexts.held].map((each) => line(each)),
    reasons: reasonGiven(proposal?.reason, room),
    toDo: [line(proposal === undefined ? safeModeTexts.toDo[what] : safeModeTexts.proposed(proposal.name))],
    goOn: [button(proposal === undefined ? safeModeTexts.goOn[what] : safeModeTexts.agree)],
  };
};
