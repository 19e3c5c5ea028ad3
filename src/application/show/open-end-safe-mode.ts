import { refusalOfEnding } from '../../domain/operation/end-safe-mode.ts';
import type { CardView } from '../../ports/card-view.ts';
import type { EventLog } from '../../ports/event-log.ts';
import { done, type Result, refuse } from '../result.ts';
import { committeeStream, operationStream } from '../streams.ts';
import { operationDoubtView } from '../views/operation-doubt-view.ts';

export type OpenEndRequest = {
  readonly personId: string;
  readonly committeeId: string;
  readonly since: string;
  readonly receivedAt: Temporal.Instant;
};

/** Before anybody goes on without what the log lacks: what that means, in so many words. Opening decides nothing. */
export function createOpenEndSafeMode(ports: { readonly log: EventLog }) {
  return async (request: OpenEndRequest): Promise<Result<{ readonly view: CardView }>> => {
    const { personId, committeeId, since, receivedAt } = request;
    const { committee, operation } = await ports.log.load({
      committee: committeeStream(committeeId),
      operation: operationStream,
    });
    if (committee.situation === 'unknown') return refuse({ code: 'no-such-committee' });
    const refusal = refusalOfEnding(operation, committee, { by: personId, since, at: receivedAt });
    if (refusal !== undefined) return refuse(refusal);
    const ref = { card: 'operation-doubt', committeeId, about: 'safe-mode', since } as const;
    const shown = await operationDoubtView(ports.log, ref, receivedAt);
    if (shown?.doubt.about !== 'safe-mode' || shown.doubt.state !== 'open')
      return refuse({ code: 'no-such-committee' });
    const { card: _card, doubt, ...about } = shown;
    return done({ view: { card: 'end-safe-mode', ...about, doubt } });
  };
}
