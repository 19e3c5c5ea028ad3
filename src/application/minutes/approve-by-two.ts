import type { Committee } from '../../domain/committee/committee.ts';
import { isVersioned, newestVersion, type VersionedMeeting } from '../../domain/meeting/meeting.ts';
import type { MeetingEvent } from '../../domain/meeting/meeting-event.ts';
import { approveByTwo } from '../../domain/minutes/approve-by-two.ts';
import type { Decided, EventLog } from '../../ports/event-log.ts';
import type { Effect } from '../../ports/outbox.ts';
import { meetingWithCommittee } from '../committee/committee-of.ts';
import { decisionCards, effectsOfDecision } from '../effects/after-decision.ts';
import { nextStepCards } from '../effects/wanted.ts';
import { done, type Result, refuse } from '../result.ts';
import {
  type AnsweredVersion,
  answeredVersions,
  answerStreams,
  committeeStream,
  meetingStream,
} from '../streams.ts';

export type DecideRequest = {
  readonly personId: string;
  readonly meetingId: string;
  readonly version: number;
  readonly receivedAt: Temporal.Instant;
};

export type ByTwoResult = Result<{ readonly approved: boolean }>;

/** R18: the first of two proposes with a reason, the second agrees; then the minutes are approved like any others. */
export function createApproveByTwo({ log }: { readonly log: EventLog }) {
  return async (request: DecideRequest & { readonly reason?: string }): Promise<ByTwoResult> => {
    const { personId, meetingId, version, receivedAt: at, reason } = request;
    const found = await meetingWithCommittee(log, meetingId);
    if (found === undefined) return refuse({ code: 'no-meeting' });
    const meetingOf = meetingStream(meetingId);
    return log.transact({
      load: {
        meeting: meetingOf,
        committee: committeeStream(found.committee.committeeId),
        answers: answerStreams(meetingId),
      },
      decide: ({ meeting, committee, answers }): Decided<ByTwoResult> => {
        if (committee.situation === 'unknown' || !isVersioned(meeting))
          return { result: refuse({ code: 'no-minutes' }) };
        const why = reason === undefined ? {} : { reason };
        const outcome = approveByTwo(meeting, committee, { approvedBy: personId, at, version, ...why });
        if (outcome.kind === 'refused') return { result: refuse(outcome.refusal) };
        const approved = outcome.events.some(({ type }) => type === 'MinutesApprovedByTwo');
        return {
          result: done({ approved }),
          append: [{ stream: meetingOf.stream, events: outcome.events }],
          effects: effectsOf(outcome.events, meeting, committee, answeredVersions(answers), at),
          actor: { personId },
          at,
        };
      },
    });
  };
}

function effectsOf(
  events: readonly MeetingEvent[],
  meeting: VersionedMeeting,
  committee: Committee,
  answered: readonly AnsweredVersion[],
  at: Temporal.Instant,
): readonly Effect[] {
  const { meetingId } = meeting.plan;
  const version = newestVersion(meeting);
  if (events.some(({ type }) => type === 'MinutesApprovedByTwo')) {
    const result = 'approvedByTwo';
    return effectsOfDecision(committee, { meetingId, version, result, how: 'by-two', answered, at });
  }
  return [
    ...decisionCards(committee, meetingId, version.version, at),
    ...nextStepCards(committee, meetingId, at),
  ];
}
