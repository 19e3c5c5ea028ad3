import type { Committee } from '../../domain/committee/committee.ts';
import { isVersioned, versionOf } from '../../domain/meeting/meeting.ts';
import { closeMinutes } from '../../domain/minutes/close-minutes.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Decided, EventLog } from '../../ports/event-log.ts';
import type { Effect } from '../../ports/outbox.ts';
import { meetingWithCommittee } from '../committee/committee-of.ts';
import { anchorOfDecision } from '../effects/anchor-log.ts';
import { cardInChat, cardsFor, nextStepCards } from '../effects/wanted.ts';
import type { InFlight } from '../in-flight.ts';
import { answeredVersions, answerStreams, committeeStream, meetingStream } from '../streams.ts';

export type ClosePorts = { readonly log: EventLog; readonly clock: Clock; readonly inFlight: InFlight };

/** Called by the sweep when a version's deadline and the grace are over. Decides at most once; `false`: not yet. */
export function createCloseMinutes({ log, clock, inFlight }: ClosePorts) {
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
        const closing = closeMinutes(meeting, {
          version,
          now,
          unprocessed,
          answered: answeredVersions(answers),
        });
        if (closing.kind !== 'closed' || committee.situation === 'unknown')
          return { result: closing.kind === 'nothing-to-close' };
        const entitled = isVersioned(meeting) ? (versionOf(meeting, version)?.entitled ?? []) : [];
        return {
          result: true,
          append: [{ stream: meetingOf.stream, events: [closing.event] }],
          effects: effectsOf(committee, meetingId, version, entitled, now),
          actor: { system: 'sweep' },
          at: now,
        };
      },
    });
  };
}

function effectsOf(
  committee: Committee,
  meetingId: string,
  version: number,
  entitled: readonly string[],
  at: Temporal.Instant,
): readonly Effect[] {
  return [
    { kind: 'stamp-papers', meetingId, version },
    anchorOfDecision(meetingId, version, 'closed'),
    ...cardInChat(committee, { card: 'minutes-status', meetingId, version }),
    ...cardsFor(entitled, { card: 'minutes-outcome', meetingId, version }),
    ...cardsFor(entitled, { card: 'minutes-for-approval', meetingId, version }),
    ...nextStepCards(committee, meetingId, at),
  ];
}
