import { describe, expect, it } from 'vitest';
import {
  chat,
  founding,
  mustBeDone,
  openBench,
  refusedWithout,
  typesOf,
} from '../../support/committee-bench.ts';

describe('linking a chat', () => {
  it('is found by the chat from then on, and the one before is let go', async () => {
    const bench = await openBench();
    const wish = { ...bench.by('sigrid'), committeeId: 'luu', conversationId: 'new chat' };
    expect(await mustBeDone(bench.useCases.linkConversation(wish))).toEqual({
      kind: 'done',
      committee: 'LUU Prøveskolen',
    });
    expect(await bench.readModels.committeeOfConversation('new chat')).toMatchObject({ committeeId: 'luu' });
    expect(await bench.readModels.committeeOfConversation(chat)).toBeUndefined();
  });

  it('again writes nothing', async () => {
    const bench = await openBench();
    const before = bench.events.length;
    await mustBeDone(
      bench.useCases.linkConversation({ ...bench.by('sigrid'), committeeId: 'luu', conversationId: chat }),
    );
    expect(bench.events.length).toBe(before);
    expect(typesOf(bench).filter((type) => type === 'ConversationLinked')).toHaveLength(1);
  });

  it('is refused to members, for unknown committees, and where it belongs to another', async () => {
    const bench = await openBench();
    const { conversationId: _chat, ...amu } = { ...founding, committeeId: 'amu', name: 'AMU Prøve' };
    await bench.useCases.foundCommittee(amu, bench.clock.now());
    const link = (personId: string, committeeId: string, conversationId: string) => () =>
      bench.useCases.linkConversation({ ...bench.by(personId), committeeId, conversationId });
    await refusedWithout(bench, link('frida', 'luu', 'x'), { code: 'not-permitted', needs: ['secretary'] });
    await refusedWithout(bench, link('sigrid', 'unknown', 'x'), { code: 'no-such-committee' });
    await refusedWithout(bench, link('sigrid', 'amu', chat), { code: 'conversation-linked-elsewhere' });
  });

  it('at once by two committees succeeds for one of them', async () => {
    const bench = await openBench();
    const { conversationId: _chat, ...amu } = { ...founding, committeeId: 'amu', name: 'AMU Prøve' };
    await bench.useCases.foundCommittee(amu, bench.clock.now());
    const link = (committeeId: string) =>
      bench.useCases.linkConversation({ ...bench.by('sigrid'), committeeId, conversationId: 'new chat' });
    const results = await Promise.all([link('luu'), link('amu')]);
    expect(results.map(({ kind }) => kind).toSorted()).toEqual(['done', 'refused']);
    expect(results.find(({ kind }) => kind === 'refused')).toEqual({
      kind: 'refused',
      refusal: { code: 'conversation-linked-elsewhere' },
    });
    const taken = bench.events.filter(({ stream }) => stream === 'conversation/new chat');
    expect(taken.map(({ event }) => event.type)).toEqual(['ConversationTaken']);
  });

  it('leaves the chat before to whoever wants it', async () => {
    const bench = await openBench();
    const { conversationId: _chat, ...amu } = { ...founding, committeeId: 'amu', name: 'AMU Prøve' };
    await bench.useCases.foundCommittee(amu, bench.clock.now());
    const link = (committeeId: string, conversationId: string) =>
      bench.useCases.linkConversation({ ...bench.by('sigrid'), committeeId, conversationId });
    await mustBeDone(link('luu', 'new chat'));
    await mustBeDone(link('amu', chat));
    expect(await bench.readModels.committeeOfConversation(chat)).toMatchObject({ committeeId: 'amu' });
  });
});
