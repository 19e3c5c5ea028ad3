import { isVersioned, newestVersion } from '../../domain/meeting/meeting.ts';
import type { ObjectionText, RecordedOnBehalf } from '../../domain/minutes/answer-event.ts';
import { receiptCode } from '../../domain/minutes/receipt-code.ts';
import { recordObjection } from '../../domain/minutes/record-objection.ts';
import { deadlineFor } from '../../domain/minutes/version-deadline.ts';
import type { Digest } from '../../ports/digest.ts';
import type { Decided, EventLog } from '../../ports/event-log.ts';
import { meetingWithCommittee } from '../committee/committee-of.ts';
import { cardsAfterAct } from '../effects/after-act.ts';
import { done, type Result, refuse } from '../result.ts';
import { answerStream, committeeStream, meetingStream, peopleStream } from '../streams.ts';

export type RecordRequest = {
  /** Who records it. */
  readonly personId: string;
  /** Who objected. */
  readonly objectorId: string;
  readonly meetingId: string;
  readonly version: number;
  readonly hash: string;
  readonly nonce: string;
  readonly objection: ObjectionText;
  readonly source: RecordedOnBehalf['source'];
  readonly sourceNote: string;
  readonly reachedAt: Temporal.Instant;
  readonly receivedAt: Temporal.Instant;
};

/** `late`: the objector's deadline that had passed, where it was kept as a late remark only (R10). */
export type RecordResult = Result<{
  readonly name: string;
  readonly receipt: string;
  readonly repeated: boolean;
  readonly late?: Temporal.Instant;
}>;

/** R17: an objection that came another way, with its source; the receipt stands on the objector's own card. */
export function createRecordObjection({ log, digest }: { readonly log: EventLog; readonly digest: Digest }) {
  return async (request: RecordRequest): Promise<RecordResult> => {
    const { personId, objectorId, meetingId, version, nonce, receivedAt: at } = request;
    const found = await meetingWithCommittee(log, meetingId);
    if (found === undefined) return refuse({ code: 'no-meeting' });
    const own = answerStream(meetingId, version, objectorId);
    const receipt = receiptCode(digest.sha256([meetingId, version, objectorId, 'object', nonce].join('|')));
    const about = ['objection', meetingId, version, objectorId, nonce].join('|');
    const objectionId = digest.sha256(about).slice(0, 32);
    return log.transact({
      load: {
        meeting: meetingStream(meetingId),
        committee: committeeStream(found.committee.committeeId),
        people: peopleStream,
        answer: own,
      },
      decide: ({ meeting, committee, people, answer }): Decided<RecordResult> => {
        if (committee.situation === 'unknown') return { result: refuse({ code: 'no-meeting' }) };
        const command = { ...request, recordedBy: personId, personId: objectorId, at, receipt, objectionId };
        const outcome = recordObjection(meeting, committee, answer, command);
        if (outcome.kind === 'refused') return { result: refuse(outcome.refusal) };
        const name = people.persons.get(objectorId)?.name ?? objectorId;
        const over = isVersioned(meeting) ? { late: deadlineFor(newestVersion(meeting), objectorId) } : {};
        if (outcome.kind === 'repeated') {
          const { receipt: first, verb } = outcome.receipt;
          return {
            result: done({ name, receipt: first, repeated: true, ...(verb === 'remark' ? over : {}) }),
          };
        }
        const isLate = outcome.events.some(({ type }) => type === 'LateRemarkMade');
        const act = { meetingId, version, personId: objectorId, at, answer, objectionId };
        return {
          result: done({ name, receipt, repeated: false, ...(isLate ? over : {}) }),
          append: [{ stream: own.stream, events: outcome.events }],
          effects: cardsAfterAct(committee, act),
          actor: { personId },
          at,
        };
      },
    });
  };
}
