import { endOfDay, type IsClosedDay, openDay } from '../calendar/danish-time.ts';
import { type Committee, holdsRole, type PersonId } from '../committee/committee.ts';
import {
  isClosed,
  isVersioned,
  type Meeting,
  type MinutesVersion,
  newestVersion,
  type VersionedMeeting,
} from '../meeting/meeting.ts';
import type { MeetingEvent } from '../meeting/meeting-event.ts';
import { accepted, type Outcome, refused } from '../outcome.ts';
import type { Refusal } from '../refusal.ts';
import { rulesOn } from '../rules/rules-of-procedure.ts';
import { plannedReminders } from './remind-members.ts';
import { closesAt, deadlineExtended, deadlineFor, deadlineOf } from './version-deadline.ts';

export type ExtendDeadline = {
  readonly extendedBy: PersonId;
  readonly at: Temporal.Instant;
  readonly version: number;
  readonly lastDay: Temporal.PlainDate;
  /** Absent: everybody. */
  readonly persons?: readonly PersonId[];
  readonly isClosedDay: IsClosedDay;
};

/**
 * The secretary gives more time, to everybody or to some, while the version is open. R9: only ever later than what holds for
 * each of them. Once the last deadline has passed the version waits for its decision and is not opened again.
 */
export function extendDeadline(
  meeting: Meeting,
  committee: Committee,
  command: ExtendDeadline,
): Outcome<MeetingEvent, Refusal> {
  const { extendedBy, at, persons } = command;
  if (!holdsRole(committee, extendedBy, at, 'secretary'))
    return refused({ code: 'not-permitted', needs: ['secretary'] });
  if (!isVersioned(meeting)) return refused({ code: 'no-minutes' });
  const version = newestVersion(meeting);
  if (version.version !== command.version)
    return refused({ code: 'version-superseded', newest: version.version });
  if (isClosed(meeting)) return refused({ code: 'already-decided' });
  const over = closesAt(version);
  if (!isBefore(at, over)) return refused({ code: 'too-late', deadline: over });
  if (persons?.some((personId) => !version.entitled.includes(personId)) ?? false)
    return refused({ code: 'person-not-asked' });
  const holds = deadlineHeld(version, persons);
  const deadline = deadlineGiven(meeting, committee, command);
  if (!isBefore(holds, deadline)) return refused({ code: 'deadline-not-later', deadline: holds });
  return accepted(extensionOf(version, deadline, command));
}

/** A last day that is closed moves to the next open day, unless the committee keeps such deadlines. */
export function deadlineGiven(
  { plan }: VersionedMeeting,
  { rules }: Committee,
  { lastDay, isClosedDay }: Pick<ExtendDeadline, 'lastDay' | 'isClosedDay'>,
): Temporal.Instant {
  const keeps = rulesOn(rules, Temporal.PlainDate.from(plan.date))?.deadlineOnClosedDay === 'keep';
  return endOfDay(openDay(lastDay, keeps ? 'keep' : 'next', isClosedDay));
}

/** The latest deadline that holds for any of those who are given more time. */
function deadlineHeld(version: MinutesVersion, persons: readonly PersonId[] | undefined): Temporal.Instant {
  if (persons === undefined) return deadlineOf(version);
  return persons
    .map((personId) => deadlineFor(version, personId))
    .reduce((latest, each) => (isBefore(latest, each) ? each : latest), deadlineOf(version));
}

/** With everybody's deadline the reminders that have not gone out move too. */
function extensionOf(
  version: MinutesVersion,
  deadline: Temporal.Instant,
  { persons, extendedBy, at, isClosedDay }: ExtendDeadline,
): MeetingEvent {
  const reason = 'more-time';
  if (persons !== undefined)
    return {
      ...deadlineExtended(version, { reason, deadline: deadline.toString(), persons }),
      extendedBy,
    };
  const alreadySent = version.reminders;
  const remindersPlanned = plannedReminders(deadline, version.terms, { at, isClosedDay, alreadySent });
  return {
    ...deadlineExtended(version, { reason, deadline: deadline.toString() }),
    extendedBy,
    remindersPlanned,
  };
}

function isBefore(a: Temporal.Instant, b: Temporal.Instant): boolean {
  return Temporal.Instant.compare(a, b) < 0;
}
