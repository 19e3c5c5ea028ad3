import type { IsClosedDay } from '../../domain/calendar/danish-time.ts';
import { isVersioned, type Meeting, newestVersion } from '../../domain/meeting/meeting.ts';
import { noAnswer, stanceOf } from '../../domain/minutes/answer.ts';
import { deadlineGiven, extendDeadline } from '../../domain/minutes/extend-deadline.ts';
import { silenceCounts } from '../../domain/minutes/silence.ts';
import type { Decided, EventLog } from '../../ports/event-log.ts';
import { meetingWithCommittee } from '../committee/committee-of.ts';
import { effectsOfExtension } from '../effects/after-extension.ts';
import { done, type Result, refuse } from '../result.ts';
import {
  type AnsweredVersion,
  answeredVersions,
  answerStreams,
  committeeStream,
  meetingStream,
} from '../streams.ts';

export type ExtendRequest = {
  readonly personId: string;
  readonly meetingId: string;
  readonly version: number;
  /** ISO date. */
  readonly lastDay: string;
  /** `unreached`: the silent whose silence does not count as it stands; `named`: those in `persons`. */
  readonly whom: 'all' | 'unreached' | 'named';
  readonly persons: readonly string[];
  readonly receivedAt: Temporal.Instant;
};

export type ExtendResult = Result<{ readonly deadline: Temporal.Instant; readonly persons?: number }>;

/** The secretary gives more time, to everybody or to some. */
export function createExtendDeadline({
  log,
  isClosedDay,
}: {
  readonly log: EventLog;
  readonly isClosedDay: IsClosedDay;
}) {
  return async (request: ExtendRequest): Promise<ExtendResult> => {
    const { personId, meetingId, version, receivedAt } = request;
    const found = await meetingWithCommittee(log, meetingId);
    if (found === undefined) return refuse({ code: 'no-meeting' });
    const meetingOf = meetingStream(meetingId);
    const lastDay = Temporal.PlainDate.from(request.lastDay);
    return log.transact({
      load: {
        meeting: meetingOf,
        committee: committeeStream(found.committee.committeeId),
        answers: answerStreams(meetingId),
      },
      decide: ({ meeting, committee, answers }): Decided<ExtendResult> => {
        if (committee.situation === 'unknown' || !isVersioned(meeting))
          return { result: refuse({ code: 'no-minutes' }) };
        const answered = answeredVersions(answers);
        const persons = personsOf(meeting, answered, request);
        if (persons?.length === 0) return { result: refuse({ code: 'no-such-person' }) };
        const whom = persons === undefined ? {} : { persons };
        const command = { extendedBy: personId, at: receivedAt, version, lastDay, isClosedDay, ...whom };
        const outcome = extendDeadline(meeting, committee, command);
        const deadline = deadlineGiven(meeting, committee, command);
        const told = done({ deadline, ...(persons === undefined ? {} : { persons: persons.length }) });
        if (outcome.kind === 'refused') {
          const { refusal } = outcome;
          const isSo = refusal.code === 'deadline-not-later' && refusal.deadline.equals(deadline);
          return { result: isSo ? told : refuse(refusal) };
        }
        return {
          result: told,
          append: [{ stream: meetingOf.stream, events: outcome.events }],
          effects: effectsOfExtension(committee, meetingId, newestVersion(meeting), answered, receivedAt),
          actor: { personId },
          at: receivedAt,
        };
      },
    });
  };
}

/** Undefined: everybody. */
function personsOf(
  meeting: Extract<Meeting, { versions: unknown }>,
  answered: readonly AnsweredVersion[],
  { whom, persons }: ExtendRequest,
): readonly string[] | undefined {
  if (whom === 'all') return undefined;
  if (whom === 'named') return [...new Set(persons)];
  const version = newestVersion(meeting);
  const own = new Map(
    answered
      .filter((each) => each.version === version.version)
      .map(({ personId, answer }) => [personId, answer]),
  );
  return version.entitled.filter((personId) => {
    const answer = own.get(personId) ?? noAnswer;
    return stanceOf(answer) === 'silent' && !silenceCounts(version, personId, answer);
  });
}
