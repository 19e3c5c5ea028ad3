import type { Committee } from '../../domain/committee/committee.ts';
import { confirmClock } from '../../domain/operation/confirm-clock.ts';
import type { Operation } from '../../domain/operation/operation.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Decided, EventLog } from '../../ports/event-log.ts';
import type { Effect } from '../../ports/outbox.ts';
import type { ReadModels } from '../../ports/read-models.ts';
import { allCommittees, clockDoubtCards } from '../effects/doubt-cards.ts';
import type { KnownDoubts } from '../known-doubts.ts';
import { done, type Result, refuse } from '../result.ts';
import { committeeStream, operationStream } from '../streams.ts';

export type ConfirmRequest = {
  readonly personId: string;
  readonly committeeId: string;
  readonly since: string;
  readonly receivedAt: Temporal.Instant;
};

/** `at`: what the clock shows. */
export type ConfirmResult = Result<{ readonly at: Temporal.Instant }>;

export type ConfirmPorts = {
  readonly log: EventLog;
  readonly readModels: Pick<ReadModels, 'committees'>;
  readonly clock: Clock;
  readonly doubts: KnownDoubts;
  /** R8: see `keep-watch`. */
  readonly extendAfterDowntime: () => Promise<void>;
};

/** R15: a person confirms the time; what waited for it is decided now. */
export function createConfirmClock(ports: ConfirmPorts) {
  const { log, clock, doubts, extendAfterDowntime } = ports;
  return async (request: ConfirmRequest): Promise<ConfirmResult> => {
    const { personId, committeeId, since, receivedAt } = request;
    const committees = await allCommittees(ports);
    const result = await log.transact({
      load: { operation: operationStream, committee: committeeStream(committeeId) },
      decide: ({ operation, committee }): Decided<ConfirmResult> => {
        if (committee.situation === 'unknown') return { result: refuse({ code: 'no-such-committee' }) };
        const command = { confirmedBy: personId, since, at: receivedAt };
        const outcome = confirmClock(operation, committee, command);
        if (outcome.kind === 'refused') return { result: refuse(outcome.refusal) };
        return {
          result: done({ at: clock.now() }),
          append: [{ stream: operationStream.stream, events: outcome.events }],
          effects: cardsOfHeldBack(operation, committees, receivedAt),
          actor: { personId },
          at: receivedAt,
        };
      },
    });
    if (result.kind === 'done') await extendAfterDowntime();
    doubts.see((await log.load({ operation: operationStream })).operation);
    return result;
  };
}

/** The cards that were shown because of this doubt. */
export function cardsOfHeldBack(
  { clock }: Operation,
  committees: readonly Committee[],
  at: Temporal.Instant,
): readonly Effect[] {
  if (clock.state === 'trusted') return [];
  return committees
    .filter(({ committeeId }) => clock.heldBack.includes(committeeId))
    .flatMap((committee) => clockDoubtCards(committee, clock.to, at));
}
