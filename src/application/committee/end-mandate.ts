import type { Committee } from '../../domain/committee/committee.ts';
import { endMandate } from '../../domain/committee/end-mandate.ts';
import { standingObjections } from '../../domain/minutes/answer.ts';
import type { Decided, EventLog } from '../../ports/event-log.ts';
import type { CardRef, Effect } from '../../ports/outbox.ts';
import type { ReadModels } from '../../ports/read-models.ts';
import { cardFor, cardsFor, rulersOf } from '../effects/wanted.ts';
import { done, type Result, refuse } from '../result.ts';
import { answeredVersions, answerStreams, committeeStream, peopleStream } from '../streams.ts';

export type EndMandateRequest = {
  /** Who ends it. */
  readonly personId: string;
  readonly committeeId: string;
  readonly leaverId: string;
  /** ISO date. */
  readonly lastDay: string;
  readonly successorId?: string;
  readonly receivedAt: Temporal.Instant;
};

export type EndMandatePorts = {
  readonly log: EventLog;
  readonly readModels: Pick<ReadModels, 'meetingsOf'>;
};

export type EndMandateResult = Result<{
  readonly name: string;
  readonly until: Temporal.Instant;
  readonly successor?: string;
}>;

type InheritedRef = Extract<CardRef, { readonly card: 'objection-inherited' }>;

/** R13: a member leaves. Objections stand; those who rule on them and the successor are told. */
export function createEndMandate(ports: EndMandatePorts) {
  return async (request: EndMandateRequest): Promise<EndMandateResult> => {
    const { personId, committeeId, leaverId, successorId, receivedAt: at } = request;
    const stream = committeeStream(committeeId);
    const standing = await objectionsOf(ports, committeeId, leaverId);
    const lastDay = Temporal.PlainDate.from(request.lastDay);
    return ports.log.transact({
      load: { committee: stream, people: peopleStream },
      decide: ({ committee, people }): Decided<EndMandateResult> => {
        if (committee.situation === 'unknown') return { result: refuse({ code: 'no-such-committee' }) };
        const successor = successorId === undefined ? {} : { successorId };
        const command = { endedBy: personId, at, personId: leaverId, lastDay, ...successor };
        const outcome = endMandate(committee, command);
        if (outcome.kind === 'refused') return { result: refuse(outcome.refusal) };
        const name = (id: string) => people.persons.get(id)?.name ?? id;
        const [until] = outcome.events.flatMap((event) =>
          event.type === 'MandateEnded' ? [event.until] : [],
        );
        return {
          result: done({
            name: name(leaverId),
            until: Temporal.Instant.from(until ?? at),
            ...(successorId === undefined ? {} : { successor: name(successorId) }),
          }),
          append: [{ stream: stream.stream, events: outcome.events }],
          effects: standing.flatMap((ref) => objectionEffects(committee, ref, at, successorId)),
          actor: { personId },
          at,
        };
      },
    });
  };
}

/** Those that stand on minutes that are still open, or contested. Read beforehand: it decides nothing. */
async function objectionsOf(
  { log, readModels }: EndMandatePorts,
  committeeId: string,
  objectorId: string,
): Promise<readonly InheritedRef[]> {
  const open = (await readModels.meetingsOf(committeeId)).filter(({ situation }) =>
    ['sentForApproval', 'contested', 'needsDecision'].includes(situation),
  );
  const found = await Promise.all(
    open.map(async ({ meetingId }) => {
      const { answers } = await log.load({ answers: answerStreams(meetingId) });
      return answeredVersions(answers)
        .filter(({ personId }) => personId === objectorId)
        .flatMap(({ version, answer }) =>
          standingObjections(answer).map(
            ({ objectionId }): InheritedRef => ({
              card: 'objection-inherited',
              meetingId,
              version,
              objectionId,
              objectorId,
            }),
          ),
        );
    }),
  );
  return found.flat();
}

function objectionEffects(
  committee: Committee,
  inherited: InheritedRef,
  at: Temporal.Instant,
  successorId: string | undefined,
): readonly Effect[] {
  return [
    ...cardsFor(rulersOf(committee, at), { ...inherited, card: 'objection-received' }),
    ...(successorId === undefined ? [] : [cardFor(successorId, inherited)]),
  ];
}
