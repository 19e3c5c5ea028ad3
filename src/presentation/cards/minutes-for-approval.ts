import type { ViewOf } from '../../ports/card-view.ts';
import { type MarkdownText, type PlainText, plain } from '../escape-text.ts';
import { whyDeadline } from '../texts/deadline.da.ts';
import {
  changesSentence,
  isApproved,
  minutesTexts,
  resultTexts,
  silenceSentence,
} from '../texts/minutes.da.ts';
import { howItCame } from '../texts/record-objection.da.ts';
import { webFormPaths } from '../texts/web-form.da.ts';
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
  type Room,
  rooms,
} from './parts.ts';
import { richLine } from './rich-lines.ts';

type View = ViewOf<'minutes-for-approval'> | ViewOf<'minutes-reminder'>;

/** What every act on this card carries back: which text it is about, and this card's own mark against doubling. */
export type ActOn = {
  readonly meetingId: string;
  readonly version: number;
  readonly hash: string;
  readonly nonce: string;
};

export type MinutesForApprovalModel = Head &
  ActOn & {
    readonly notes: Maybe<Note>;
    /** What is asked of a person who has not answered, until when, and what silence means. */
    readonly asked: Maybe<{
      readonly text: MarkdownText;
      readonly silence: MarkdownText;
      readonly reason: MarkdownText;
    }>;
    readonly changes: Maybe<Line>;
    readonly decisions: Maybe<{
      readonly heading: MarkdownText;
      readonly lines: readonly { readonly title: PlainText; readonly text: PlainText }[];
    }>;
    readonly approve: Maybe<NamedButton>;
    readonly object: Maybe<NamedButton>;
    readonly withdrawApproval: Maybe<NamedButton>;
    readonly withdrawObjection: readonly (NamedButton & { readonly objectionId: string })[];
    readonly pdf: Maybe<LinkButton>;
    /** The person's own page of what is other than in the version before. */
    readonly differences: Maybe<LinkButton>;
  };

/** What the reminder adds to the card it reminds of, as long as there is something to answer. */
const reminderNotes = ({ card, mine, state }: View): Maybe<Note> =>
  card === 'minutes-reminder' && mine.stance === 'silent' && state.kind === 'open'
    ? [note('warning', minutesTexts.reminder)]
    : [];

/** How the version stands, where it no longer waits for answers. */
export const stateNotes = (state: View['state']): Maybe<Note> => {
  switch (state.kind) {
    case 'open':
      return [];
    case 'superseded':
      return [note('warning', minutesTexts.superseded(state.newest))];
    case 'past-deadline':
      return [
        note(
          'emphasis',
          state.until === undefined ? minutesTexts.pastDeadline : minutesTexts.pastOwnDeadline(state.until),
        ),
      ];
    case 'closed': {
      const tone = isApproved(state.result) ? 'good' : 'attention';
      return [note(tone, resultTexts[state.result].sentence)];
    }
  }
};

const mineNotes = ({ mine, state, deadline }: View): Maybe<Note> => {
  const open = state.kind === 'open';
  switch (mine.stance) {
    case 'silent':
      return [];
    case 'not-asked':
      return [note('emphasis', minutesTexts.notAsked)];
    case 'approved': {
      const regret = open ? [minutesTexts.youMayRegret(deadline)] : [];
      return [note('good', minutesTexts.youApproved(mine.at, mine.receipt), ...regret)];
    }
    case 'objected': {
      const blocks = open ? [minutesTexts.objectionBlocks(deadline)] : [];
      const each = mine.objections.map(({ objection: { itemNumber }, at, receipt, onBehalf }) =>
        onBehalf === undefined
          ? minutesTexts.youObjected(itemNumber, at, receipt)
          : minutesTexts.objectedForYou(itemNumber, at, receipt, howItCame(onBehalf)),
      );
      return [note('warning', ...each.slice(0, 10), ...blocks)];
    }
  }
};

/** What stands beside the answer: remarks that came too late, and objections that were taken back. */
const asideNotes = ({ remarks, withdrawn }: View): Maybe<Note> => [
  ...remarks
    .slice(0, 5)
    .map(({ itemNumber, at, receipt, onBehalf }) =>
      note(
        'emphasis',
        onBehalf === undefined
          ? minutesTexts.remarked(itemNumber, at, receipt)
          : minutesTexts.remarkedForYou(itemNumber, at, receipt, howItCame(onBehalf)),
      ),
    ),
  ...withdrawn.slice(0, 5).map(({ itemNumber }) => note('emphasis', minutesTexts.youWithdrew(itemNumber))),
];

type Buttons = Pick<MinutesForApprovalModel, 'approve' | 'object' | 'withdrawApproval' | 'withdrawObjection'>;

const none: Buttons = { approve: [], object: [], withdrawApproval: [], withdrawObjection: [] };

const buttons = ({ mine, state }: View): Buttons => {
  if (state.kind !== 'open' || mine.stance === 'not-asked') return none;
  const object = [button(mine.stance === 'objected' ? minutesTexts.objectAgain : minutesTexts.object)];
  if (mine.stance === 'silent') return { ...none, approve: [button(minutesTexts.approve)], object };
  if (mine.stance === 'approved')
    return { ...none, object, withdrawApproval: [button(minutesTexts.withdrawApproval)] };
  const many = mine.objections.length > 1;
  const withdrawObjection = mine.objections.slice(0, 4).map(({ objectionId, objection: { itemNumber } }) => ({
    ...button(
      many && itemNumber !== undefined
        ? minutesTexts.withdrawObjectionTo(itemNumber)
        : minutesTexts.withdrawObjection,
    ),
    objectionId,
  }));
  return { ...none, object, withdrawObjection };
};

const decisions = (view: View, room: Room): MinutesForApprovalModel['decisions'] =>
  view.decisions.length === 0
    ? []
    : [
        {
          heading: line(minutesTexts.decisions).text,
          lines: view.decisions.slice(0, 5).map(({ number, title, decision }) => ({
            title: plain(`${number}. ${title}:`, room.title),
            text: richLine(decision, Math.min(room.text, 240)),
          })),
        },
      ];

const asked = ({ terms, deadline, moved, mine, state }: View): MinutesForApprovalModel['asked'] => {
  if (state.kind !== 'open' || mine.stance !== 'silent') return [];
  return [
    {
      text: line(minutesTexts.asked(deadline)).text,
      silence: line(silenceSentence(terms)).text,
      reason: line(whyDeadline(moved === undefined ? { terms } : { terms, moved })).text,
    },
  ];
};

const differences = ({ version, link }: View): MinutesForApprovalModel['differences'] =>
  version > 1 && link !== undefined
    ? linkButton(minutesTexts.seeChanges, `${link}/${webFormPaths.differences}`)
    : [];

export const minutesForApprovalModel = (view: View, room: Room = rooms[0]): MinutesForApprovalModel => {
  const { meeting, version, hash, nonce, changes } = view;
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
    notes: [...reminderNotes(view), ...stateNotes(view.state), ...mineNotes(view), ...asideNotes(view)],
    asked: asked(view),
    changes: version > 1 ? [line(changesSentence(version, changes), room.text)] : [],
    decisions: decisions(view, room),
    ...buttons(view),
    pdf: linkButton(minutesTexts.openPdf, view.pdf),
    differences: differences(view),
  };
};
