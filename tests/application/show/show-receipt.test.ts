import { describe, expect, it } from 'vitest';
import {
  objectedMinutes,
  pressOf,
  sendDraft,
  sentMinutes,
  someObjection,
} from '../../support/bench-story.ts';
import { type Bench, drain, mustBeDone, sweep, writeDraft } from '../../support/committee-bench.ts';
import { danish } from '../../support/danish-calendar.ts';

const asking = (bench: Bench, personId: string, receipt: string) =>
  bench.useCases.showReceipt({
    ...bench.by(personId),
    conversationId: `of ${personId}`,
    scope: 'personal',
    receipt,
  });

const unknown = { kind: 'refused', refusal: { code: 'no-such-receipt' } };

describe('a receipt', () => {
  it('tells its person what was done, that it stands, and until when it can be changed', async () => {
    const bench = await sentMinutes();
    const { receipt, at } = await mustBeDone(bench.useCases.approveMinutes(pressOf(bench, 'mads')));
    const { views } = await mustBeDone(asking(bench, 'mads', receipt));
    expect(views).toMatchObject([
      {
        meeting: { committee: 'LUU Prøveskolen', date: '2025-09-10' },
        version: 1,
        receipt,
        verb: 'approve',
        at,
        standing: 'stands',
        outcome: { kind: 'open', deadline: danish('2025-09-25 00:00') },
      },
    ]);
  });

  it('is unknown to everybody else, as is a code that was never given', async () => {
    const bench = await sentMinutes();
    const { receipt } = await mustBeDone(bench.useCases.approveMinutes(pressOf(bench, 'mads')));
    for (const personId of ['bo', 'frida', 'sigrid', 'nobody'])
      expect(await asking(bench, personId, receipt)).toEqual(unknown);
    expect(await asking(bench, 'mads', '0000-00')).toEqual(unknown);
  });

  it('of an objection names its item and the ruling, and that a newer version was sent', async () => {
    const bench = await objectedMinutes();
    const { meetingId, objectionId } = bench;
    const receipt = bench.messenger.shown('bo', 'minutes-for-approval')?.mine;
    const code = receipt?.stance === 'objected' ? (receipt.objections[0]?.receipt ?? '') : '';
    await mustBeDone(
      bench.useCases.ruleOnObjection({
        ...bench.by('frida'),
        meetingId,
        version: 1,
        objectionId,
        objectorId: 'bo',
        ruling: 'accepted',
        reason: 'Bo har ret.',
        texts: { decision: 'Udvalget anbefaler 50 pladser.' },
      }),
    );
    await drain(bench);
    await writeDraft(bench, meetingId, (paper) => ({ ...paper, theme: 'Ny' }));
    await sendDraft(bench);
    const { views } = await mustBeDone(asking(bench, 'bo', code));
    expect(views).toMatchObject([
      {
        verb: 'object',
        item: someObjection.itemNumber,
        standing: 'stands',
        ruling: { kind: 'accepted', reason: 'Bo har ret.' },
        outcome: { kind: 'superseded', newest: 2 },
      },
    ]);
  });

  it('tells the result, and while it is not there yet that it is awaited', async () => {
    const bench = await sentMinutes();
    const { receipt } = await mustBeDone(bench.useCases.approveMinutes(pressOf(bench, 'mads')));
    bench.setTime('2025-09-25 00:01');
    expect((await mustBeDone(asking(bench, 'mads', receipt))).views).toMatchObject([
      { outcome: { kind: 'awaiting' } },
    ]);
    bench.setTime('2025-09-25 00:02');
    await sweep(bench);
    expect((await mustBeDone(asking(bench, 'mads', receipt))).views).toMatchObject([
      { outcome: { kind: 'decided', result: 'approvedTacitly' } },
    ]);
  });
});
