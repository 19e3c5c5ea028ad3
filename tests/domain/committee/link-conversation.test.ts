import { describe, it } from 'vitest';
import type { Conversation } from '../../../src/domain/committee/conversation.ts';
import { type LinkConversation, linkConversation } from '../../../src/domain/committee/link-conversation.ts';
import { danish } from '../../support/danish-calendar.ts';
import { given } from '../../support/given-when-then.ts';
import { committee, committeeAfter } from '../../support/invented-committee.ts';

function link(more: Partial<LinkConversation> = {}, conversation: Conversation = {}) {
  const command = { conversationId: 'chat', linkedBy: 'sigrid', at: danish('2025-09-01 10:00'), ...more };
  return (state: typeof committee) => linkConversation(state, conversation, command);
}

describe('linking a chat to a committee', () => {
  it('is kept with who did it', () => {
    given(committee)
      .when(link())
      .thenHappened({ type: 'ConversationLinked', conversationId: 'chat', linkedBy: 'sigrid' });
  });

  it('again changes nothing, and another chat takes its place', () => {
    const linked = committeeAfter({ type: 'ConversationLinked', conversationId: 'chat', linkedBy: 'sigrid' });
    given(linked)
      .when(link({ belongsTo: 'luu' }))
      .thenNothingHappened();
    given(linked)
      .when(link({ conversationId: 'new chat' }))
      .thenHappened({ conversationId: 'new chat' });
  });

  it('is for the secretary', () => {
    const needs = { code: 'not-permitted', needs: ['secretary'] } as const;
    given(committee)
      .when(link({ linkedBy: 'frida' }))
      .thenRefused(needs);
    given(committee)
      .when(link({ linkedBy: 'nobody', belongsTo: 'amu' }))
      .thenRefused(needs);
  });

  it('is refused for a chat that belongs to another committee', () => {
    given(committee)
      .when(link({ belongsTo: 'amu' }))
      .thenRefused({ code: 'conversation-linked-elsewhere' });
    given(committee)
      .when(link({}, { belongsTo: 'amu' }))
      .thenRefused({ code: 'conversation-linked-elsewhere' });
  });
});
