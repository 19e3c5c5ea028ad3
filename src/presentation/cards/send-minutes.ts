import type { ViewOf } from '../../ports/card-view.ts';
import { type PlainText, plain } from '../escape-text.ts';
import { changesSentence, minutesTexts } from '../texts/minutes.da.ts';
import { type FindingList, findingNotes } from './findings.ts';
import { type Head, head, type Line, line, type Maybe, type Room, rooms } from './parts.ts';

export type SendMinutesModel = Head & {
  readonly meetingId: string;
  readonly hash: string;
  readonly lines: readonly Line[];
  readonly changes: Maybe<Line>;
  readonly findings: readonly FindingList[];
  readonly frozen: Line['text'];
  readonly submit: PlainText;
};

export const sendMinutesModel = (view: ViewOf<'send-minutes'>, room: Room = rooms[0]): SendMinutesModel => {
  const { meeting, version, hash, deadline, asked, decisions, findings, changes } = view;
  return {
    ...head(minutesTexts.fallback(meeting.date), meeting.committee, minutesTexts.sendHeading(version)),
    meetingId: meeting.meetingId,
    hash,
    lines: [line(minutesTexts.sendAsked(asked, deadline)), line(minutesTexts.sendDecisions(decisions))],
    changes: version > 1 ? [line(changesSentence(version, changes), room.text)] : [],
    findings: findingNotes(findings, room),
    frozen: line(minutesTexts.sendFrozen).text,
    submit: plain(minutesTexts.sendSubmit(version, asked)),
  };
};
