import { describe, expect, it } from 'vitest';
import { chat, founding, openBench, typesOf } from '../../support/committee-bench.ts';

describe('founding a committee', () => {
  it('keeps its people, rules and chat, as the program’s own act', async () => {
    const bench = await openBench();
    expect(typesOf(bench)).toEqual([
      'OrganisationsRegistered',
      'PeopleRegistered',
      'CommitteeFounded',
      'RulesAdopted',
      'MandatesGranted',
      'ConversationLinked',
      'ConversationTaken',
    ]);
    expect(bench.events.every(({ actor }) => 'system' in actor && actor.system === 'setup')).toBe(true);
    expect(await bench.readModels.committees()).toEqual([
      { committeeId: 'luu', name: 'LUU Prøveskolen', conversationId: chat },
    ]);
  });

  it('that exists changes nothing', async () => {
    const bench = await openBench();
    const before = bench.events.length;
    expect(
      await bench.useCases.foundCommittee({ ...founding, name: 'Et andet navn' }, bench.clock.now()),
    ).toBe(false);
    expect(bench.events.length).toBe(before);
  });

  it('beside another registers the new people only', async () => {
    const bench = await openBench();
    const [first] = founding.people;
    if (first === undefined) throw new TypeError('there are people');
    const stranger = { ...first, personId: 'ole', name: 'Ole Ny-Prøve', identities: [] };
    const { conversationId: _chat, ...amu } = { ...founding, committeeId: 'amu', name: 'AMU Prøve' };
    await bench.useCases.foundCommittee(
      { ...amu, people: [...founding.people, stranger] },
      bench.clock.now(),
    );
    expect(bench.events.slice(7).map(({ event }) => event.type)).toEqual([
      'PeopleRegistered',
      'CommitteeFounded',
      'RulesAdopted',
      'MandatesGranted',
    ]);
    expect(bench.events[7]?.event).toEqual({ type: 'PeopleRegistered', people: [stranger] });
  });
});
