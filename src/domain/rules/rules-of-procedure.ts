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
  /** A deadline whose last day is a weekend or public holiday. */
  deadlineOnClosedDay: z.enum(['keep', 'earlier', 'next']),
  /** Where the rules say that silence approves: "punkt 6", and the rule's own words. */
  approvalParagraph: z.string().min(1).max(60),
  approvalText: z.string().min(1).max(600),
  standingFirst: z.array(standingItem).max(20),
  standingLast: z.array(standingItem).max(20),
});
export type RulesOfProcedure = Readonly<z.infer<typeof rulesOfProcedure>>;

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
