import type { IsClosedDay } from '../../domain/calendar/danish-time.ts';
import { defect } from '../../domain/defect.ts';
import { isVersioned, newestVersion } from '../../domain/meeting/meeting.ts';
import { closeMinutes } from '../../domain/minutes/close-minutes.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Decided, EventLog } from '../../ports/event-log.ts';
import { meetingWithCommittee } from '../committee/committee-of.ts';
import { effectsOfDecision } from '../effects/after-decision.ts';
import { effectsOfExtension } from '../effects/after-extension.ts';
import type { InFlight } from '../in-flight.ts';
import { answeredVersions, answerStreams, committeeStream, meetingStream } from '../streams.ts';

export type ClosePorts = {
  readonly log: EventLog;
  readonly clock: Clock;
  readonly inFlight: InFlight;
  readonly isClosedDay: IsClosedDay;
};

/**
 * Called by the sweep when a version's deadline and the grace are over. Decides at most once, or gives some persons longer
 * (R7); `false`: not yet.
 */
export function createCloseMinutes({ log, clock, inFlight, isClosedDay }: ClosePorts) {
  return async (meetingId: string, version: number, closeAt: Temporal.Instant): Promise<boolean> => {
    const found = await meetingWithCommittee(log, meetingId);
    if (found === undefined) return false;
    const meetingOf = meetingStream(meetingId);
    return log.transact({
      load: {
        meeting: meetingOf,
        committee: committeeStream(found.committee.committeeId),
        answers: answerStreams(meetingId),
      },
      decide: ({ meeting, committee, answers }): Decided<boolean> => {
        const now = clock.now();
        const unprocessed = inFlight.anyBefore(closeAt);
        const answered = answeredVersions(answers);
        const closing = closeMinutes(meeting, { version, now, unprocessed, answered, isClosedDay });
        if (closing.kind === 'not-yet') return { result: false };
        if (closing.kind === 'nothing-to-close') return { result: true };
        if (committee.situation === 'unknown' || !isVersioned(meeting))
          return defect('minutes to close without a committee');
        const newest = newestVersion(meeting);
        const happened = { actor: { system: 'sweep' }, at: now } as const;
        if (closing.kind === 'extended')
          return {
            result: true,
            append: [{ stream: meetingOf.stream, events: closing.events }],
            effects: effectsOfExtension(committee, meetingId, newest, answered, now),
            ...happened,
          };
        const { result } = closing.event;
        const decision = { meetingId, version: newest, result, how: 'closed', answered, at: now } as const;
        return {
          result: true,
          append: [{ stream: meetingOf.stream, events: [closing.event] }],
          effects: effectsOfDecision(committee, decision),
          ...happened,
        };
      },
    });
  };
}
