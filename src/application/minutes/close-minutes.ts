import type { IsClosedDay } from '../../domain/calendar/danish-time.ts';
import { defect } from '../../domain/defect.ts';
import { isVersioned, type Meeting, newestVersion } from '../../domain/meeting/meeting.ts';
import { type CloseMinutes, type Closing, closeMinutes } from '../../domain/minutes/close-minutes.ts';
import { extendAfterDowntime } from '../../domain/minutes/extend-after-downtime.ts';
import type { Operation } from '../../domain/operation/operation.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Decided, EventLog } from '../../ports/event-log.ts';
import { meetingWithCommittee } from '../committee/committee-of.ts';
import { effectsOfDecision } from '../effects/after-decision.ts';
import { effectsOfExtension } from '../effects/after-extension.ts';
import type { InFlight } from '../in-flight.ts';
import type { KnownDoubts } from '../known-doubts.ts';
import { holdBack } from '../operation/hold-back.ts';
import { type BeatPorts, haveOthersWorkedOff } from '../operation/work-off.ts';
import {
  answeredVersions,
  answerStreams,
  committeeStream,
  meetingStream,
  operationStream,
} from '../streams.ts';

export type ClosePorts = BeatPorts & {
  readonly log: EventLog;
  readonly clock: Clock;
  readonly inFlight: InFlight;
  readonly doubts: KnownDoubts;
  readonly isClosedDay: IsClosedDay;
};

/**
 * Called by the sweep when a version's deadline and the grace are over. Decides at most once, or gives some persons longer
 * (R7) or everybody (R8); `false`: not yet.
 */
export function createCloseMinutes(ports: ClosePorts) {
  const { log, clock, inFlight, isClosedDay, doubts } = ports;
  return async (meetingId: string, version: number, closeAt: Temporal.Instant): Promise<boolean> => {
    const found = await meetingWithCommittee(log, meetingId);
    if (found === undefined || doubts.areAnchorsUnread()) return false;
    if (!(await haveOthersWorkedOff(ports, closeAt))) return false;
    const meetingOf = meetingStream(meetingId);
    return log.transact({
      load: {
        meeting: meetingOf,
        committee: committeeStream(found.committee.committeeId),
        answers: answerStreams(meetingId),
        operation: operationStream,
      },
      decide: ({ meeting, committee, answers, operation }): Decided<boolean> => {
        const now = clock.now();
        const unprocessed = inFlight.anyBefore(closeAt);
        const answered = answeredVersions(answers);
        const closing = closingOf(meeting, operation, { version, now, unprocessed, answered, isClosedDay });
        if (closing.kind === 'not-yet') return { result: false };
        if (closing.kind === 'nothing-to-close') return { result: true };
        if (committee.situation === 'unknown' || !isVersioned(meeting))
          return defect('minutes to close without a committee');
        const held = holdBack(operation, committee, now);
        if (held !== undefined) return held;
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

/** More time for everybody after a downtime (R8), or what the rules of closing say. */
function closingOf(meeting: Meeting, { downtimes }: Operation, command: CloseMinutes): Closing {
  const { version, isClosedDay } = command;
  const longer = extendAfterDowntime(meeting, { version, downtimes, isClosedDay });
  return longer.length > 0 ? { kind: 'extended', events: longer } : closeMinutes(meeting, command);
}
