import { describe, expect, it } from 'vitest';
import {
  heldMeeting,
  objectedMinutes,
  pressOf,
  sentMinutes,
  someObjection,
} from '../../support/bench-story.ts';
import { drain, mustBeDone, refusedWithout, sweep, typesOf, wanted } from '../../support/committee-bench.ts';
import { danish } from '../../support/danish-calendar.ts';

const receipt = expect.stringMatching(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{2}$/);

describe('R1: an act on minutes', () => {
  it('is acknowledged with a receipt that is in the log, with who pressed and when it came', async () => {
    const bench = await sentMinutes();
    const done = await mustBeDone(bench.useCases.approveMinutes(pressOf(bench, 'mads')));
    expect(done).toEqual({ kind: 'done', receipt, at: bench.clock.now(), repeated: false });
    const stored = bench.events.at(-1);
    expect(stored).toMatchObject({
      stream: `answer/${bench.meetingId}/1/mads`,
      actor: { personId: 'mads' },
      event: { type: 'ApprovalGiven', receipt: done.receipt },
    });
    expect(stored?.at.toString()).toBe(done.at.toString());
  });

  it('changes the own card, the count in the chat and the secretary’s card, and nobody else’s', async () => {
    const bench = await sentMinutes();
    await bench.useCases.approveMinutes(pressOf(bench, 'mads'));
    expect(await wanted(bench)).toEqual([
      'minutes-for-approval 1 → mads',
      'minutes-status 1 → committee chat',
      'next-step → sigrid',
    ]);
    await drain(bench);
    expect(bench.messenger.shown('mads', 'minutes-for-approval')?.mine).toMatchObject({
      stance: 'approved',
      receipt,
    });
    expect(bench.messenger.shown('committee chat', 'minutes-status')?.counts).toEqual({
      entitled: 3,
      approved: 1,
      objected: 0,
    });
    expect(bench.messenger.shown('bo', 'minutes-for-approval')?.mine).toEqual({ stance: 'silent' });
  });

  it('that is refused writes nothing', async () => {
    const bench = await sentMinutes();
    const press = pressOf(bench, 'mads');
    const { approveMinutes } = bench.useCases;
    await refusedWithout(bench, () => approveMinutes({ ...press, ...bench.by('nobody') }), {
      code: 'not-a-member',
    });
    await refusedWithout(bench, () => approveMinutes({ ...press, ...bench.by('elev') }), {
      code: 'not-entitled',
    });
    await refusedWithout(bench, () => approveMinutes({ ...press, meetingId: 'unknown' }), {
      code: 'no-meeting',
    });
    await refusedWithout(bench, () => approveMinutes({ ...press, hash: 'forged' }), {
      code: 'version-superseded',
      newest: 1,
    });
    const held = await heldMeeting();
    await refusedWithout(
      held,
      () => held.useCases.approveMinutes({ ...press, ...held.by('mads'), meetingId: held.meetingId }),
      {
        code: 'no-minutes',
      },
    );
  });
});

describe('R5: the same press', () => {
  it('gives the receipt and the instant of the first time, and writes nothing', async () => {
    const bench = await sentMinutes();
    const press = pressOf(bench, 'mads');
    const first = await mustBeDone(bench.useCases.approveMinutes(press));
    await drain(bench);
    bench.setTime('2025-09-13 10:00');
    const before = bench.events.length;
    const again = await bench.useCases.approveMinutes({ ...press, receivedAt: bench.clock.now() });
    expect(again).toEqual({ ...first, repeated: true });
    expect(bench.events.length).toBe(before);
    expect(await wanted(bench)).toEqual([]);
  });

  it('delivered twenty times at once is one approval', async () => {
    const bench = await sentMinutes();
    const press = pressOf(bench, 'mads');
    const results = await Promise.all(Array.from({ length: 20 }, () => bench.useCases.approveMinutes(press)));
    expect(new Set(results.map((each) => (each.kind === 'done' ? each.receipt : ''))).size).toBe(1);
    expect(typesOf(bench).filter((type) => type === 'ApprovalGiven')).toHaveLength(1);
  });

  it('delivered again after the withdrawal leaves it withdrawn', async () => {
    const bench = await sentMinutes();
    const approve = pressOf(bench, 'mads');
    await bench.useCases.approveMinutes(approve);
    await drain(bench);
    await mustBeDone(bench.useCases.withdrawApproval(pressOf(bench, 'mads')));
    expect(await bench.useCases.approveMinutes(approve)).toMatchObject({ kind: 'done', repeated: true });
    await drain(bench);
    expect(bench.messenger.shown('mads', 'minutes-for-approval')?.mine).toEqual({ stance: 'silent' });
  });
});

