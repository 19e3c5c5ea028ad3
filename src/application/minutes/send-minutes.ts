import type { Committee } from '../../domain/committee/committee.ts';
import type { People } from '../../domain/committee/people.ts';
import {
  isClosed,
  isVersioned,
  type Meeting,
  newestVersion,
  type VersionedMeeting,
} from '../../domain/meeting/meeting.ts';
import { deadlineOf } from '../../domain/minutes/version-deadline.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Decided } from '../../ports/event-log.ts';
import type { Effect } from '../../ports/outbox.ts';
import type { MeetingRequest } from '../agenda/publish-agenda.ts';
import { meetingWithCommittee } from '../committee/committee-of.ts';
import { decisionCards } from '../effects/after-decision.ts';
import { reminderCards } from '../effects/reminder-cards.ts';
import { cardHolders, cardInChat, cardsFor, nextStepCards, rulersOf } from '../effects/wanted.ts';
import { noticesOfVersion } from '../effects/wanted-mails.ts';
import { done, type Result, refuse } from '../result.ts';
import {
  type AnsweredVersion,
  answeredVersions,
  answerStreams,
  committeeStream,
  meetingStream,
  peopleStream,
} from '../streams.ts';
import { type SendPorts, type SentEvent, sentOrRefused, textToSend } from './sending.ts';

export type SendResult = Result<{
  readonly version: number;
  readonly deadline: Temporal.Instant;
  readonly asked: number;
}>;

/** The yes: the same text that was looked at is frozen as a version and asked about. */
export function createSendMinutes(ports: SendPorts) {
  return async (request: MeetingRequest & { readonly hash: string }): Promise<SendResult> => {
    const { personId, meetingId, receivedAt, hash } = request;
    const found = await meetingWithCommittee(ports.log, meetingId);
    if (found === undefined) return refuse({ code: 'no-meeting' });
    const text = await textToSend(ports, found.meeting);
    if (text.kind === 'refused') return text;
    if (text.hash !== hash) return refuse({ code: 'draft-changed' });
    const meetingOf = meetingStream(meetingId);
    const committeeOf = committeeStream(found.committee.committeeId);
    return ports.log.transact({
      load: {
        meeting: meetingOf,
        committee: committeeOf,
        answers: answerStreams(meetingId),
        people: peopleStream,
      },
      decide: ({ meeting, committee, answers, people }): Decided<SendResult> => {
        if (committee.situation === 'unknown') return { result: refuse({ code: 'no-meeting' }) };
        const answered = answeredVersions(answers);
        const sending = { sentBy: personId, at: receivedAt, hash, paper: text.paper, answered };
        const outcome = sentOrRefused(ports, meeting, committee, sending);
        if (outcome.kind === 'refused') return { result: repeatedOr(meeting, hash, outcome.refusal) };
        const { event } = outcome;
        return {
          result: done({
            version: event.version,
            deadline: Temporal.Instant.from(event.deadline),
            asked: event.entitled.length,
          }),
          append: [{ stream: meetingOf.stream, events: [event] }],
          effects: [
            ...cardsOfVersion(committee, people, meetingId, event),
            ...(isVersioned(meeting) ? supersededCards(meeting, committee, answered, receivedAt) : []),
            ...nextStepCards(committee, meetingId, receivedAt),
          ],
          actor: { personId },
          at: receivedAt,
        };
      },
    });
  };
}

/** A double press finds this text sent already: that is what was wanted. */
function repeatedOr(meeting: Meeting, hash: string, refusal: Refusal): SendResult {
  if (refusal.code !== 'minutes-under-approval' || !isVersioned(meeting)) return refuse(refusal);
  const newest = newestVersion(meeting);
  if (newest.hash !== hash) return refuse(refusal);
  const { version, entitled } = newest;
  return done({ version, deadline: deadlineOf(newest), asked: entitled.length });
}

function cardsOfVersion(
  committee: Committee,
  people: People,
  meetingId: string,
  { version, entitled }: SentEvent,
): readonly Effect[] {
  return [
    { kind: 'file-paper', meetingId, paper: 'minutes', version },
    ...cardInChat(committee, { card: 'minutes-status', meetingId, version }),
    ...noticesOfVersion(people, entitled, { meetingId, version }),
  ];
}

/** Cards of all versions before say which one holds now; those of their objections offer no new version any more. */
function supersededCards(
  meeting: VersionedMeeting,
  committee: Committee,
  answered: readonly AnsweredVersion[],
  at: Temporal.Instant,
): readonly Effect[] {
  const { meetingId } = meeting.plan;
  const decided = isClosed(meeting) ? decisionCards(committee, meetingId, meeting.closing.version, at) : [];
  return [
    ...meeting.versions.flatMap((each) => [
      ...cardsFor(cardHolders(each, answered), {
        card: 'minutes-for-approval',
        meetingId,
        version: each.version,
      }),
      ...cardInChat(committee, { card: 'minutes-status', meetingId, version: each.version }),
    ]),
    ...reminderCards(meetingId, answered),
    ...answered.flatMap(({ version, personId: objectorId, answer }) =>
      answer.objections.flatMap(({ objectionId }) =>
        cardsFor(rulersOf(committee, at), {
          card: 'objection-received',
          meetingId,
          version,
          objectionId,
          objectorId,
        }),
      ),
    ),
    ...(meeting.situation === 'needsDecision' ? decided : []),
  ];
}
