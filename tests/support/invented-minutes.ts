import { evolveMeeting } from '../../src/domain/meeting/evolve-meeting.ts';
import { type Meeting, unknownMeeting } from '../../src/domain/meeting/meeting.ts';
import type { ApprovalResult, ApprovalTerms, MeetingEvent } from '../../src/domain/meeting/meeting-event.ts';
import { type Answer, evolveAnswer, noAnswer } from '../../src/domain/minutes/answer.ts';
import type { AnswerEvent } from '../../src/domain/minutes/answer-event.ts';
import { danish } from './danish-calendar.ts';
import { folded } from './given-when-then.ts';
import { entitled, items, minutesPaper, plan } from './invented-committee.ts';

/** The course of an invented meeting, event by event. */
export const planned: readonly MeetingEvent[] = [
  { type: 'MeetingPlanned', ...plan },
  { type: 'AgendaDrafted', items, breaksAfter: [2] },
];

export const called: readonly MeetingEvent[] = [
  ...planned,
  { type: 'AgendaPublished', paper: minutesPaper, hash: 'agenda', invited: ['frida', 'mads', 'bo', 'elev'] },
];

export const drafted: readonly MeetingEvent[] = [
  ...called,
  { type: 'MeetingHeld' },
  { type: 'MinutesDrafted', paper: minutesPaper },
];

/** Midnight after Wednesday 24 September 2025. */
export const deadline = danish('2025-09-25 00:00');
export const inTime = danish('2025-09-20 10:00');

const terms: ApprovalTerms = {
  deadline: deadline.toString(),
  deadlineReason: 'days-after-meeting',
  deadlineDays: 14,
  movedFromClosedDay: false,
  approval: 'tacit',
  noticeDaysBeforeDeadline: 5,
  approvalParagraph: 'punkt 6',
  approvalText: 'Referatet er godkendt, når ingen har gjort indsigelse inden fristen.',
};

type Sent = Extract<MeetingEvent, { type: 'MinutesSent' }>;

export function sent(version: number, more: Partial<Sent> = {}): Sent {
  return {
    type: 'MinutesSent',
    version,
    paper: minutesPaper,
    hash: `hash-${version}`,
    entitled,
    ...terms,
    ...more,
  };
}

export function closed(version: number, result: ApprovalResult): MeetingEvent {
  const counts = { entitled: 3, approved: 0, silent: 3, objected: 0, unreached: 0 };
  return { type: 'MinutesClosed', version, result, counts, objections: [] };
}

export function ruled(
  objectionId: string,
  ruling: 'accepted' | 'partly' | 'rejected' = 'accepted',
): MeetingEvent {
  return { type: 'ObjectionRuled', objectionId, ruling, reason: 'Fordi', ruledBy: 'frida', amendments: [] };
}

export function meetingAfter(...events: readonly MeetingEvent[]): Meeting {
  return folded(evolveMeeting, unknownMeeting, events);
}

/** Version 1 is out for approval, and what came after it. */
export function underApproval(...events: readonly MeetingEvent[]): Meeting {
  return meetingAfter(...drafted, sent(1), ...events);
}

export function answerAfter(...events: readonly AnswerEvent[]): Answer {
  return folded(evolveAnswer, noAnswer, events);
}

function stamp(nonce: string) {
  return { nonce, receipt: `receipt-${nonce}`, receivedAt: inTime.toString() };
}

export const delivered: AnswerEvent = {
  type: 'NoticeDelivered',
  channel: 'teams',
  at: danish('2025-09-15 12:00').toString(),
};

export function approved(nonce: string): AnswerEvent {
  return { type: 'ApprovalGiven', hash: 'hash-1', ...stamp(nonce) };
}

export function approvalWithdrawn(nonce: string): AnswerEvent {
  return { type: 'ApprovalWithdrawn', ...stamp(nonce) };
}

export function objected(objectionId: string, nonce = objectionId): AnswerEvent {
  return {
    type: 'ObjectionRaised',
    objectionId,
    objection: { text: 'Der stod 50.' },
    hash: 'hash-1',
    ...stamp(nonce),
  };
}

export function objectionWithdrawn(objectionId: string, nonce: string, othersStand = false): AnswerEvent {
  return { type: 'ObjectionWithdrawn', objectionId, othersStand, ...stamp(nonce) };
}
