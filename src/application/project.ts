import { danishInstantAt } from '../domain/calendar/danish-time.ts';
import type { MeetingEvent, MeetingPlan } from '../domain/meeting/meeting-event.ts';
import type { AnswerEvent } from '../domain/minutes/answer-event.ts';
import type { StoredEvent } from '../ports/event-log.ts';
import type { Project, RowChange } from '../ports/read-models.ts';
import { dueRows, nothingDue } from './due-rows.ts';

/** Which rows of the read models an event changes. */
export const project: Project = (stored) => {
  const [kind = '', id = '', version = '', ...person] = stored.stream.split('/');
  if (kind === 'committee') return committeeRows(id, stored);
  if (kind === 'meeting') return meetingRows(id, stored.event as MeetingEvent);
  if (kind === 'answer')
    return answerRows(
      { meetingId: id, version: Number(version), personId: person.join('/') },
      stored.event as AnswerEvent,
    );
  return [];
};

function committeeRows(committeeId: string, { event }: StoredEvent): readonly RowChange[] {
  if (event.type === 'CommitteeFounded')
    return [{ model: 'committee', row: { committeeId, name: event.name } }];
  if (event.type === 'ConversationLinked')
    return [{ model: 'committee', row: { committeeId, conversationId: event.conversationId } }];
  return [];
}

function meetingRows(meetingId: string, event: MeetingEvent): readonly RowChange[] {
  switch (event.type) {
    case 'MeetingPlanned':
      return [
        {
          model: 'meeting',
          row: { meetingId, committeeId: event.committeeId, date: event.date, situation: 'planned' },
        },
        { model: 'due', row: { key: beginKey(meetingId), at: begins(event) } },
      ];
    case 'MeetingMoved':
      return [
        { model: 'meeting', row: { meetingId, date: event.date } },
        { model: 'due', row: { key: beginKey(meetingId), at: begins(event) } },
      ];
    case 'MeetingCancelled':
      return [
        situation(meetingId, 'cancelled'),
        { model: 'due', row: { key: beginKey(meetingId), at: null } },
      ];
    case 'AgendaDrafted':
      return [situation(meetingId, 'agendaDrafted')];
    case 'AgendaPublished':
      return [situation(meetingId, 'agendaSent')];
    case 'MeetingTimeCame':
      return [{ model: 'due', row: { key: beginKey(meetingId), at: null } }];
    case 'MeetingHeld':
      return [situation(meetingId, 'held'), { model: 'due', row: { key: beginKey(meetingId), at: null } }];
    case 'MinutesDrafted':
      return [situation(meetingId, 'minutesDrafted')];
    case 'MinutesPublished':
      return [situation(meetingId, 'published')];
    case 'MinutesNoted':
      return [situation(meetingId, 'noted')];
    case 'MeetingArchived':
      return [situation(meetingId, 'archived')];
    default:
      return minutesRows(meetingId, event);
  }
}

function minutesRows(meetingId: string, event: MeetingEvent): readonly RowChange[] {
  switch (event.type) {
    case 'MinutesSent':
      return sentRows(meetingId, event);
    case 'MinutesClosed': {
      const { result, version } = event;
      const ended = result === 'contested' || result === 'needsDecision' ? result : 'approved';
      return [situation(meetingId, ended), ...nothingDue(meetingId, version)];
    }
    case 'DeadlineExtended':
    case 'MembersReminded':
      return dueRows(meetingId, event);
    case 'MinutesApprovedByTwo':
      return [situation(meetingId, 'approved')];
    default:
      return [];
  }
}

function sentRows(
  meetingId: string,
  event: Extract<MeetingEvent, { type: 'MinutesSent' }>,
): readonly RowChange[] {
  const { version, entitled } = event;
  return [
    situation(meetingId, 'sentForApproval'),
    ...nothingDue(meetingId, version - 1),
    ...dueRows(meetingId, event),
    ...entitled.map(
      (personId): RowChange => ({
        model: 'answer',
        row: { meetingId, version, personId, stance: 'silent', reached: false },
      }),
    ),
  ];
}

type AnswerKey = { readonly meetingId: string; readonly version: number; readonly personId: string };

function answerRows(row: AnswerKey, event: AnswerEvent): readonly RowChange[] {
  const receipt: readonly RowChange[] =
    'receipt' in event ? [{ model: 'receipt', row: { ...row, receipt: event.receipt } }] : [];
  return [...stanceRows(row, event), ...receipt];
}

function stanceRows(row: AnswerKey, event: AnswerEvent): readonly RowChange[] {
  switch (event.type) {
    case 'NoticeDelivered':
      return [{ model: 'answer', row: { ...row, reached: true, toldAt: Temporal.Instant.from(event.at) } }];
    case 'NoticeFailed':
    case 'NoticeSent':
      return [{ model: 'answer', row: { ...row, toldAt: Temporal.Instant.from(event.at) } }];
    case 'ApprovalGiven':
      return [{ model: 'answer', row: { ...row, stance: 'approved' } }];
    case 'ObjectionRaised':
      return [{ model: 'answer', row: { ...row, stance: 'objected' } }];
    case 'ApprovalWithdrawn':
      return [{ model: 'answer', row: { ...row, stance: 'silent' } }];
    case 'ObjectionWithdrawn':
      return [{ model: 'answer', row: { ...row, stance: event.othersStand ? 'objected' : 'silent' } }];
    default:
      return [];
  }
}

function beginKey(meetingId: string): string {
  return `begin/${meetingId}`;
}

function begins({ date, from }: Pick<MeetingPlan, 'date' | 'from'>): Temporal.Instant {
  return danishInstantAt(Temporal.PlainDate.from(date), Temporal.PlainTime.from(from));
}

function situation(meetingId: string, word: string): RowChange {
  return { model: 'meeting', row: { meetingId, situation: word } };
}
