import { describe, expect, it } from 'vitest';
import { createCommitteeChats } from '../../../src/application/committee/committee-chats.ts';
import { createIdentitiesOf } from '../../../src/application/committee/identities-of.ts';
import { seatsOf } from '../../../src/application/committee/who-is.ts';
import { chat, founding, openBench } from '../../support/committee-bench.ts';
import { people, seat } from '../../support/invented-committee.ts';

describe('who somebody is', () => {
  it('is told by an account, and accounts by the person', async () => {
    const bench = await openBench();
    const [account] = people[2]?.identities ?? [];
    if (account === undefined) throw new TypeError('Mads has an account');
    expect((await bench.useCases.whoIs(account))?.personId).toBe('mads');
    expect(await bench.useCases.whoIs({ ...account, tenantId: 'other' })).toBeUndefined();
    expect(await createIdentitiesOf(bench)('mads')).toEqual([account]);
    expect(await createIdentitiesOf(bench)('nobody')).toEqual([]);
  });

  it('is told by seats: several in one committee are one, with all their roles', async () => {
    const bench = await openBench();
    const { conversationId: _chat, ...amu } = { ...founding, committeeId: 'amu', name: 'AMU Prøve' };
    const several = [...founding.mandates, seat('mads', { roles: ['secretary'], list: 'none' })];
    await bench.useCases.foundCommittee({ ...amu, mandates: several }, bench.clock.now());
    const seats = await seatsOf(bench, 'mads', bench.clock.now());
    expect(seats.map(({ committee, mandate }) => [committee.name, mandate.roles])).toEqual([
      ['AMU Prøve', ['member', 'secretary']],
      ['LUU Prøveskolen', ['member']],
    ]);
    expect(await seatsOf(bench, 'nobody', bench.clock.now())).toEqual([]);
  });
});

it('a committee’s chat has everybody with a seat, each once', async () => {
  const bench = await openBench();
  const { conversationId: _chat, ...amu } = { ...founding, committeeId: 'amu', name: 'AMU Prøve' };
  await bench.useCases.foundCommittee(amu, bench.clock.now());
  expect(await createCommitteeChats(bench)()).toEqual([
    { conversationId: chat, title: 'LUU Prøveskolen', memberIds: ['sigrid', 'frida', 'mads', 'bo', 'elev'] },
  ]);
});
