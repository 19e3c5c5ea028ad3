import { danishDay, endOfDay, type IsClosedDay, openDay } from '../calendar/danish-time.ts';
import type { RulesOfProcedure } from '../rules/rules-of-procedure.ts';

/** Why a deadline is what it is; shown to the person and kept with the minutes. */
export type DeadlineReason = 'days-after-meeting' | 'minimum-window' | 'new-version' | 'promised-before';

export type ObjectionDeadline = {
  /** Danish midnight after the last day; half-open. */
  readonly deadline: Temporal.Instant;
  readonly reason: DeadlineReason;
  /** Number of days the reason rests on. */
  readonly days: number;
  readonly movedFromClosedDay: boolean;
};

/**
 * The last moment for objections to a version: so many days after the meeting, but never fewer than the minimum window
 * after the sending; a later version gets the whole minimum window from its own sending (R4), and never ends before the
 * day that the rules promised already (R9).
 */
export function objectionDeadline(
  rules: RulesOfProcedure,
  meetingDay: Temporal.PlainDate,
  sentAt: Temporal.Instant,
  version: number,
  isClosed: IsClosedDay,
): ObjectionDeadline {
  const fromMeeting = meetingDay.add({ days: rules.objectionDaysAfterMeeting });
  const fromSending = danishDay(sentAt).add({ days: rules.minimumWindowDays });
  const byWindow = Temporal.PlainDate.compare(fromSending, fromMeeting) > 0;
  const last = byWindow ? fromSending : fromMeeting;
  const open = openDay(last, rules.deadlineOnClosedDay, isClosed);
  // "earlier" may not eat into the minimum window that R4 promises
  const kept = Temporal.PlainDate.compare(open, fromSending) < 0 ? openDay(last, 'next', isClosed) : open;
  return {
    deadline: endOfDay(kept),
    reason: !byWindow ? 'days-after-meeting' : version > 1 ? 'new-version' : 'minimum-window',
    days: byWindow ? rules.minimumWindowDays : rules.objectionDaysAfterMeeting,
    movedFromClosedDay: !kept.equals(last),
  };
}
