import { describe, expect, it } from 'vitest';
import { answerMessage } from '../../../src/adapters/teams/verbs/messages.ts';
import type { Known } from '../../../src/adapters/teams/verbs/use-cases.ts';
import type { Person } from '../../../src/domain/committee/people.ts';
import { pressOf, sentMinutes } from '../../support/bench-story.ts';
import { mustBeDone } from '../../support/committee-bench.ts';
import { people } from '../../support/invented-committee.ts';
import { wordsOf } from '../../texts/words-of.ts';

async function approvedByMads() {
  const bench = await sentMinutes();
  const { receipt } = await mustBeDone(bench.useCases.approveMinutes(pressOf(bench, 'mads')));
  const ask = async (text: string, personId = 'mads', scope: 'personal' | 'groupChat' = 'personal') => {
    const person = people.find((each) => each.personId === personId) as Person;
    const turn = { ...bench.by(personId), conversation: { id: 'committee chat', scope } };
    const said = await answerMessage(bench.useCases, { turn, person } as unknown as Known, text);
    return said.map((each) => ('card' in each ? wordsOf(each.card).join('\n') : each.text)).join('\n');
  };
  return { receipt, ask };
}

describe('the word status', () => {
  it('with a receipt, however it is written, tells what the code was given for', async () => {
    const { receipt, ask } = await approvedByMads();
    const sloppy = receipt.toLowerCase().replace('-', ' ');
    for (const text of [`status ${receipt}`, `Status: ${sloppy}`, `STATUS ${sloppy}, tak for hjælpen`]) {
      const answer = await ask(text);
      expect(answer).toContain(`Kvittering ${receipt}`);
      expect(answer).toContain('godkendte du version 1');
      expect(answer).toContain('Godkendelsen står.');
    }
  });

  it('with the receipt of another person tells nothing of it', async () => {
    const { receipt, ask } = await approvedByMads();
    const answer = await ask(`status ${receipt}`, 'bo');
    expect(answer).toContain('Kvitteringen findes ikke blandt dine egne');
    expect(answer).toBe(await ask('status 0000-00', 'bo'));
  });

  it('alone, or with words that are no code, is what it was', async () => {
    const { ask } = await approvedByMads();
    const alone = await ask('status');
    expect(alone).toContain('Referat fra mødet');
    expect(await ask('status på mødet')).toBe(alone);
  });

  it('with a receipt in a chat that others read shows the shared status', async () => {
    const { receipt, ask } = await approvedByMads();
    expect(await ask(`status ${receipt}`, 'mads', 'groupChat')).not.toContain(receipt);
  });
});
