import type { Committee } from '../../domain/committee/committee.ts';
import type { Conversation, ConversationEvent } from '../../domain/committee/conversation.ts';
import { linkConversation } from '../../domain/committee/link-conversation.ts';
import type { Append, Decided, EventLog } from '../../ports/event-log.ts';
import type { ReadModels } from '../../ports/read-models.ts';
import { done, type Result, refuse } from '../result.ts';
import { committeeStream, conversationStream } from '../streams.ts';

export type LinkRequest = {
  readonly personId: string;
  readonly committeeId: string;
  readonly conversationId: string;
  readonly receivedAt: Temporal.Instant;
};

type LinkResult = Result<{ readonly committee: string }>;

/**
 * The secretary ties the chat she writes in to a committee: its agenda and status cards stand there from now on. The
 * chat's own stream is locked with the committee's: of two committees that want it at once only one gets it.
 */
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
    const chat = conversationStream(conversationId);
    return log.transact({
      load: { committee: stream, conversation: chat },
      decide: ({ committee, conversation }): Decided<LinkResult> => {
        if (committee.situation === 'unknown') return { result: refuse({ code: 'no-such-committee' }) };
        const outcome = linkConversation(committee, conversation, {
          conversationId,
          linkedBy: personId,
          at: receivedAt,
          ...belongsTo,
        });
        if (outcome.kind === 'refused') return { result: refuse(outcome.refusal) };
        return {
          result: done({ committee: committee.name }),
          append: [
            { stream: stream.stream, events: outcome.events },
            ...chatEvents(committee, conversation, conversationId),
          ],
          actor: { personId },
          at: receivedAt,
        };
      },
    });
  };
}

/** The new chat is taken, and the one before is free for others. */
function chatEvents(
  { committeeId, conversation: before }: Committee,
  { belongsTo }: Conversation,
  conversationId: string,
): readonly Append[] {
  const taken: readonly ConversationEvent[] =
    belongsTo === undefined ? [{ type: 'ConversationTaken', committeeId }] : [];
  const left: readonly ConversationEvent[] =
    before === undefined || before.conversationId === conversationId
      ? []
      : [{ type: 'ConversationReleased', committeeId }];
  return [
    { stream: conversationStream(conversationId).stream, events: taken },
    { stream: conversationStream(before?.conversationId ?? conversationId).stream, events: left },
  ];
}
