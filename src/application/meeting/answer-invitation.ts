import { defect } from '../../domain/defect.ts';
import { answerInvitation } from '../../domain/meeting/answer-invitation.ts';
import { isCalled, type Meeting } from '../../domain/meeting/meeting.ts';
import type { Substitute } from '../../domain/meeting/meeting-event.ts';
import type { Decided, EventLog } from '../../ports/event-log.ts';
import { meetingWithCommittee } from '../committee/committee-of.ts';
import { agendaCards, cardFor } from '../effects/wanted.ts';
import { done, type Result, refuse } from '../result.ts';
import { committeeStream, meetingStream, peopleStream } from '../streams.ts';

export type InvitationRequest = {
  readonly personId: string;
  readonly meetingId: string;
  readonly nonce: string;
  readonly receivedAt: Temporal.Instant;
} & (
  | { readonly coming: true }
  | {
      readonly coming: false;
      readonly substituteId?: string;
      readonly substituteName?: string;
      readonly message?: string;
    }
);

type InvitationResult = Result<{ readonly coming: boolean; readonly substitute?: string }>;

/** Deltager, or afbud with or without a substitute. */
export function createAnswerInvitation({ log }: { readonly log: EventLog }) {
  return async (request: InvitationRequest): Promise<InvitationResult> => {
    const found = await meetingWithCommittee(log, request.meetingId);
    if (found === undefined) return refuse({ code: 'no-meeting' });
    const { people } = await log.load({ people: peopleStream });
    const substitute = request.coming
      ? undefined
      : substituteOf(request, (id) => people.persons.get(id)?.name);
    const { personId, nonce, receivedAt, meetingId } = request;
    const said = { personId, nonce, receivedAt };
    const message = request.coming ? undefined : request.message;
    const meetingOf = meetingStream(meetingId);
    return log.transact({
      load: { meeting: meetingOf, committee: committeeStream(found.committee.committeeId) },
      decide: ({ meeting, committee }): Decided<InvitationResult> => {
        if (committee.situation === 'unknown') return { result: refuse({ code: 'no-meeting' }) };
        const answer = request.coming
          ? { ...said, coming: true as const }
          : {
              ...said,
              coming: false as const,
              ...(substitute === undefined ? {} : { substitute }),
              ...(message === undefined ? {} : { message }),
            };
        const outcome = answerInvitation(meeting, committee, answer);
        if (outcome.kind === 'refused') return { result: refuse(outcome.refusal) };
        if (outcome.events.length === 0) return { result: standing(meeting, personId) };
        return {
          result: done({
            coming: request.coming,
            ...(substitute === undefined ? {} : { substitute: substitute.name }),
          }),
          append: [{ stream: meetingOf.stream, events: outcome.events }],
          effects: [
            cardFor(personId, { card: 'agenda', meetingId }),
            ...agendaCards(committee, meetingId, isCalled(meeting) ? meeting.sent.invited : []),
          ],
          actor: { personId },
          at: receivedAt,
        };
      },
    });
  };
}

/** A press that was delivered again, perhaps after a newer one, is told what the person's answer is now. */
function standing(meeting: Meeting, personId: string): InvitationResult {
  const rsvp = isCalled(meeting) ? meeting.rsvps.get(personId) : undefined;
  if (rsvp === undefined) return defect('an answer to the invitation that left no trace');
  if (rsvp.coming || rsvp.substitute === undefined) return done({ coming: rsvp.coming });
  return done({ coming: false, substitute: rsvp.substitute.name });
}

/** A person from the list wins over free text; a name typed twice is one name. */
function substituteOf(
  request: { readonly substituteId?: string; readonly substituteName?: string },
  nameOf: (id: string) => string | undefined,
): Substitute | undefined {
  const listed = request.substituteId === undefined ? undefined : nameOf(request.substituteId);
  if (request.substituteId !== undefined && listed !== undefined)
    return { name: listed, personId: request.substituteId };
  return request.substituteName === undefined ? undefined : { name: request.substituteName };
}
