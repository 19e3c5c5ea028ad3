import { describe, expect, it } from 'vitest';
import { objectedMinutes, plannedMeeting, pressOf, sentMinutes } from '../../support/bench-story.ts';
import { type Bench, drain, mustBeDone, refusedWithout, sweep } from '../../support/committee-bench.ts';

const asking = ({ useCases, by }: Bench, personId: string, meetingId: string) =>
  useCases.showTimeline({ ...by(personId), meetingId });

describe('the timeline of minutes', () => {
  it('tells secretary and chair, by name, who was reached, who answered what, and the end', async () => {
    const bench = await objectedMinutes();
    const { meetingId, objectionId } = bench;
    await mustBeDone(bench.useCases.approveMinutes(pressOf(bench, 'mads')));
    const ruling = {
      version: 1,
      objectionId,
      objectorId: 'bo',
      ruling: 'rejected',
      reason: 'Nej.',
      texts: {},
    } as const;
    await mustBeDone(bench.useCases.ruleOnObjection({ ...bench.by('frida'), meetingId, ...ruling }));
    bench.setTime('2025-09-25 00:02');
    await sweep(bench);
    await drain(bench);
    const { view } = await mustBeDone(asking(bench, 'sigrid', meetingId));
    expect((await mustBeDone(asking(bench, 'frida', meetingId))).view).toEqual(view);
    const [version] = view.versions;
    expect(version?.entries).toMatchObject([
      { kind: 'sent', asked: 3 },
      ...['Frida Formand-Prøve', 'Mads Medlem-Prøve', 'Bo Bisidder-Prøve'].map((name) => ({
        kind: 'told',
        name,
        about: 'notice',
        channel: 'teams',
        result: 'delivered',
      })),
      { kind: 'act', name: 'Mads Medlem-Prøve', verb: 'approve' },
      { kind: 'act', name: 'Bo Bisidder-Prøve', verb: 'object', item: 2 },
      {
        kind: 'ruling',
        name: 'Frida Formand-Prøve',
        ruling: 'rejected',
        objector: 'Bo Bisidder-Prøve',
        item: 2,
      },
      { kind: 'closed', result: 'contested' },
    ]);
  });

  it('is in the order of time', async () => {
    const bench = await objectedMinutes();
    const { view } = await mustBeDone(asking(bench, 'sigrid', bench.meetingId));
    const instants = view.versions.flatMap(({ entries }) => entries.map(({ at }) => at.epochMilliseconds));
    expect(instants).toEqual(instants.toSorted((a, b) => a - b));
  });

  it('is refused to everybody else', async () => {
    const bench = await sentMinutes();
    for (const personId of ['mads', 'bo', 'elev', 'nobody']) {
      await refusedWithout(bench, () => asking(bench, personId, bench.meetingId), {
        code: 'not-permitted',
        needs: ['secretary', 'chair', 'minuteTaker'],
      });
    }
  });

  it('needs minutes that were sent, of a meeting that is known', async () => {
    const bench = await plannedMeeting();
    await refusedWithout(bench, () => asking(bench, 'sigrid', bench.meetingId), { code: 'no-minutes' });
    await refusedWithout(bench, () => asking(bench, 'sigrid', 'unknown'), { code: 'no-meeting' });
  });
});
