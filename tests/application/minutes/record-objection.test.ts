import { describe, expect, it } from 'vitest';
import { sentMinutes } from '../../support/bench-story.ts';
import { drain, mustBeDone, refusedWithout, sweep } from '../../support/committee-bench.ts';
import { danish } from '../../support/danish-calendar.ts';

type Sent = Awaited<ReturnType<typeof sentMinutes>>;

const reachedAt = danish('2025-09-19 09:30');

function asked({ messenger, meetingId, by }: Sent, more: object = {}) {
  const { hash = '' } = messenger.shown('bo', 'minutes-for-approval') ?? {};
  return {
    ...by('sigrid'),
    objectorId: 'bo',
    meetingId,
    version: 1,
    hash,
    nonce: 'dialog 1',
    objection: { itemNumber: 2, text: 'Der blev sagt 50.' },
    source: 'letter' as const,
    sourceNote: 'Journalnummer 25/17',
    reachedAt,
    ...more,
  };
}

describe('R17: recording an objection', () => {
  it('is shown to those who rule with its source, and gives the objector a receipt on their own card', async () => {
    const bench = await sentMinutes();
    bench.setTime('2025-09-20 10:00');
    const { receipt, name } = await mustBeDone(bench.useCases.recordObjection(asked(bench)));
    expect(name).toBe('Bo Bisidder-Prøve');
    expect(bench.events.at(-1)).toMatchObject({
      stream: `answer/${bench.meetingId}/1/bo`,
      actor: { personId: 'sigrid' },
      event: { type: 'ObjectionRaised', receipt, onBehalf: { recordedBy: 'sigrid', source: 'letter' } },
    });
    await drain(bench);
    const onBehalf = { source: 'letter', sourceNote: 'Journalnummer 25/17', reachedAt };
    for (const ruler of ['frida', 'sigrid'])
      expect(bench.messenger.shown(ruler, 'objection-received')).toMatchObject({
        objector: 'Bo Bisidder-Prøve',
        late: false,
        onBehalf: { ...onBehalf, recordedBy: 'Sigrid Sekretær-Prøve' },
      });
    expect(bench.messenger.shown('bo', 'minutes-for-approval')?.mine).toMatchObject({
      stance: 'objected',
      objections: [{ receipt, onBehalf }],
    });
    expect(bench.messenger.shown('mads', 'objection-received')).toBeUndefined();
    bench.setTime('2025-09-25 00:02');
    await sweep(bench);
    expect(bench.events.at(-1)?.event).toMatchObject({ type: 'MinutesClosed', result: 'contested' });
  });

  it('can be taken back by the objector alone', async () => {
    const bench = await sentMinutes();
    bench.setTime('2025-09-20 10:00');
    await mustBeDone(bench.useCases.recordObjection(asked(bench)));
    await drain(bench);
    const card = bench.messenger.shown('bo', 'minutes-for-approval');
    const [objection] = card?.mine.stance === 'objected' ? card.mine.objections : [];
    const press = {
      meetingId: bench.meetingId,
      version: 1,
      hash: card?.hash ?? '',
      nonce: 'card',
      objectionId: objection?.objectionId ?? '',
    };
    await refusedWithout(bench, () => bench.useCases.withdrawObjection({ ...bench.by('sigrid'), ...press }), {
      code: 'not-entitled',
    });
    await mustBeDone(bench.useCases.withdrawObjection({ ...bench.by('bo'), ...press }));
  });

  it('that came too late is a late remark, with its receipt on the objector’s card', async () => {
    const bench = await sentMinutes();
    bench.setTime('2025-09-26 10:00');
    await sweep(bench);
    await drain(bench);
    const late = { reachedAt: danish('2025-09-25 10:00') };
    const result = await mustBeDone(bench.useCases.recordObjection(asked(bench, late)));
    expect(result).toMatchObject({ late: danish('2025-09-25 00:00') });
    await drain(bench);
    expect(bench.messenger.shown('frida', 'objection-received')).toMatchObject({
      late: true,
      onBehalf: { source: 'letter' },
    });
    expect(bench.messenger.shown('bo', 'minutes-for-approval')?.remarks).toMatchObject([
      { itemNumber: 2, receipt: result.receipt, onBehalf: { source: 'letter' } },
    ]);
    expect(bench.messenger.shown('mads', 'minutes-outcome')?.result).toBe('approvedTacitly');
  });

  it('R5: sent twice is one objection with one receipt', async () => {
    const bench = await sentMinutes();
    bench.setTime('2025-09-20 10:00');
    const first = await mustBeDone(bench.useCases.recordObjection(asked(bench)));
    const before = bench.events.length;
    const second = await mustBeDone(bench.useCases.recordObjection(asked(bench)));
    expect(second).toEqual({ ...first, repeated: true });
    expect(bench.events.length).toBe(before);
  });

  it('is refused to members, and for persons who may not object', async () => {
    const bench = await sentMinutes();
    bench.setTime('2025-09-20 10:00');
    const record = (more: object) => () => bench.useCases.recordObjection(asked(bench, more));
    const needs = ['secretary', 'minuteTaker'] as const;
    await refusedWithout(bench, record(bench.by('mads')), { code: 'not-permitted', needs });
    await refusedWithout(bench, record({ objectorId: 'elev' }), { code: 'person-not-asked' });
    await refusedWithout(bench, record({ reachedAt: danish('2025-09-20 10:01') }), {
      code: 'impossible-instant',
    });
    await refusedWithout(bench, record({ meetingId: 'unknown' }), { code: 'no-meeting' });
  });
});