describe('an objection', () => {
  it('is told to those who rule, counted in the chat, and shown to nobody else', async () => {
    const bench = await objectedMinutes();
    expect(bench.messenger.standing().filter((card) => card.startsWith('objection'))).toEqual([
      'objection-received → frida',
      'objection-received → sigrid',
    ]);
    expect(bench.messenger.shown('frida', 'objection-received')).toMatchObject({
      objector: 'Bo Bisidder-Prøve',
      objection: someObjection,
      item: { number: 2, title: 'Praktikpladser' },
      late: false,
    });
    expect(bench.messenger.shown('committee chat', 'minutes-status')?.counts.objected).toBe(1);
    expect(JSON.stringify(bench.messenger.shown('committee chat', 'minutes-status'))).not.toContain('50');
    expect(bench.messenger.shown('sigrid', 'next-step')?.next).toEqual({
      step: 'rule-on-objections',
      count: 1,
    });
  });

  it('R5: by the same press is one objection, and is not replaced by an approval', async () => {
    const bench = await sentMinutes();
    const press = { ...pressOf(bench, 'bo'), objection: someObjection };
    const first = await mustBeDone(bench.useCases.objectToMinutes(press));
    expect(await bench.useCases.objectToMinutes(press)).toEqual({ ...first, repeated: true });
    await refusedWithout(bench, () => bench.useCases.approveMinutes(press), { code: 'objection-stands' });
    expect(typesOf(bench).filter((type) => type === 'ObjectionRaised')).toHaveLength(1);
  });

  it('R10: after the deadline is kept as a late remark, which is said', async () => {
    const bench = await sentMinutes();
    bench.setTime('2025-09-25 00:00');
    const late = await mustBeDone(
      bench.useCases.objectToMinutes({ ...pressOf(bench, 'bo'), objection: someObjection }),
    );
    expect(late).toMatchObject({ receipt, repeated: false });
    expect(late.late?.toString()).toBe(danish('2025-09-25 00:00').toString());
    bench.setTime('2025-09-25 00:02');
    await sweep(bench);
    await drain(bench);
    expect(bench.messenger.shown('bo', 'minutes-outcome')?.result).toBe('approvedTacitly');
    expect(bench.messenger.shown('frida', 'objection-received')?.late).toBe(true);
    const again = await bench.useCases.objectToMinutes({ ...pressOf(bench, 'bo'), objection: someObjection });
    expect(again).toMatchObject({ kind: 'done', late: late.late });
  });

  it('is taken back by its sender only, and every button of a card is an act of its own', async () => {
    const bench = await objectedMinutes();
    await bench.useCases.objectToMinutes({ ...pressOf(bench, 'bo'), objection: { text: 'Og fremmødet.' } });
    await drain(bench);
    const mine = bench.messenger.shown('bo', 'minutes-for-approval')?.mine;
    const [first, second] = mine?.stance === 'objected' ? mine.objections : [];
    const withdraw = (by: string, objectionId = '') =>
      bench.useCases.withdrawObjection({ ...pressOf(bench, 'bo'), ...bench.by(by), objectionId });
    await refusedWithout(bench, () => withdraw('mads', first?.objectionId), { code: 'no-such-objection' });
    expect(await withdraw('bo', first?.objectionId)).toMatchObject({ kind: 'done', repeated: false });
    expect(await withdraw('bo', first?.objectionId)).toMatchObject({ kind: 'done', repeated: true });
    expect(bench.events.at(-1)?.event).toMatchObject({ othersStand: true });
    expect(await withdraw('bo', second?.objectionId)).toMatchObject({ kind: 'done', repeated: false });
    await drain(bench);
    expect(bench.messenger.shown('bo', 'minutes-for-approval')?.mine).toEqual({ stance: 'silent' });
    expect(bench.messenger.shown('committee chat', 'minutes-status')?.counts.objected).toBe(0);
    expect(bench.messenger.shown('frida', 'objection-received')?.withdrawn).toBe(true);
  });
});
