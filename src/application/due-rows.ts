import type { MeetingEvent, PlannedReminder } from '../domain/meeting/meeting-event.ts';
import { grace } from '../domain/minutes/timeliness.ts';
import type { RowChange } from '../ports/read-models.ts';

type DueEvent = Extract<
  MeetingEvent,
  { readonly type: 'MinutesSent' | 'DeadlineExtended' | 'MembersReminded' }
>;

const reminderNumbers = [1, 2, 3] as const;

/** When a version falls due: its closing after the last deadline anybody has, and the reminders before it. */
export function dueRows(meetingId: string, event: DueEvent): readonly RowChange[] {
  const { version } = event;
  switch (event.type) {
    case 'MinutesSent':
      return [closing(meetingId, version, event.deadline), ...reminders(meetingId, event)];
    case 'DeadlineExtended':
      return [closing(meetingId, version, event.closesAt), ...reminders(meetingId, event)];
    case 'MembersReminded':
      return [due(remindKey(meetingId, version, event.number), null)];
  }
}

/** Nothing is to be done about a version any more: it is decided, or a newer one has taken its place. */
export function nothingDue(meetingId: string, version: number): readonly RowChange[] {
  const numbers = reminderNumbers.map((number) => due(remindKey(meetingId, version, number), null));
  return [due(closeKey(meetingId, version), null), ...numbers];
}

function closing(meetingId: string, version: number, deadline: string): RowChange {
  return due(closeKey(meetingId, version), Temporal.Instant.from(deadline).add(grace));
}

/** All three each time they are planned: one that was moved stands once. */
function reminders(
  meetingId: string,
  {
    version,
    remindersPlanned,
  }: { readonly version: number; readonly remindersPlanned?: readonly PlannedReminder[] },
): readonly RowChange[] {
  if (remindersPlanned === undefined) return [];
  return reminderNumbers.map((number) => {
    const planned = remindersPlanned.find((each) => each.number === number);
    return due(remindKey(meetingId, version, number), planned ? Temporal.Instant.from(planned.at) : null);
  });
}

function due(key: string, at: Temporal.Instant | null): RowChange {
  return { model: 'due', row: { key, at } };
}

export function closeKey(meetingId: string, version: number): string {
  return `close/${meetingId}/${version}`;
}

function remindKey(meetingId: string, version: number, number: number): string {
  return `remind/${meetingId}/${version}/${number}`;
}
