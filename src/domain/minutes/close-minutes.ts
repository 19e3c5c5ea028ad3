import type { IsClosedDay } from '../calendar/danish-time.ts';
import type { PersonId } from '../committee/committee.ts';
import {
  isClosed,
  isVersioned,
  type Meeting,
  type MinutesVersion,
  newestVersion,
  type VersionedMeeting,
} from '../meeting/meeting.ts';
import type { ApprovalCounts, MeetingEvent } from '../meeting/meeting-event.ts';
import { type Answer, noAnswer, stanceOf, standingObjections } from './answer.ts';
import { approvalResult } from './approval-result.ts';
import { extendAfterLateNotice } from './extend-after-late-notice.ts';
import { silenceCounts } from './silence.ts';
import { mayClose } from './timeliness.ts';
import { closesAt, type DeadlineExtended } from './version-deadline.ts';

export type CloseMinutes = {
  readonly version: number;
  readonly now: Temporal.Instant;
  /** A request that came in time is still being worked on (R3): closing waits for it. */
  readonly unprocessed: boolean;
  /** Everybody who ever answered any version, also those whose seat has ended since (R13). */
  readonly answered: readonly {
    readonly version: number;
    readonly personId: PersonId;
    readonly answer: Answer;
  }[];
  readonly isClosedDay: IsClosedDay;
};

export type Closing =
  | { readonly kind: 'not-yet' }
  | { readonly kind: 'nothing-to-close' }
  /** Some were given longer instead (R7): it is decided after the last of them. */
  | { readonly kind: 'extended'; readonly events: readonly DeadlineExtended[] }
  | { readonly kind: 'closed'; readonly event: Extract<MeetingEvent, { type: 'MinutesClosed' }> };

/**
 * Decides the newest version once, after its deadline and the grace. Silence that does not count only because the notice
 * came late is no decision yet: those persons are given the days they lacked (R7).
 */
export function closeMinutes(meeting: Meeting, command: CloseMinutes): Closing {
  if (!isVersioned(meeting) || isClosed(meeting)) return { kind: 'nothing-to-close' };
  const version = newestVersion(meeting);
  if (version.version !== command.version) return { kind: 'nothing-to-close' };
  if (!mayClose(command.now, closesAt(version)) || command.unprocessed) return { kind: 'not-yet' };
  const objections = blockingObjections(meeting, command);
  const answers = answersTo(version, command);
  const longer = objections.length > 0 ? [] : extendAfterLateNotice(version, { ...command, answers });
  if (longer.length > 0) return { kind: 'extended', events: longer };
  const tally = tallyOf(version, answers);
  const result = approvalResult(version, objections, tally);
  return {
    kind: 'closed',
    event: { type: 'MinutesClosed', version: version.version, result, counts: tally, objections },
  };
}

/**
 * R11: any objection standing on this version. R4: an objection to an earlier version blocks until it is answered: by a
 * ruling before this version was sent, or by a rejection since. A ruling that promises another text needs a new version.
 */
export function blockingObjections(
  meeting: VersionedMeeting,
  command: Pick<CloseMinutes, 'version' | 'answered'>,
): readonly string[] {
  const isAnswered = (objectionId: string) =>
    meeting.rulings.some(
      (each) =>
        each.objectionId === objectionId && (each.ruling === 'rejected' || each.onVersion < command.version),
    );
  return command.answered.flatMap(({ version, answer }) =>
    standingObjections(answer)
      .filter(({ objectionId }) => version === command.version || !isAnswered(objectionId))
      .map(({ objectionId }) => objectionId),
  );
}

/** Everybody who was asked, and whoever got the right later and used it (R6). Silence is counted of those asked only. */
function tallyOf(version: MinutesVersion, own: ReadonlyMap<PersonId, Answer>): ApprovalCounts {
  const spoke = [...own].filter(([, answer]) => stanceOf(answer) !== 'silent').map(([personId]) => personId);
  const asked = [...new Set([...version.entitled, ...spoke])];
  const answers = asked.map((personId) => ({ personId, answer: own.get(personId) ?? noAnswer }));
  const count = (stance: string) => answers.filter(({ answer }) => stanceOf(answer) === stance).length;
  const unreached = answers.filter(
    ({ personId, answer }) => stanceOf(answer) === 'silent' && !silenceCounts(version, personId, answer),
  ).length;
  return {
    entitled: asked.length,
    approved: count('approved'),
    silent: count('silent'),
    objected: count('objected'),
    unreached,
  };
}

function answersTo({ version }: MinutesVersion, { answered }: CloseMinutes): ReadonlyMap<PersonId, Answer> {
  const own = answered.filter((each) => each.version === version);
  return new Map(own.map(({ personId, answer }) => [personId, answer]));
}
