import { z } from 'zod';
import { purposes } from '../meeting/meeting-paper.ts';

const days = z.number().int().min(0).max(120);

/** An item that stands on every agenda. `previousMinutes` is worded from what really happened to the last minutes. */
export const standingItem = z.strictObject({
  kind: z.enum(['plain', 'previousMinutes', 'anyOtherBusiness']),
  title: z.string().min(1).max(200),
  purpose: z.enum(purposes),
});
export type StandingItem = Readonly<z.infer<typeof standingItem>>;

/**
 * A committee's rules of procedure, as data. Numbers are whole days in Danish time. A deadline computed from them is
 * stored with the meeting and is not recomputed when the rules change.
 */
export const rulesOfProcedure = z.strictObject({
  validFrom: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  /** Agenda out at the latest so many days before the meeting. */
  agendaDaysBefore: days,
  /** Minutes out at the latest so many days after the meeting. */
  minutesDaysAfter: days,
  /** Objections at the latest so many days after the meeting … */
  objectionDaysAfterMeeting: days,
  /** … but never fewer than so many days after the version was really sent; a new version starts this window anew. */
  minimumWindowDays: days.min(1),
  /** Silence counts only for a person the notice reached at least so many days before the deadline (R7). */
  noticeDaysBeforeDeadline: days,
  approval: z.enum(['tacit', 'explicit']),
  /** Reminders so many days before the deadline, to the silent only; at most three. Absent: one, three days before. */
  reminderDaysBefore: z.array(days.min(1)).max(3).optional(),
  /** A notice that came too late for silence to count (R7): a longer window for that person, or a decision. Absent: extend. */
  lateNotice: z.enum(['extend', 'needsDecision']).optional(),
  /** When a mail counts as a notice that reached the person. Absent: when they opened what it links to. */
  mailNotice: z.enum(['whenOpened', 'whenAccepted']).optional(),
  /** Over an hour of recorded downtime in the deadline's last day moves it to the next working day (R8). Absent: yes. */
  downtimeExtends: z.boolean().optional(),
  /** A deadline whose last day is a weekend or public holiday. */
  deadlineOnClosedDay: z.enum(['keep', 'earlier', 'next']),
  /** Where the rules say that silence approves: "punkt 6", and the rule's own words. */
  approvalParagraph: z.string().min(1).max(60),
  approvalText: z.string().min(1).max(600),
  standingFirst: z.array(standingItem).max(20),
  standingLast: z.array(standingItem).max(20),
});
export type RulesOfProcedure = Readonly<z.infer<typeof rulesOfProcedure>>;

/** The settings a committee need not choose, as they stand where it has not chosen. */
export function settingsOf(rules: RulesOfProcedure): Required<ApprovalSettings> {
  return {
    reminderDaysBefore: rules.reminderDaysBefore ?? [3],
    lateNotice: rules.lateNotice ?? 'extend',
    mailNotice: rules.mailNotice ?? 'whenOpened',
    downtimeExtends: rules.downtimeExtends ?? true,
  };
}

export type ApprovalSettings = Pick<
  RulesOfProcedure,
  'reminderDaysBefore' | 'lateNotice' | 'mailNotice' | 'downtimeExtends'
>;

/** The rules in force on a date: the newest that began on or before it. */
export function rulesOn(
  all: readonly RulesOfProcedure[],
  date: Temporal.PlainDate,
): RulesOfProcedure | undefined {
  return all
    .filter((rules) => Temporal.PlainDate.compare(Temporal.PlainDate.from(rules.validFrom), date) <= 0)
    .toSorted((a, b) => a.validFrom.localeCompare(b.validFrom))
    .at(-1);
}
