import { describe, expect, it } from 'vitest';
import { type MeetingBench, sentMinutes } from '../../support/bench-story.ts';
import { drain, mustBeDone, refusedWithout, sweep } from '../../support/committee-bench.ts';
import { operationTypes } from '../../support/operation-bench.ts';

const reason = 'Der findes ingen nyere kopi.';

async function inSafeMode() {
  const bench = await sentMinutes();
  const at = bench.clock.now().toString();
  for (const seq of [850, 900])
    await bench.anchors.drop({ seq, hash: 'f'.repeat(64), at, occasion: `test/${seq}` });
  await bench.useCases.operation.begin({ clockIsWatched: true });
  await drain(bench);
  const since = bench.messenger.shown('sigrid', 'operation-doubt')?.since ?? '';
  const pressed = (personId: string) => ({ ...bench.by(personId), committeeId: 'luu', since });
  return { ...bench, pressed };
}

const doubtBefore = ({ messenger }: MeetingBench, personId: string) =>
  messenger.shown(personId, 'operation-doubt')?.doubt;

describe('R16: two persons go on without what the log lacks', () => {
  it('the first proposes, and every card says who and why', async () => {
    const bench = await inSafeMode();
    const first = await mustBeDone(bench.useCases.endSafeMode({ ...bench.pressed('sigrid'), reason }));
    expect(first.ended).toBe(false);
    await drain(bench);
    expect(doubtBefore(bench, 'frida')).toMatchObject({ state: 'open', proposal: { reason } });
    await expect(bench.useCases.openEndSafeMode(bench.pressed('frida'))).resolves.toMatchObject({
      view: { card: 'end-safe-mode', doubt: { proposal: { reason } } },
    });
    bench.setTime('2025-09-25 00:02');
    await expect(sweep(bench)).rejects.toThrow('unavailable');
  });

  it('the second agrees; the cards say so, and minutes are decided again', async () => {
    const bench = await inSafeMode();
    let told = 0;
    bench.useCases.doubts.whenSettled(() => {
      told += 1;
    });
    await bench.useCases.operation.beat(undefined);
    await mustBeDone(bench.useCases.endSafeMode({ ...bench.pressed('sigrid'), reason }));
    const second = await mustBeDone(bench.useCases.endSafeMode({ ...bench.pressed('frida'), reason: '' }));
    expect(second.ended).toBe(true);
    expect(told).toBe(1);
    await drain(bench);
    expect(doubtBefore(bench, 'sigrid')).toEqual({ about: 'safe-mode', state: 'over' });
    bench.setTime('2025-09-25 00:02');
    await sweep(bench);
    expect(bench.events.at(-1)?.event).toMatchObject({ type: 'MinutesClosed' });
  });

  it('the next start does not come back to what they agreed upon', async () => {
    const bench = await inSafeMode();
    await mustBeDone(bench.useCases.endSafeMode({ ...bench.pressed('sigrid'), reason }));
    await mustBeDone(bench.useCases.endSafeMode({ ...bench.pressed('frida'), reason: '' }));
    await bench.useCases.operation.begin({ clockIsWatched: true });
    expect(operationTypes(bench)).toEqual(['SafeModeEntered', 'SafeModeEndProposed', 'SafeModeEnded']);
  });

  it('the second must be another person, and both must serve or lead', async () => {
    const bench = await inSafeMode();
    const { endSafeMode } = bench.useCases;
    const needs = ['secretary', 'chair', 'viceChair'] as const;
    const by = (personId: string) => endSafeMode({ ...bench.pressed(personId), reason });
    await refusedWithout(bench, () => by('mads'), { code: 'not-permitted', needs });
    await refusedWithout(bench, () => endSafeMode({ ...bench.pressed('sigrid'), reason: '' }), {
      code: 'reason-needed',
    });
    await mustBeDone(by('sigrid'));
    await refusedWithout(bench, () => by('sigrid'), { code: 'second-person-needed' });
    await refusedWithout(bench, () => by('mads'), { code: 'not-permitted', needs });
  });

  it('a press that comes again after the end does nothing', async () => {
    const bench = await inSafeMode();
    const { endSafeMode } = bench.useCases;
    await mustBeDone(endSafeMode({ ...bench.pressed('sigrid'), reason }));
    await mustBeDone(endSafeMode({ ...bench.pressed('frida'), reason: '' }));
    await refusedWithout(bench, () => endSafeMode({ ...bench.pressed('frida'), reason: '' }), {
      code: 'not-in-safe-mode',
    });
  });

  it('the dialog opens for those alone who can take the next step', async () => {
    const bench = await inSafeMode();
    const { openEndSafeMode, endSafeMode } = bench.useCases;
    const needs = ['secretary', 'chair', 'viceChair'] as const;
    await refusedWithout(bench, () => openEndSafeMode(bench.pressed('mads')), {
      code: 'not-permitted',
      needs,
    });
    await refusedWithout(bench, () => openEndSafeMode({ ...bench.pressed('sigrid'), committeeId: 'x' }), {
      code: 'no-such-committee',
    });
    const { view } = await mustBeDone(openEndSafeMode(bench.pressed('sigrid')));
    expect(view).toMatchObject({ card: 'end-safe-mode', doubt: { what: 'missing' } });
    await mustBeDone(endSafeMode({ ...bench.pressed('sigrid'), reason }));
    await refusedWithout(bench, () => openEndSafeMode(bench.pressed('sigrid')), {
      code: 'second-person-needed',
    });
  });
});
