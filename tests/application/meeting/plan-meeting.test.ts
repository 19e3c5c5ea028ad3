import { describe, expect, it } from 'vitest';
import { plannedMeeting } from '../../support/bench-story.ts';
import { mustBeDone, openBench, refusedWithout, typesOf, wanted } from '../../support/committee-bench.ts';

const day = { committeeId: 'luu', date: '2025-09-10', from: '09:00', to: '12:00' };

describe('planning a meeting', () => {
  it('keeps it with its standing items, finds it by date, and tells the secretary what comes next', async () => {
    const bench = await openBench();
    const { meetingId } = await mustBeDone(bench.useCases.planMeeting({ ...bench.by('sigrid'), ...day }));
    expect(typesOf(bench).slice(-2)).toEqual(['MeetingPlanned', 'AgendaDrafted']);
    expect(await bench.readModels.meetingsOf('luu')).toEqual([
      { meetingId, committeeId: 'luu', date: '2025-09-10', situation: 'agendaDrafted' },
    ]);
    expect(await wanted(bench)).toEqual(['next-step → sigrid']);
    expect(await bench.useCases.meetingDate(meetingId)).toBe('2025-09-10');
  });

  it('gives every item an id that deciding again would give', async () => {
    const drafted = async () => (await plannedWithStandingItems()).events.at(-1)?.event;
    expect(await drafted()).toEqual(await drafted());
  });

  it('is refused on a day that has a meeting, also by a double press', async () => {
    const bench = await plannedMeeting();
    const again = () => bench.useCases.planMeeting({ ...bench.by('sigrid'), ...day });
    await refusedWithout(bench, again, { code: 'meeting-exists', date: '2025-09-10' });
  });

  it('goes by the day a meeting was moved to, and leaves the day it was moved from free', async () => {
    const bench = await plannedMeeting();
    const stream = `meeting/${bench.meetingId}`;
    const events = [{ type: 'MeetingMoved', date: '2025-09-17', from: '09:00', to: '12:00' }] as const;
    await bench.log.transact({
      load: {},
      decide: () => ({ result: 0, append: [{ stream, events }], at: bench.clock.now() }),
    });
    const plan = (date: string) => bench.useCases.planMeeting({ ...bench.by('sigrid'), ...day, date });
    await refusedWithout(bench, () => plan('2025-09-17'), { code: 'meeting-exists', date: '2025-09-17' });
    expect((await mustBeDone(plan('2025-09-10'))).meetingId).not.toBe(bench.meetingId);
    const rows = await bench.readModels.meetingsOf('luu');
    expect(rows.map(({ date }) => date)).toEqual(['2025-09-17', '2025-09-10']);
  });

  it('takes the place of a meeting that was cancelled', async () => {
    const bench = await plannedMeeting();
    const stream = `meeting/${bench.meetingId}`;
    const events = [{ type: 'MeetingCancelled', reason: 'Sne' }] as const;
    await bench.log.transact({
      load: {},
      decide: () => ({ result: 0, append: [{ stream, events }], at: bench.clock.now() }),
    });
    const again = await mustBeDone(bench.useCases.planMeeting({ ...bench.by('sigrid'), ...day }));
    expect(again.meetingId).not.toBe(bench.meetingId);
  });

  it('is one meeting when two presses come at once', async () => {
    const bench = await openBench();
    const press = () => bench.useCases.planMeeting({ ...bench.by('sigrid'), ...day });
    const results = await Promise.all([press(), press()]);
    expect(results.map(({ kind }) => kind).toSorted()).toEqual(['done', 'refused']);
    expect(typesOf(bench).filter((type) => type === 'MeetingPlanned')).toHaveLength(1);
  });

  it('is refused to others than the secretary, and for a committee that is not known', async () => {
    const bench = await openBench();
    await refusedWithout(bench, () => bench.useCases.planMeeting({ ...bench.by('mads'), ...day }), {
      code: 'not-permitted',
      needs: ['secretary'],
    });
    await refusedWithout(
      bench,
      () => bench.useCases.planMeeting({ ...bench.by('sigrid'), ...day, committeeId: 'amu' }),
      {
        code: 'no-such-committee',
      },
    );
  });
});

async function plannedWithStandingItems() {
  const bench = await openBench();
  await mustBeDone(bench.useCases.planMeeting({ ...bench.by('sigrid'), ...day }));
  return bench;
}
