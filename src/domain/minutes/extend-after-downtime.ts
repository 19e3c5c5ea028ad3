import { endOfDay, type IsClosedDay, lastDayOf, openDay } from '../calendar/danish-time.ts';
import {
  isClosed,
  isVersioned,
  type Meeting,
  type MinutesVersion,
  newestVersion,
} from '../meeting/meeting.ts';
import type { Operation } from '../operation/operation.ts';
import { type DeadlineExtended, deadlineExtended, deadlineFor, deadlineOf } from './version-deadline.ts';

/** So much of the last day before a deadline may be lost; what is more gives another day. */
const tolerated = Temporal.Duration.from({ minutes: 60 });
const lastDay = Temporal.Duration.from({ hours: 24 });

export type ExtendAfterDowntime = {
  readonly version: number;
  readonly downtimes: Operation['downtimes'];
  readonly isClosedDay: IsClosedDay;
};

/**
 * R8: where more than an hour of the 24 hours before a deadline was lost, everybody gets until the end of the next working
 * day after the deadline's last day and after the downtime. The new deadline lies beyond the downtime: it counts once.
 */
export function extendAfterDowntime(
  meeting: Meeting,
  command: ExtendAfterDowntime,
): readonly DeadlineExtended[] {
  if (!isVersioned(meeting) || isClosed(meeting)) return [];
  const version = newestVersion(meeting);
  if (version.version !== command.version || version.terms.downtimeExtends !== true) return [];
  const moved = deadlinesOf(version)
    .flatMap((deadline) => deadlineAfter(deadline, command) ?? [])
    .toSorted(Temporal.Instant.compare)
    .at(-1);
  if (moved === undefined || Temporal.Instant.compare(moved, deadlineOf(version)) <= 0) return [];
  return [deadlineExtended(version, { reason: 'downtime', deadline: moved.toString() })];
}

function deadlinesOf(version: MinutesVersion): readonly Temporal.Instant[] {
  const personal = version.extensions.some(({ persons }) => persons !== undefined) ? version.entitled : [];
  return [deadlineOf(version), ...personal.map((personId) => deadlineFor(version, personId))];
}

/** The deadline that takes this one's place; undefined where not too much of its last day was lost. */
function deadlineAfter(
  deadline: Temporal.Instant,
  { downtimes, isClosedDay }: ExtendAfterDowntime,
): Temporal.Instant | undefined {
  const window = { from: deadline.subtract(lastDay), until: deadline };
  const lost = downtimes.map(spanOf).filter((each) => isBefore(clipped(each, window)));
  if (lost.length === 0 || Temporal.Duration.compare(lengthOf(lost, window), tolerated) <= 0)
    return undefined;
  const ended = lost.map(({ until }) => lastDayOf(until));
  const last =
    [lastDayOf(deadline), ...ended].toSorted(Temporal.PlainDate.compare).at(-1) ?? lastDayOf(deadline);
  return endOfDay(openDay(last.add({ days: 1 }), 'next', isClosedDay));
}

type Span = { readonly from: Temporal.Instant; readonly until: Temporal.Instant };

/** The sum of what lies in the window; time that two records share is counted once. */
function lengthOf(lost: readonly Span[], window: Span): Temporal.Duration {
  const sorted = lost
    .map((each) => clipped(each, window))
    .toSorted((a, b) => Temporal.Instant.compare(a.from, b.from));
  let counted = window.from;
  let sum = Temporal.Duration.from({ milliseconds: 0 });
  for (const { from, until } of sorted) {
    const rest = { from: laterOf(from, counted), until };
    if (!isBefore(rest)) continue;
    sum = sum.add(rest.from.until(rest.until));
    counted = until;
  }
  return sum;
}

function spanOf({ from, until }: Operation['downtimes'][number]): Span {
  return { from: Temporal.Instant.from(from), until: Temporal.Instant.from(until) };
}

function clipped({ from, until }: Span, window: Span): Span {
  return {
    from: laterOf(from, window.from),
    until: Temporal.Instant.compare(until, window.until) < 0 ? until : window.until,
  };
}

function isBefore({ from, until }: Span): boolean {
  return Temporal.Instant.compare(from, until) < 0;
}

function laterOf(a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(a, b) < 0 ? b : a;
}
