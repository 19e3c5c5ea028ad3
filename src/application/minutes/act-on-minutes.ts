import type { Committee } from '../../domain/committee/committee.ts';
import type { Meeting } from '../../domain/meeting/meeting.ts';
import type { Answer, AnswerEvent } from '../../domain/minutes/answer.ts';
import type { ActOutcome } from '../../domain/minutes/approve-minutes.ts';
import { receiptCode } from '../../domain/minutes/receipt-code.ts';
import type { ReceivedAct } from '../../domain/minutes/timeliness.ts';
import type { Digest } from '../../ports/digest.ts';
import type { Decided, EventLog } from '../../ports/event-log.ts';
import type { Effect } from '../../ports/outbox.ts';
import { meetingWithCommittee } from '../committee/committee-of.ts';
import { cardFor, cardInChat, cardsFor, nextStepCards, rulersOf } from '../effects/wanted.ts';
import { type Result, done, refuse } from '../result.ts';
import { answerStream, committeeStream, meetingStream } from '../streams.ts';

export type ActPorts = { readonly log: EventLog; readonly digest: Digest };

/** A member's press on a card: who, which version and text, from which card, received when. */
export type ActRequest = ReceivedAct & {
  readonly personId: string;
  readonly meetingId: string;
  readonly version: number;
  readonly hash: string;
  readonly nonce: string;
};

/** `repeated`: the same press was already carried out; receipt and instant are those of the first time. */
export type ActResult = Result<{ readonly receipt: string; readonly at: Temporal.Instant; readonly repeated: boolean; readonly events: readonly AnswerEvent[] }>;

export type ActRule = (meeting: Meeting, committee: Committee, answer: Answer, receipt: string) => ActOutcome;

/** Which objection the act is about; chair and minute-taker see its card change. */
export type ActAbout = { readonly verb: string; readonly objectionId?: string };

/**
 * One transaction for every act on minutes: the rule decides on the locked state, event and effects are written
 * together, and only then is the person answered (R1).
 */
export async function actOnMinutes(ports: ActPorts, request: ActRequest, about: ActAbout, rule: ActRule): Promise<ActResult> {
  const found = await meetingWithCommittee(ports.log, request.meetingId);
  if (found === undefined) return refuse({ code: 'no-meeting' });
  const { meetingId, version, personId } = request;
  const own = answerStream(meetingId, version, personId);
  const receipt = receiptCode(ports.digest.sha256([meetingId, version, personId, about.verb, request.nonce].join('|')));
  return ports.log.transact({
    load: { meeting: meetingStream(meetingId), committee: committeeStream(found.committee.committeeId), answer: own },
    decide: ({ meeting, committee, answer }) => {
      if (committee.situation === 'unknown') return { result: refuse({ code: 'no-meeting' }) };
      return decidedOf(rule(meeting, committee, answer, receipt), own.stream, committee, request, receipt, about);
    },
  });
}

function decidedOf(outcome: ActOutcome, stream: string, committee: Committee, request: ActRequest, receipt: string, about: ActAbout): Decided<ActResult> {
  if (outcome.kind === 'refused') return { result: refuse(outcome.refusal) };
  if (outcome.kind === 'repeated') {
    const { receipt: first, receivedAt } = outcome.receipt;
    return { result: done({ receipt: first, at: Temporal.Instant.from(receivedAt), repeated: true, events: [] }) };
  }
  return {
    result: done({ receipt, at: request.receivedAt, repeated: false, events: outcome.events }),
    append: [{ stream, events: outcome.events }],
    effects: cardsAfterAct(committee, request, about),
    actor: { personId: request.personId },
    at: request.receivedAt,
  };
}

/** The person's own card, the shared count, the secretary's overview; with an objection also those who rule on it. */
function cardsAfterAct(committee: Committee, { personId, meetingId, version, receivedAt }: ActRequest, { objectionId }: ActAbout): readonly Effect[] {
  const objection = objectionId === undefined ? [] : cardsFor(rulersOf(committee, receivedAt), { card: 'objection-received', meetingId, version, objectionId, objectorId: personId });
  return [
    cardFor(personId, { card: 'minutes-for-approval', meetingId, version }),
    ...objection,
    ...cardInChat(committee, { card: 'minutes-status', meetingId, version }),
    ...nextStepCards(committee, meetingId, receivedAt),
  ];
}
