import { linkConversation } from '../../domain/committee/link-conversation.ts';
import type { Decided, EventLog } from '../../ports/event-log.ts';
import type { ReadModels } from '../../ports/read-models.ts';
import { done, type Result, refuse } from '../result.ts';
import { committeeStream } from '../streams.ts';

export type LinkRequest = {
  readonly personId: string;
  readonly committeeId: string;
  readonly conversationId: string;
  readonly receivedAt: Temporal.Instant;
};

type LinkResult = Result<{ readonly committee: string }>;

/** The secretary ties the chat she writes in to a committee: its agenda and status cards stand there from now on. */
export function createLinkConversation({
  log,
  readModels,
}: {
  readonly log: EventLog;
  readonly readModels: Pick<ReadModels, 'committeeOfConversation'>;
}) {
  return async ({ personId, committeeId, conversationId, receivedAt }: LinkRequest): Promise<LinkResult> => {
    const linked = await readModels.committeeOfConversation(conversationId);
    const belongsTo = linked === undefined ? {} : { belongsTo: linked.committeeId };
    const stream = committeeStream(committeeId);
    return log.transact({
      load: { committee: stream },
      decide: ({ committee }): Decided<LinkResult> => {
        if (committee.situation === 'unknown') return { result: refuse({ code: 'no-such-committee' }) };
        const outcome = linkConversation(committee, {
          conversationId,
          linkedBy: personId,
          at: receivedAt,
          ...belongsTo,
        });
        if (outcome.kind === 'refused') return { result: refuse(outcome.refusal) };
        return {
          result: done({ committee: committee.name }),
          append: [{ stream: stream.stream, events: outcome.events }],
          actor: { personId },
          at: receivedAt,
        };
      },
    });
  };
}
