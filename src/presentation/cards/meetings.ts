import type { ViewOf } from '../../ports/card-view.ts';
import { capitalised, danishDate, danishDeadline } from '../danish-format.ts';
import { markdown } from '../escape-text.ts';
import { mandateTexts } from '../texts/mandate.da.ts';
import { meetingTexts, situationWords } from '../texts/meeting.da.ts';
import {
  button,
  type Head,
  head,
  type Line,
  line,
  type Maybe,
  type NamedButton,
  type Room,
  rooms,
} from './parts.ts';

export type MeetingsModel = Head & {
  readonly empty: Maybe<Line>;
  readonly meetings: readonly { readonly when: Line['text']; readonly details: Maybe<Line> }[];
  readonly leftOut: Maybe<Line>;
  readonly plan: Maybe<NamedButton>;
  readonly leave: Maybe<NamedButton & { readonly committeeId: string }>;
};

const details = ({ situation, deadline }: ViewOf<'meetings'>['meetings'][number]): string =>
  [
    situationWords[situation],
    ...(deadline === undefined ? [] : [meetingTexts.listDeadline(danishDeadline(deadline))]),
  ].join(' · ');

export const meetingsModel = (view: ViewOf<'meetings'>, room: Room = rooms[0]): MeetingsModel => {
  const { committeeId, committee, meetings, isSecretary } = view;
  const shown = meetings.slice(0, Math.min(room.items, 12));
  const more = meetings.length - shown.length;
  return {
    ...head(meetingTexts.listHeading, committee, meetingTexts.listHeading),
    empty: meetings.length === 0 ? [line(meetingTexts.listEmpty)] : [],
    meetings: shown.map((meeting) => ({
      when: markdown(capitalised(danishDate(meeting.date))),
      details: [line(details(meeting))],
    })),
    leftOut: more > 0 ? [line(meetingTexts.listMore(more))] : [],
    plan: isSecretary ? [button(meetingTexts.plan)] : [],
    leave: isSecretary ? [{ ...button(mandateTexts.button), committeeId }] : [],
  };
};
