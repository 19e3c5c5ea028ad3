import { describe, expect, it } from 'vitest';
import { objectedMinutes, pressOf, sentMinutes, someObjection } from '../../support/bench-story.ts';
import { drain, mustBeDone, refusedWithout, sweep, typesOf, wanted } from '../../support/committee-bench.ts';
import { danish } from '../../support/danish-calendar.ts';

type Sent = Awaited<ReturnType<typeof sentMinutes>>;

const leave = (bench: Sent, more: object = {}) =>
  bench.useCases.endMandate({
    ...bench.by('sigrid'),
    committeeId: 'luu',
    leaverId: 'bo',
    lastDay: '2025-09-20',
    ...more,
  });

const until = danish('2025-09-21 00:00');

describe('R13: an objector who leaves', () => {
  it('leaves the objection standing; the rulers and the successor are told', async () => {
    const bench = await objectedMinutes();
    expect(await mustBeDone(leave(bench, { successorId: 'elev' }))).toEqual({
      kind: 'done',
      name: 'Bo Bisidder-Prøve',
      until,
      successor: 'Elev Elevsen-Prøve',
    });
    expect(await wanted(bench)).toEqual([
      'objection-inherited 1 → elev',
      'objection-received 1 → frida',
      'objection-received 1 → sigrid',
    ]);
    await drain(bench);
    expect(bench.messenger.shown('frida', 'objection-received')?.left).toEqual({
      until,
      successor: 'Elev Elevsen-Prøve',
    });
    expect(bench.messenger.shown('elev', 'objection-inherited')).toMatchObject({
      objector: 'Bo Bisidder-Prøve',
      item: { number: 2, title: 'Praktikpladser' },
      withdrawn: false,
    });
    bench.setTime('2025-09-25 00:02');
    await sweep(bench);
    expect(bench.events.at(-1)?.event).toMatchObject({ type: 'MinutesClosed', result: 'contested' });
  });

  it('the successor is not shown what the objection says, as its sender was promised', async () => {
    const bench = await objectedMinutes();
    await mustBeDone(leave(bench, { successorId: 'elev' }));
    await drain(bench);
    const card = JSON.stringify(bench.messenger.shown('elev', 'objection-inherited'));
    expect(card).not.toContain(someObjection.text);
    expect(card).not.toContain(someObjection.proposedWording);
  });

  it('is told on the successor’s card what became of it', async () => {
    const bench = await objectedMinutes();
    await mustBeDone(leave(bench, { successorId: 'elev' }));
    await drain(bench);
    const { meetingId, objectionId } = bench;
    const ruling = { version: 1, objectionId, objectorId: 'bo', ruling: 'rejected', reason: 'Nej.' } as const;
    await mustBeDone(
      bench.useCases.ruleOnObjection({ ...bench.by('frida'), meetingId, ...ruling, texts: {} }),
    );
    await drain(bench);
    expect(bench.messenger.shown('elev', 'objection-inherited')?.ruling).toEqual({ kind: 'rejected' });
  });

  it('until the last day also objects for the successor to know', async () => {
    const bench = await sentMinutes();
    await mustBeDone(leave(bench, { successorId: 'elev' }));
    await drain(bench);
    await mustBeDone(bench.useCases.objectToMinutes({ ...pressOf(bench, 'bo'), objection: someObjection }));
    await drain(bench);
    expect(bench.messenger.shown('elev', 'objection-inherited')).toMatchObject({ withdrawn: false });
  });

  it('without a successor is told to those who rule', async () => {
    const bench = await objectedMinutes();
    expect(await mustBeDone(leave(bench))).toMatchObject({ until });
    await drain(bench);
    expect(bench.messenger.shown('frida', 'objection-received')?.left).toEqual({ until });
  });

  it('may still rule nothing and change nothing after the last day (R6)', async () => {
    const bench = await objectedMinutes();
    const press = pressOf(bench, 'bo');
    await mustBeDone(leave(bench, { successorId: 'elev' }));
    await drain(bench);
    const { objectionId } = bench;
    bench.setTime(until.subtract({ seconds: 1 }));
    const before = { ...press, ...bench.by('bo') };
    expect(
      (await bench.useCases.objectToMinutes({ ...before, nonce: 'n2', objection: someObjection })).kind,
    ).toBe('done');
    await drain(bench);
    bench.setTime(until);
    const after = { ...press, ...bench.by('bo') };
    const refusal = { code: 'not-a-member' } as const;
    await refusedWithout(bench, () => bench.useCases.withdrawObjection({ ...after, objectionId }), refusal);
    await refusedWithout(
      bench,
      () => bench.useCases.objectToMinutes({ ...after, nonce: 'n3', objection: someObjection }),
      refusal,
    );
    const own = { ...after, ...bench.by('elev'), nonce: 'n4', objection: someObjection };
    expect((await bench.useCases.objectToMinutes(own)).kind).toBe('done');
  });
});

describe('ending a seat', () => {
  it('is for the secretary, of a committee and a seat that are there', async () => {
    const bench = await sentMinutes();
    await refusedWithout(bench, () => leave(bench, bench.by('frida')), {
      code: 'not-permitted',
      needs: ['secretary'],
    });
    await refusedWithout(bench, () => leave(bench, { leaverId: 'nobody' }), { code: 'no-such-seat' });
    await refusedWithout(bench, () => leave(bench, { committeeId: 'unknown' }), {
      code: 'no-such-committee',
    });
    await mustBeDone(leave(bench));
    await refusedWithout(bench, () => leave(bench), { code: 'no-such-seat' });
    expect(typesOf(bench).filter((type) => type === 'MandateEnded')).toHaveLength(1);
  });
});
