import { describe, expect, it } from 'vitest';
import { PortFailure } from '../../../src/ports/port-failure.ts';
import { objectedMinutes, pressOf, sendDraft, sentMinutes } from '../../support/bench-story.ts';
import { drain, mustBeDone, sweep, typesOf, wanted, writeDraft } from '../../support/committee-bench.ts';
import { danish } from '../../support/danish-calendar.ts';

const afterGrace = '2025-09-25 00:02';

describe('the sweep after the deadline', () => {
  it('decides once, stamps the papers and shows the outcome', async () => {
    const bench = await sentMinutes();
    await bench.useCases.approveMinutes(pressOf(bench, 'mads'));
    await drain(bench);
    bench.setTime(afterGrace);
    await sweep(bench);
    expect(bench.events.at(-1)).toMatchObject({
      actor: { system: 'sweep' },
      event: {
        type: 'MinutesClosed',
        result: 'approvedTacitly',
        counts: { entitled: 3, approved: 1, silent: 2 },
      },
    });
    expect(await wanted(bench)).toEqual([
      `anchor closed/${bench.meetingId}/1`,
      'file evidence 1',
      ...['bo', 'frida', 'mads'].map((each) => `minutes-for-approval 1 → ${each}`),
      ...['bo', 'frida', 'mads'].map((each) => `minutes-outcome 1 → ${each}`),
      'minutes-status 1 → committee chat',
      'next-step → sigrid',
      'stamp 1',
    ]);
    await sweep(bench);
    expect(typesOf(bench).filter((type) => type === 'MinutesClosed')).toHaveLength(1);
    await drain(bench);
    expect(bench.messenger.shown('sigrid', 'next-step')?.next).toEqual({ step: 'done' });
    const filed = (await bench.library.list()).filter(({ path }) => path.includes('/minutes '));
    expect(filed.map(({ metadata }) => [metadata.status, metadata.approved])).toEqual([
      ['approvedTacitly', '2025-09-25'],
      ['approvedTacitly', '2025-09-25'],
    ]);
  });

  it('R3: does nothing before the grace is over', async () => {
    const bench = await sentMinutes();
    bench.setTime('2025-09-25 00:01:59');
    await sweep(bench);
    expect(await bench.useCases.closeMinutes(bench.meetingId, 1, danish(afterGrace))).toBe(false);
    expect(typesOf(bench)).not.toContain('MinutesClosed');
  });

  it('R3: waits while a request that came in time is being worked on', async () => {
    const bench = await sentMinutes();
    const press = pressOf(bench, 'bo');
    const sentAt = danish('2025-09-24 23:59:59');
    const receivedAt = danish('2025-09-25 00:01:59');
    const end = bench.useCases.inFlight.begin(receivedAt);
    bench.setTime(afterGrace);
    await expect(sweep(bench)).rejects.toThrow(PortFailure);
    const objection = { text: 'Lige i tide.' };
    await mustBeDone(bench.useCases.objectToMinutes({ ...press, receivedAt, sentAt, objection }));
    end();
    await sweep(bench);
    expect(bench.events.at(-1)?.event).toMatchObject({ type: 'MinutesClosed', result: 'contested' });
  });

  it('R3: does not wait for a request that came too late to count', async () => {
    const bench = await sentMinutes();
    bench.useCases.inFlight.begin(danish(afterGrace));
    bench.setTime(afterGrace);
    await sweep(bench);
    expect(typesOf(bench)).toContain('MinutesClosed');
  });

  it('also decides what passed while the program was off', async () => {
    const bench = await sentMinutes();
    bench.setTime('2025-11-01 08:00');
    await sweep(bench);
    await drain(bench);
    expect(bench.messenger.shown('mads', 'minutes-outcome')?.result).toBe('approvedTacitly');
    const [filed] = (await bench.library.list()).filter(({ path }) => path.includes('/minutes '));
    expect(filed?.metadata.approved).toBe('2025-09-25');
  });

  it('leaves a version alone that a newer one has taken the place of', async () => {
    const bench = await sentMinutes();
    await writeDraft(bench, bench.meetingId, (paper) => ({ ...paper, theme: 'Rettet' }));
    bench.setTime('2025-09-20 10:00');
    await sendDraft(bench);
    bench.setTime(afterGrace);
    expect(await bench.useCases.closeMinutes(bench.meetingId, 1, danish(afterGrace))).toBe(true);
    expect(await bench.useCases.closeMinutes('unknown', 1, danish(afterGrace))).toBe(false);
    expect(typesOf(bench)).not.toContain('MinutesClosed');
    const due = await bench.readModels.due(danish('2026-01-01 00:00'), 10);
    expect(due.map(({ key }) => key)).toEqual([
      `remind/${bench.meetingId}/2/1`,
      `close/${bench.meetingId}/2`,
    ]);
  });

  it('R11: an objection makes it contested; the secretary sends anew, and the new version is decided for itself', async () => {
    const bench = await objectedMinutes();
    bench.setTime(afterGrace);
    await sweep(bench);
    await drain(bench);
    expect(bench.messenger.shown('mads', 'minutes-outcome')?.result).toBe('contested');
    const { meetingId, objectionId } = bench;
    const ruling = {
      meetingId,
      version: 1,
      objectionId,
      objectorId: 'bo',
      ruling: 'rejected',
      reason: 'Nej.',
      texts: {},
    } as const;
    await mustBeDone(bench.useCases.ruleOnObjection({ ...bench.by('frida'), ...ruling }));
    await sendDraft(bench);
    await drain(bench);
    expect(bench.messenger.shown('mads', 'minutes-for-approval')).toMatchObject({
      version: 2,
      state: { kind: 'open' },
    });
    bench.setTime('2025-10-03 00:02');
    await sweep(bench);
    expect(bench.events.at(-1)?.event).toMatchObject({ version: 2, result: 'approvedTacitly' });
  });
});

it('a due key that nobody knows is a defect, not swallowed', async () => {
  const bench = await sentMinutes();
  await expect(bench.sweepDue('what/m1', bench.clock.now())).rejects.toThrow('due key');
});
