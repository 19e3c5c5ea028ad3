import { openMinutes } from '../../domain/minutes/open-minutes.ts';
import type { Decided, EventLog } from '../../ports/event-log.ts';
import type { LinkSubject } from '../../ports/personal-links.ts';
import { meetingWithCommittee } from '../committee/committee-of.ts';
import { nextStepCards } from '../effects/wanted.ts';
import { done, type Result, refuse } from '../result.ts';
import { answerStream, meetingStream } from '../streams.ts';

export type OpenRequest = LinkSubject & { readonly receivedAt: Temporal.Instant };

/** Læs referatet, from the page of a personal link. The secretary's card no longer names whoever opened it. */
export function createOpenMinutes({ log }: { readonly log: EventLog }) {
  return async ({ meetingId, version, personId, receivedAt }: OpenRequest): Promise<Result> => {
    const found = await meetingWithCommittee(log, meetingId);
    if (found === undefined) return refuse({ code: 'no-meeting' });
    const own = answerStream(meetingId, version, personId);
    return log.transact({
      load: { meeting: meetingStream(meetingId), answer: own },
      decide: ({ meeting, answer }): Decided<Result> => {
        const outcome = openMinutes(meeting, answer, { version, receivedAt });
        if (outcome.kind === 'refused') return { result: outcome };
        if (outcome.events.length === 0) return { result: done({}) };
        return {
          result: done({}),
          append: [{ stream: own.stream, events: outcome.events }],
          effects: nextStepCards(found.committee, meetingId, receivedAt),
          actor: { personId },
          at: receivedAt,
        };
      },
    });
  };
}
