import { danishDaysBefore } from '../calendar/danish-time.ts';
import type { PersonId } from '../committee/committee.ts';
import {
  isClosed,
  isVersioned,
  type Meeting,
  type MinutesVersion,
  newestVersion,
  type VersionedMeeting,
} from '../meeting/meeting.ts';
import type { ApprovalResult, MeetingEvent } from '../meeting/meeting-event.ts';
import { type Answer, noAnswer, stanceOf, standingObjections } from './answer.ts';
import { mayClose } from './timeliness.ts';
import { closesAt, deadlineOf } from './version-deadline.ts';

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
};

export type Closing =
  | { readonly kind: 'not-yet' }
  | { readonly kind: 'nothing-to-close' }
  | { readonly kind: 'closed'; readonly event: Extract<MeetingEvent, { type: 'MinutesClosed' }> };

/** Decides the newest version once, after its deadline and the grace. */
export function closeMinutes(meeting: Meeting, command: CloseMinutes): Closing {
  if (!isVersioned(meeting) || isClosed(meeting)) return { kind: 'nothing-to-close' };
  const version = newestVersion(meeting);
  if (version.version !== command.version) return { kind: 'nothing-to-close' };
  if (!mayClose(command.now, closesAt(version)) || command.unprocessed) return { kind: 'not-yet' };
  const objections = blockingObjections(meeting, command);
  const tally = tallyOf(version, command);
  const result = resultOf(version, objections.length, tally);
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

type Tally = {
  readonly entitled: number;
  readonly approved: number;
  readonly silent: number;
  readonly objected: number;
  readonly unreached: number;
};

/** Everybody who was asked, and whoever got the right later and used it (R6). Silence is counted of those asked only. */
function tallyOf(version: MinutesVersion, command: CloseMinutes): Tally {
  const own = new Map(
    command.answered
      .filter((each) => each.version === version.version)
      .map((each) => [each.personId, each.answer]),
  );
  const spoke = [...own].filter(([, answer]) => stanceOf(answer) !== 'silent').map(([personId]) => personId);
  const answers = [...new Set([...version.entitled, ...spoke])].map(
    (personId) => own.get(personId) ?? noAnswer,
  );
  const count = (stance: string) => answers.filter((answer) => stanceOf(answer) === stance).length;
  const unreached = answers.filter(
    (answer) => stanceOf(answer) === 'silent' && !silenceCounts(version, answer),
  ).length;
  return {
    entitled: answers.length,
    approved: count('approved'),
    silent: count('silent'),
    objected: count('objected'),
    unreached,
  };
}

/** R7: silence counts only where the notice was delivered at least the minimum Danish days before the deadline. */
export function silenceCounts(version: MinutesVersion, answer: Answer): boolean {
  if (answer.notice.state !== 'delivered') return false;
  return Temporal.Instant.compare(Temporal.Instant.from(answer.notice.at), latestNotice(version)) <= 0;
}

/** The last moment at which a notice comes early enough for silence to count. */
export function latestNotice(version: MinutesVersion): Temporal.Instant {
  return danishDaysBefore(deadlineOf(version), version.terms.noticeDaysBeforeDeadline);
}

/** R7, R11, R12, R19 in the order in which they bind. */
function resultOf(version: MinutesVersion, objections: number, tally: Tally): ApprovalResult {
  if (objections > 0) return 'contested';
  if (version.entitled.length === 0) return 'needsDecision';
  if (tally.approved === tally.entitled) return 'approvedByAll';
  if (version.terms.approval === 'explicit' || tally.unreached > 0) return 'needsDecision';
  return 'approvedTacitly';
}
