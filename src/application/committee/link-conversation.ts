import { holdsRole } from '../../domain/committee/committee.ts';
import type { Decided, EventLog } from '../../ports/event-log.ts';
import type { ReadModels } from '../../ports/read-models.ts';
import { done, type Result, refuse } from '../result.ts';
import { committeeStream } from '../streams.ts';

export type LinkRequest = { readonly personId: string; readonly committeeId: string; readonly conversationId: string; readonly receivedAt: Temporal.Instant };

type LinkResult = Result<{ readonly committee: string }>;

/** The secretary ties the chat she writes in to a committee: its agenda and status cards stand there from now on. */
export function createLinkConversation({ log, readModels }: { readonly log: EventLog; readonly readModels: Pick<ReadModels, 'committeeOfConversation'> }) {
  return async ({ personId, committeeId, conversationId, receivedAt }: LinkRequest): Promise<LinkResult> => {
    const linked = await readModels.committeeOfConversation(conversationId);
    if (linked !== undefined && linked.committeeId !== committeeId) return refuse({ code: 'conversation-linked-elsewhere' });
    const stream = committeeStream(committeeId);
    return log.transact({
      load: { committee: stream },
      decide: ({ committee }): Decided<LinkResult> => {
        if (committee.situation === 'unknown') return { result: refuse({ code: 'no-such-committee' }) };
        if (!holdsRole(committee, personId, receivedAt, 'secretary')) return { result: refuse({ code: 'not-permitted', needs: ['secretary'] }) };
        const result = done({ committee: committee.name });
        if (committee.conversation?.conversationId === conversationId) return { result };
        return { result, append: [{ stream: stream.stream, events: [{ type: 'ConversationLinked', conversationId, linkedBy: personId }] }], actor: { personId }, at: receivedAt };
      },
    });
  };
}
