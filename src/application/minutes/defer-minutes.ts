import { isClosed } from '../../domain/meeting/meeting.ts';
import { deferMinutes } from '../../domain/minutes/defer-minutes.ts';
import type { Decided, EventLog } from '../../ports/event-log.ts';
import { meetingWithCommittee } from '../committee/committee-of.ts';
import { decisionCards } from '../effects/after-decision.ts';
import { nextStepCards } from '../effects/wanted.ts';
import { done, type Result, refuse } from '../result.ts';
import { committeeStream, meetingStream } from '../streams.ts';
import type { DecideRequest } from './approve-by-two.ts';

export type DeferResult = Result<{ readonly repeated: boolean }>;

/** Minutes that need a decision go to the next meeting: its agenda carries the item when it is sent. */
export function createDeferMinutes({ log }: { readonly log: EventLog }) {
  return async ({ personId, meetingId, version, receivedAt: at }: DecideRequest): Promise<DeferResult> => {
    const found = await meetingWithCommittee(log, meetingId);
    if (found === undefined) return refuse({ code: 'no-meeting' });
    const meetingOf = meetingStream(meetingId);
    return log.transact({
      load: { meeting: meetingOf, committee: committeeStream(found.committee.committeeId) },
      decide: ({ meeting, committee }): Decided<DeferResult> => {
        if (committee.situation === 'unknown') return { result: refuse({ code: 'no-meeting' }) };
        const outcome = deferMinutes(meeting, committee, { deferredBy: personId, at, version });
        if (outcome.kind === 'refused') {
          // a double press finds its own deferral: that is what was wanted
          const isSo =
            outcome.refusal.code === 'no-decision-needed' &&
            isClosed(meeting) &&
            meeting.closing.deferredBy === personId;
          return { result: isSo ? done({ repeated: true }) : refuse(outcome.refusal) };
        }
        return {
          result: done({ repeated: false }),
          append: [{ stream: meetingOf.stream, events: outcome.events }],
          effects: [
            ...decisionCards(committee, meetingId, version, at),
            ...nextStepCards(committee, meetingId, at),
          ],
          actor: { personId },
          at,
        };
      },
    });
  };
}
