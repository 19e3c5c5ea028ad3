import { describe, expect, it } from 'vitest';
import { PortFailure } from '../../../src/ports/port-failure.ts';
import { type MeetingBench, pressOf, sendDraft, sentMinutes } from '../../support/bench-story.ts';
import { drain, mustBeDone, sweep, typesOf, wanted, writeDraft } from '../../support/committee-bench.ts';
import { danish } from '../../support/danish-calendar.ts';
import { downtime } from '../../support/invented-operation.ts';
import { happened, restartAt } from '../../support/operation-bench.ts';

const extensions = ({ events }: MeetingBench) =>
  events.map(({ event }) => event).filter((event) => event.type === 'DeadlineExtended');

/** The deadline is midnight after Wednesday 24 September 2025; the program is off from ten until these wall times. */
async function offFromTenUntil(wallTime: string): Promise<MeetingBench> {
  const bench = await sentMinutes();
  bench.setTime('2025-09-24 10:00');
  await restartAt(bench, wallTime);
  return bench;
}

describe('R8: a start after downtime in the last day', () => {
  it('moves the deadline before anything is taken in, and shows it on the cards', async () => {
    const bench = await offFromTenUntil('2025-09-24 11:01');
    expect(extensions(bench)).toMatchObject([
      { reason: 'downtime', deadline: danish('2025-09-26 00:00').toString() },
    ]);
    const shown = await wanted(bench);
    for (const each of ['minutes-for-approval 1 → mads', 'minutes-status 1 → committee chat', 'stamp 1'])
      expect(shown).toContain(each);
    const due = await bench.readModels.due(danish('2026-01-01 00:00'), 10);
    expect(due.find(({ key }) => key === `close/${bench.meetingId}/1`)?.at.toString()).toBe(
      danish('2025-09-26 00:02').toString(),
    );
  });

  it('moves it also while the program runs on: the store could not be reached for so long', async () => {
    const bench = await sentMinutes();
    bench.setTime('2025-09-24 10:00');
    await bench.processes.beat(bench.clock.now(), bench.clock.now());
    const shown = danish('2025-09-24 11:30');
    bench.setTime(shown);
    await bench.useCases.operation.beat({ expected: shown, shown });
    expect(typesOf(bench).slice(-2)).toEqual(['DowntimeRecorded', 'DeadlineExtended']);
  });

  it('of an hour moves nothing', async () => {
    expect(extensions(await offFromTenUntil('2025-09-24 11:00'))).toEqual([]);
  });

  it('lets an objection count that came before the new deadline, and closes after that', async () => {
    const bench = await offFromTenUntil('2025-09-25 09:00');
    await bench.useCases.witnessClock({ receivedAt: bench.clock.now(), sentAt: bench.clock.now() });
    const objection = { text: 'Jeg kunne ikke svare i går.' };
    const said = await mustBeDone(bench.useCases.objectToMinutes({ ...pressOf(bench, 'bo'), objection }));
    expect(said.late).toBeUndefined();
    await sweep(bench);
    expect(typesOf(bench)).not.toContain('MinutesClosed');
    bench.setTime('2025-09-27 00:02');
    await sweep(bench);
    expect(bench.events.at(-1)?.event).toMatchObject({ type: 'MinutesClosed', result: 'contested' });
  });

  it('moves it once, however often the program starts', async () => {
    const bench = await offFromTenUntil('2025-09-24 12:00');
    await restartAt(bench, '2025-09-24 12:00:05');
    await restartAt(bench, '2025-09-24 12:00:10');
    expect(extensions(bench)).toHaveLength(1);
  });

  it('is made good at the next start where the program died before it moved the deadline', async () => {
    const bench = await sentMinutes();
    bench.setTime('2025-09-24 15:00');
    await happened(bench, downtime('2025-09-24 10:00', '2025-09-24 12:00'));
    await restartAt(bench, '2025-09-24 15:00:10');
    expect(extensions(bench)).toHaveLength(1);
  });

  it('looks at the newest version only, and not at minutes that are decided', async () => {
    const bench = await sentMinutes();
    bench.setTime('2025-09-20 10:00');
    await writeDraft(bench, bench.meetingId, (paper) => ({ ...paper, theme: 'Rettet' }));
    await sendDraft(bench);
    await drain(bench);
    bench.setTime('2025-09-24 10:00');
    await restartAt(bench, '2025-09-24 12:00');
    expect(extensions(bench)).toEqual([]);
  });
});

describe('R8: a closing', () => {
  it('looks once more before it decides: a record that nobody had acted upon gives the day all the same', async () => {
    const bench = await sentMinutes();
    await happened(bench, downtime('2025-09-24 10:00', '2025-09-24 12:00'));
    bench.setTime('2025-09-25 00:02');
    await sweep(bench);
    expect(typesOf(bench).slice(-1)).toEqual(['DeadlineExtended']);
    bench.setTime('2025-09-26 00:02');
    await sweep(bench);
    expect(bench.events.at(-1)?.event).toMatchObject({ type: 'MinutesClosed', version: 1 });
  });

  it('is held back by a doubtful clock also where the downtime gave no more time', async () => {
    const bench = await offFromTenUntil('2025-09-24 10:30');
    bench.setTime('2025-09-25 00:02');
    await expect(sweep(bench)).rejects.toThrow(PortFailure);
    expect(extensions(bench)).toEqual([]);
  });
});
