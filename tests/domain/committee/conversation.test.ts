import { expect, it } from 'vitest';
import {
  type ConversationEvent,
  evolveConversation,
  untakenConversation,
} from '../../../src/domain/committee/conversation.ts';
import { folded } from '../../support/given-when-then.ts';

const after = (...events: readonly ConversationEvent[]) =>
  folded(evolveConversation, untakenConversation, events);
const taken = (committeeId: string) => ({ type: 'ConversationTaken', committeeId }) as const;
const released = (committeeId: string) => ({ type: 'ConversationReleased', committeeId }) as const;

it('a chat belongs to the committee that took it first, until that one leaves it', () => {
  expect(after()).toEqual({});
  expect(after(taken('luu'), taken('amu'))).toEqual({ belongsTo: 'luu' });
  expect(after(taken('luu'), released('amu'))).toEqual({ belongsTo: 'luu' });
  expect(after(taken('luu'), released('luu'))).toEqual({});
  expect(after(taken('luu'), released('luu'), taken('amu'))).toEqual({ belongsTo: 'amu' });
});
