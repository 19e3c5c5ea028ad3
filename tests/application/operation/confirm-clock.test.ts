import { describe, expect, it } from 'vitest';
import { PortFailure } from '../../../src/ports/port-failure.ts';
import { type MeetingBench, pressOf, sentMinutes } from '../../support/bench-story.ts';
import { drain, mustBeDone, refusedWithout, sweep, typesOf, wanted } from '../../support/committee-bench.ts';
import { operationTypes, restartAt } from '../../support/operation-bench.ts';

const since = '2025-09-25T06:00:00Z';

/** The program was off over the deadline and the grace, longer than a clock is believed, and not an hour before it. */
async function doubtful(): Promise<MeetingBench> {
  const bench = await sentMinutes();
  bench.setTime('2025-09-24 23:30');
  await restartAt(bench, '2025-09-25 08:00');
  return bench;
}

const confirm = (bench: MeetingBench, personId: string) =>
  bench.useCases.confirmClock({ ...bench.by(personId), committeeId: 'luu', since });

describe('R15: while the clock is doubted', () => {
  it('nothing is closed, and it is tried again', async () => {
    const bench = await doubtful();
    await expect(sweep(bench)).rejects.toThrow(PortFailure);
    await expect(sweep(bench)).rejects.toThrow(PortFailure);
    expect(typesOf(bench)).not.toContain('MinutesClosed');
  });

  it('the secretary and the chair are told when a closing was held back by it, not before, and once', async () => {
    const bench = await doubtful();
    const about = `operation-doubt → `;
    expect((await wanted(bench)).filter((each) => each.startsWith(about))).toEqual([]);
    await expect(sweep(bench)).rejects.toThrow(PortFailure);
    expect((await wanted(bench)).filter((each) => each.startsWith(about))).toEqual([
      'operation-doubt → frida',
      'operation-doubt → sigrid',
    ]);
    await drain(bench);
    await expect(sweep(bench)).rejects.toThrow(PortFailure);
    expect((await wanted(bench)).filter((each) => each.startsWith(about))).toEqual([]);
    expect(operationTypes(bench).filter((type) => type === 'DecisionHeldBack')).toHaveLength(1);
    expect(bench.messenger.shown('sigrid', 'operation-doubt')).toMatchObject({
      committee: 'LUU Prøveskolen',
      since,
      doubt: { about: 'clock', state: 'open', kind: 'forward' },
    });
  });

  it('acts are received as always', async () => {
    const bench = await doubtful();
    const objection = { text: 'Stadig uenig.' };
    const said = await mustBeDone(bench.useCases.objectToMinutes({ ...pressOf(bench, 'bo'), objection }));
    expect(said.late).toBeDefined();
    expect(typesOf(bench)).toContain('LateRemarkMade');
  });
});

describe('R15: when the secretary or the chair says that the time is right', () => {
  it.each(['sigrid', 'frida'])('what waited is decided: %s', async (personId) => {
    const bench = await doubtful();
    await expect(sweep(bench)).rejects.toThrow(PortFailure);
    await drain(bench);
    const { at } = await mustBeDone(confirm(bench, personId));
    expect(at.toString()).toBe(since);
    await sweep(bench);
    expect(bench.events.at(-1)?.event).toMatchObject({ type: 'MinutesClosed', result: 'approvedTacitly' });
  });

  it('their cards say so', async () => {
    const bench = await doubtful();
    await expect(sweep(bench)).rejects.toThrow(PortFailure);
    await drain(bench);
    await mustBeDone(confirm(bench, 'sigrid'));
    await drain(bench);
    for (const person of ['sigrid', 'frida'])
      expect(bench.messenger.shown(person, 'operation-doubt')?.doubt).toEqual({
        about: 'clock',
        state: 'over',
      });
  });

  it('nobody is told who had not been told of the doubt', async () => {
    const bench = await doubtful();
    await mustBeDone(confirm(bench, 'sigrid'));
    expect((await wanted(bench)).filter((each) => each.startsWith('operation-doubt'))).toEqual([]);
  });

  it('others cannot, and no card of an older doubt can', async () => {
    const bench = await doubtful();
    const needs = ['secretary', 'chair'] as const;
    await refusedWithout(bench, () => confirm(bench, 'mads'), { code: 'not-permitted', needs });
    const old = { ...bench.by('sigrid'), committeeId: 'luu', since: '2025-09-01T00:00:00Z' };
    await refusedWithout(bench, () => bench.useCases.confirmClock(old), { code: 'clock-not-doubted' });
    const elsewhere = { ...bench.by('sigrid'), committeeId: 'unknown', since };
    await refusedWithout(bench, () => bench.useCases.confirmClock(elsewhere), { code: 'no-such-committee' });
  });

  it('whoever waits for it is told at once, and not for a doubt that stays', async () => {
    const bench = await doubtful();
    let told = 0;
    bench.useCases.doubts.whenSettled(() => {
      told += 1;
    });
    await confirm(bench, 'mads');
    expect(told).toBe(0);
    await mustBeDone(confirm(bench, 'sigrid'));
    expect(told).toBe(1);
  });
});
