import type { Committee } from '../../domain/committee/committee.ts';
import { isVersioned, type Meeting, newestVersion } from '../../domain/meeting/meeting.ts';
import type { Answer } from '../../domain/minutes/answer.ts';
import type { ActOutcome } from '../../domain/minutes/approve-minutes.ts';
import { receiptCode } from '../../domain/minutes/receipt-code.ts';
import type { ReceivedAct } from '../../domain/minutes/timeliness.ts';
import { deadlineFor } from '../../domain/minutes/version-deadline.ts';
import type { Digest } from '../../ports/digest.ts';
import type { Decided, EventLog } from '../../ports/event-log.ts';
import { meetingWithCommittee } from '../committee/committee-of.ts';
import { cardsAfterAct } from '../effects/after-act.ts';
import { done, type Result, refuse } from '../result.ts';
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

/**
 * `repeated`: the same press was already carried out; receipt and instant are those of the first time. `late`: the
 * deadline that had passed, where the act was kept as a late remark only (R10).
 */
export type ActResult = Result<{
  readonly receipt: string;
  readonly at: Temporal.Instant;
  readonly repeated: boolean;
  readonly late?: Temporal.Instant;
}>;

export type ActRule = (meeting: Meeting, committee: Committee, answer: Answer, receipt: string) => ActOutcome;

/** Which objection the act is about; chair and minute-taker see its card change. */
export type ActAbout = { readonly verb: string; readonly objectionId?: string };

/**
 * One transaction for every act on minutes: the rule decides on the locked state, event and effects are written
 * together, and only then is the person answered (R1).
 */
export async function actOnMinutes(
  ports: ActPorts,
  request: ActRequest,
  about: ActAbout,
  rule: ActRule,
): Promise<ActResult> {
  const found = await meetingWithCommittee(ports.log, request.meetingId);
  if (found === undefined) return refuse({ code: 'no-meeting' });
  const { meetingId, version, personId } = request;
  const own = answerStream(meetingId, version, personId);
  const receipt = receiptCode(
    ports.digest.sha256([meetingId, version, personId, about.verb, request.nonce].join('|')),
  );
  return ports.log.transact({
    load: {
      meeting: meetingStream(meetingId),
      committee: committeeStream(found.committee.committeeId),
      answer: own,
    },
    decide: ({ meeting, committee, answer }) => {
      if (committee.situation === 'unknown') return { result: refuse({ code: 'no-meeting' }) };
      const outcome = rule(meeting, committee, answer, receipt);
      return decidedOf(outcome, own.stream, { meeting, committee, answer, request, receipt, about });
    },
  });
}

type Act = {
  readonly meeting: Meeting;
  readonly committee: Committee;
  readonly answer: Answer;
  readonly request: ActRequest;
  readonly receipt: string;
  readonly about: ActAbout;
};

function decidedOf(
  outcome: ActOutcome,
  stream: string,
  { meeting, committee, answer, request, receipt, about }: Act,
): Decided<ActResult> {
  if (outcome.kind === 'refused') return { result: refuse(outcome.refusal) };
  if (outcome.kind === 'repeated') {
    const { receipt: first, receivedAt, verb } = outcome.receipt;
    const late = verb === 'remark' ? lateness(meeting, request.personId) : {};
    return {
      result: done({ receipt: first, at: Temporal.Instant.from(receivedAt), repeated: true, ...late }),
    };
  }
  const late = outcome.events.some((event) => event.type === 'LateRemarkMade')
    ? lateness(meeting, request.personId)
    : {};
  const { meetingId, version, personId, receivedAt: at } = request;
  const objection = about.objectionId === undefined ? {} : { objectionId: about.objectionId };
  return {
    result: done({ receipt, at, repeated: false, ...late }),
    append: [{ stream, events: outcome.events }],
    effects: cardsAfterAct(committee, { meetingId, version, personId, at, answer, ...objection }),
    actor: { personId },
    at,
  };
}

/** The deadline that had passed for this person. */
function lateness(meeting: Meeting, personId: string): { readonly late?: Temporal.Instant } {
  return isVersioned(meeting) ? { late: deadlineFor(newestVersion(meeting), personId) } : {};
}
