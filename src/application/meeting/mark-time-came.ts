import { beginsAt } from '../../domain/meeting/answer-invitation.ts';
import { isKnown } from '../../domain/meeting/meeting.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Decided, EventLog } from '../../ports/event-log.ts';
import { meetingWithCommittee } from '../committee/committee-of.ts';
import { cardsFor, nextStepCards } from '../effects/wanted.ts';
import { meetingStream } from '../streams.ts';

/** Called by the sweep at the hour of a meeting: the secretary's card now offers the next step. */
export function createMarkTimeCame({ log, clock }: { readonly log: EventLog; readonly clock: Clock }) {
  return async (meetingId: string): Promise<void> => {
    const found = await meetingWithCommittee(log, meetingId);
    if (found === undefined) return;
    const meetingOf = meetingStream(meetingId);
    await log.transact({
      load: { meeting: meetingOf },
      decide: ({ meeting }): Decided<undefined> => {
        const at = clock.now();
        const tooEarly = !isKnown(meeting) || Temporal.Instant.compare(at, beginsAt(meeting)) < 0;
        if (tooEarly) return { result: undefined };
        const invited = 'sent' in meeting ? meeting.sent.invited : [];
        return {
          result: undefined,
          append: [{ stream: meetingOf.stream, events: [{ type: 'MeetingTimeCame' }] }],
          effects: [
            ...nextStepCards(found.committee, meetingId, at),
            ...cardsFor(invited, { card: 'agenda', meetingId }),
          ],
          actor: { system: 'sweep' },
          at,
        };
      },
    });
  };
}
