import { danishDay, endOfDay, type IsClosedDay, openDay } from '../calendar/danish-time.ts';
import type { PersonId } from '../committee/committee.ts';
import type { MinutesVersion } from '../meeting/meeting.ts';
import { type Answer, noAnswer, stanceOf } from './answer.ts';
import { silenceCounts } from './silence.ts';
import { type DeadlineExtended, deadlineExtended } from './version-deadline.ts';

export type LateNotices = {
  /** Answers to this version, by person. */
  readonly answers: ReadonlyMap<PersonId, Answer>;
  readonly isClosedDay: IsClosedDay;
};

/**
 * R7: silent members whom the notice reached, but too late for their silence to count, are given the days they lacked: each
 * until the end of the open day that lies the minimum days after it reached them. Nothing where the committee has chosen
 * that such minutes need a decision, where they need one anyway because somebody was never reached, or where silence does
 * not count at all. A version that was sent before the setting was kept needs a decision, as it was sent.
 */
export function extendAfterLateNotice(
  version: MinutesVersion,
  { answers, isClosedDay }: LateNotices,
): readonly DeadlineExtended[] {
  if (version.terms.approval !== 'tacit' || version.terms.lateNotice !== 'extend') return [];
  const unheard = version.entitled
    .map((personId) => ({ personId, answer: answers.get(personId) ?? noAnswer }))
    .filter(
      ({ personId, answer }) => stanceOf(answer) === 'silent' && !silenceCounts(version, personId, answer),
    );
  const late = unheard.flatMap(({ personId, answer: { notice } }) =>
    notice.state === 'delivered'
      ? [{ personId, deadline: deadlineAfter(notice.at, version, isClosedDay) }]
      : [],
  );
  return late.length < unheard.length ? [] : eventsOf(version, late);
}

function deadlineAfter(noticeAt: string, { terms }: MinutesVersion, isClosedDay: IsClosedDay): string {
  const reached = danishDay(Temporal.Instant.from(noticeAt));
  const last = openDay(reached.add({ days: terms.noticeDaysBeforeDeadline }), 'next', isClosedDay);
  return endOfDay(last).toString();
}

/** One event a day, the earliest first: `closesAt` of each holds when it happened. */
function eventsOf(
  version: MinutesVersion,
  late: readonly { readonly personId: PersonId; readonly deadline: string }[],
): readonly DeadlineExtended[] {
  return [...Map.groupBy(late, ({ deadline }) => deadline)]
    .toSorted(([a], [b]) => Temporal.Instant.compare(Temporal.Instant.from(a), Temporal.Instant.from(b)))
    .map(([deadline, persons]) =>
      deadlineExtended(version, {
        reason: 'late-notice',
        deadline,
        persons: persons.map(({ personId }) => personId),
      }),
    );
}
