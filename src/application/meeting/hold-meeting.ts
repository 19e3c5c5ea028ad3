import { holdMeeting } from '../../domain/meeting/hold-meeting.ts';
import { isCalled } from '../../domain/meeting/meeting.ts';
import { draftMinutes } from '../../domain/minutes/draft-minutes.ts';
import type { Decided, EventLog } from '../../ports/event-log.ts';
import type { Wording } from '../../ports/wording.ts';
import type { MeetingRequest } from '../agenda/publish-agenda.ts';
import { meetingWithCommittee } from '../committee/committee-of.ts';
import { rosterOf } from '../committee/roster.ts';
import { agendaCards, nextStepCards } from '../effects/wanted.ts';
import { done, type Result, refuse } from '../result.ts';
import { committeeStream, meetingStream, peopleStream } from '../streams.ts';

type HoldResult = Result<{ readonly repeated: boolean }>;

/** The meeting took place: the minutes are drafted from the agenda and laid as a Word file into the library. */
export function createHoldMeeting({ log, wording }: { readonly log: EventLog; readonly wording: Wording }) {
  return async ({ personId, meetingId, receivedAt }: MeetingRequest): Promise<HoldResult> => {
    const found = await meetingWithCommittee(log, meetingId);
    if (found === undefined) return refuse({ code: 'no-meeting' });
    const meetingOf = meetingStream(meetingId);
    return log.transact({
      load: {
        meeting: meetingOf,
        committee: committeeStream(found.committee.committeeId),
        people: peopleStream,
      },
      decide: ({ meeting, committee, people }): Decided<HoldResult> => {
        if (committee.situation === 'unknown') return { result: refuse({ code: 'no-meeting' }) };
        if (!isCalled(meeting)) return { result: refuse({ code: 'agenda-not-sent' }) };
        const draft = draftMinutes(meeting, rosterOf(committee, people, receivedAt, wording));
        const outcome = holdMeeting(meeting, committee, { heldBy: personId, at: receivedAt, draft });
        if (outcome.kind === 'refused') {
          return {
            result:
              outcome.refusal.code === 'meeting-held' ? done({ repeated: true }) : refuse(outcome.refusal),
          };
        }
        return {
          result: done({ repeated: false }),
          append: [{ stream: meetingOf.stream, events: outcome.events }],
          effects: [
            { kind: 'file-paper', meetingId, paper: 'minutes-draft', version: 1 },
            ...agendaCards(committee, meetingId, meeting.sent.invited),
            ...nextStepCards(committee, meetingId, receivedAt),
          ],
          actor: { personId },
          at: receivedAt,
        };
      },
    });
  };
}
