import { endSafeMode } from '../../domain/operation/end-safe-mode.ts';
import type { Decided, EventLog } from '../../ports/event-log.ts';
import type { Effect } from '../../ports/outbox.ts';
import type { ReadModels } from '../../ports/read-models.ts';
import { allCommittees, safeModeCards } from '../effects/doubt-cards.ts';
import type { KnownDoubts } from '../known-doubts.ts';
import { done, type Result, refuse } from '../result.ts';
import { committeeStream, operationStream } from '../streams.ts';

export type EndSafeModeRequest = {
  readonly personId: string;
  readonly committeeId: string;
  readonly since: string;
  /** Empty where the person only agrees. */
  readonly reason: string;
  readonly receivedAt: Temporal.Instant;
};

export type EndSafeModeResult = Result<{ readonly ended: boolean }>;

export type EndPorts = {
  readonly log: EventLog;
  readonly readModels: Pick<ReadModels, 'committees'>;
  readonly doubts: KnownDoubts;
};

/** R16: the first of two proposes to go on without what the log lacks, the second agrees; then minutes are decided again. */
export function createEndSafeMode(ports: EndPorts) {
  const { log, doubts } = ports;
  return async (request: EndSafeModeRequest): Promise<EndSafeModeResult> => {
    const { personId, committeeId, since, reason, receivedAt } = request;
    const committees = await allCommittees(ports);
    const result = await log.transact({
      load: { operation: operationStream, committee: committeeStream(committeeId) },
      decide: ({ operation, committee }): Decided<EndSafeModeResult> => {
        if (committee.situation === 'unknown') return { result: refuse({ code: 'no-such-committee' }) };
        const command = { by: personId, since, reason, at: receivedAt };
        const outcome = endSafeMode(operation, committee, command);
        if (outcome.kind === 'refused') return { result: refuse(outcome.refusal) };
        const ended = outcome.events.some(({ type }) => type === 'SafeModeEnded');
        const anchor: readonly Effect[] = ended
          ? [{ kind: 'anchor-log', occasion: `safe-mode-ended/${since}` }]
          : [];
        return {
          result: done({ ended }),
          append: [{ stream: operationStream.stream, events: outcome.events }],
          effects: [...safeModeCards(committees, since, receivedAt), ...anchor],
          actor: { personId },
          at: receivedAt,
        };
      },
    });
    doubts.see((await log.load({ operation: operationStream })).operation);
    return result;
  };
}
