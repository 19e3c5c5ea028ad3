import {
  danishDay,
  danishInstantAt,
  danishZone,
  type IsClosedDay,
  lastDayOf,
  openDay,
} from '../calendar/danish-time.ts';
import { type Committee, isEntitled, type PersonId } from '../committee/committee.ts';
import {
  isClosed,
  isVersioned,
  type Meeting,
  type MinutesVersion,
  newestVersion,
} from '../meeting/meeting.ts';
import type { MeetingEvent, PlannedReminder } from '../meeting/meeting-event.ts';
import type { ApprovalSettings } from '../rules/rules-of-procedure.ts';
import { noAnswer, stanceOf } from './answer.ts';
import type { CloseMinutes } from './close-minutes.ts';
import { deadlineFor } from './version-deadline.ts';

/** When a day's reminders go out, Danish time. */
const morning = Temporal.PlainTime.from('08:00');
/** Nobody is written to earlier or later than this. */
const quiet = { until: 7, from: 18 };
const atMost = 3;

/**
 * The reminders of a version: in the morning of the open day that lies so many days before the last day, moved back where
 * that is no working day. Never on the day on which members were told, or before it.
 */
export function plannedReminders(
  deadline: Temporal.Instant,
  { reminderDaysBefore = [] }: Pick<ApprovalSettings, 'reminderDaysBefore'>,
  told: {
    readonly at: Temporal.Instant;
    readonly isClosedDay: IsClosedDay;
    readonly alreadySent: number;
  },
): readonly PlannedReminder[] {
  const today = danishDay(told.at);
  const days = reminderDaysBefore
    .map((before) => openDay(lastDayOf(deadline).subtract({ days: before }), 'earlier', told.isClosedDay))
    .filter((day) => Temporal.PlainDate.compare(day, today) > 0)
    .map((day) => danishInstantAt(day, morning).toString());
  const room = Math.max(0, atMost - told.alreadySent);
  const kept = [...new Set(days)].toSorted().toReversed().slice(0, room).toReversed();
  return kept.map((at, index) => ({ number: told.alreadySent + index + 1, at }));
}

export type RemindMembers = {
  readonly version: number;
  readonly number: number;
  readonly now: Temporal.Instant;
  readonly answered: CloseMinutes['answered'];
  readonly isClosedDay: IsClosedDay;
};

export type Reminding =
  | { readonly kind: 'not-yet' }
  | { readonly kind: 'nothing-to-remind' }
  | { readonly kind: 'reminded'; readonly event: Extract<MeetingEvent, { type: 'MembersReminded' }> };

/**
 * Whoever was asked, still may answer and has not answered is reminded, on an open day in working hours. Nobody is reminded
 * where the next reminder is due already, and nobody whose deadline is over; that it was looked at is noted all the same,
 * so that each reminder happens once.
 */
export function remindMembers(meeting: Meeting, committee: Committee, command: RemindMembers): Reminding {
  const { number, now, isClosedDay } = command;
  if (!isVersioned(meeting) || isClosed(meeting)) return { kind: 'nothing-to-remind' };
  const version = newestVersion(meeting);
  if (version.version !== command.version || number <= version.reminders)
    return { kind: 'nothing-to-remind' };
  const persons = isOvertaken(version, command) ? [] : silentPersons(version, committee, command);
  if (persons.length > 0 && !isWorkingHour(now, isClosedDay)) return { kind: 'not-yet' };
  return {
    kind: 'reminded',
    event: { type: 'MembersReminded', version: version.version, number, persons },
  };
}

function isWorkingHour(now: Temporal.Instant, isClosedDay: IsClosedDay): boolean {
  const { hour } = now.toZonedDateTimeISO(danishZone);
  return hour >= quiet.until && hour < quiet.from && !isClosedDay(danishDay(now));
}

/** The program was off for days: the newest reminder that is due is enough. */
function isOvertaken({ remindersPlanned = [] }: MinutesVersion, { number, now }: RemindMembers): boolean {
  return remindersPlanned.some(
    (each) => each.number > number && Temporal.Instant.compare(Temporal.Instant.from(each.at), now) <= 0,
  );
}

function silentPersons(
  version: MinutesVersion,
  committee: Committee,
  { now, answered }: RemindMembers,
): readonly PersonId[] {
  const own = new Map(
    answered
      .filter((each) => each.version === version.version)
      .map(({ personId, answer }) => [personId, answer]),
  );
  return version.entitled.filter(
    (personId) =>
      stanceOf(own.get(personId) ?? noAnswer) === 'silent' &&
      isEntitled(committee, personId, now) &&
      Temporal.Instant.compare(now, deadlineFor(version, personId)) < 0,
  );
}
