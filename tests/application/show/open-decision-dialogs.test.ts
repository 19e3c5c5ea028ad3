import { describe, expect, it } from 'vitest';
import { heldMeeting, sendDraft, sentMinutes } from '../../support/bench-story.ts';
import { drain, mustBeDone, refusedWithout } from '../../support/committee-bench.ts';
import { danish } from '../../support/danish-calendar.ts';
import { undecidedMinutes } from '../../support/undecided-minutes.ts';

type Sent = Awaited<ReturnType<typeof sentMinutes>>;

const opened = (bench: Sent, by: string) => ({ ...bench.by(by), meetingId: bench.meetingId, version: 1 });

describe('the dialog of an objection on behalf', () => {
  it('offers those who may object, the items, and now', async () => {
    const bench = await sentMinutes();
    bench.setTime('2025-09-20 10:05');
    const { recordObjection } = bench.useCases.openDecisionDialogs;
    const { view } = await mustBeDone(recordObjection(opened(bench, 'sigrid')));
    expect(view).toMatchObject({
      card: 'record-objection',
      version: 1,
      persons: [
        { personId: 'bo', name: 'Bo Bisidder-Prøve' },
        { personId: 'frida', name: 'Frida Formand-Prøve' },
        { personId: 'mads', name: 'Mads Medlem-Prøve' },
      ],
      items: [{ number: 1 }, { number: 2 }, { number: 3 }],
      date: '2025-09-20',
      time: '10:05',
    });
    await refusedWithout(bench, () => recordObjection(opened(bench, 'frida')), {
      code: 'not-permitted',
      needs: ['secretary', 'minuteTaker'],
    });
    const held = await heldMeeting();
    await refusedWithout(
      held,
      () => held.useCases.openDecisionDialogs.recordObjection(opened(held, 'sigrid')),
      {
        code: 'no-minutes',
      },
    );
  });
});

describe('the dialog of more time', () => {
  it('tells the deadline, proposes the next open day, and names who was not reached', async () => {
    const bench = await heldMeeting();
    bench.setTime('2025-09-12 15:00');
    bench.messenger.block('bo', 'denied');
    await sendDraft(bench);
    await drain(bench);
    const { extendDeadline } = bench.useCases.openDecisionDialogs;
    const { view } = await mustBeDone(extendDeadline(opened(bench, 'sigrid')));
    expect(view).toMatchObject({
      card: 'extend-deadline',
      deadline: danish('2025-09-25 00:00'),
      proposedDay: '2025-09-25',
      unreached: ['Bo Bisidder-Prøve'],
    });
    await refusedWithout(bench, () => extendDeadline(opened(bench, 'frida')), {
      code: 'not-permitted',
      needs: ['secretary'],
    });
  });
});

describe('the dialog of the first yes', () => {
  it('says whether the other must be chair or vice-chair', async () => {
    const bench = await undecidedMinutes();
    const { approveByTwo } = bench.useCases.openDecisionDialogs;
    expect((await mustBeDone(approveByTwo(opened(bench, 'sigrid')))).view).toMatchObject({ needsHead: true });
    expect((await mustBeDone(approveByTwo(opened(bench, 'frida')))).view).toMatchObject({ needsHead: false });
    await refusedWithout(bench, () => approveByTwo(opened(bench, 'mads')), {
      code: 'not-permitted',
      needs: ['secretary', 'chair', 'viceChair'],
    });
    const open = await sentMinutes();
    await refusedWithout(open, () => open.useCases.openDecisionDialogs.approveByTwo(opened(open, 'frida')), {
      code: 'no-decision-needed',
    });
  });
});

describe('the dialog of somebody who leaves', () => {
  it('offers everybody with a seat', async () => {
    const bench = await sentMinutes();
    const { endMandate } = bench.useCases.openDecisionDialogs;
    const { view } = await mustBeDone(endMandate({ ...bench.by('sigrid'), committeeId: 'luu' }));
    expect(view).toMatchObject({ card: 'end-mandate', committee: 'LUU Prøveskolen', today: '2025-09-12' });
    expect(view.card === 'end-mandate' ? view.persons : []).toHaveLength(5);
    const asked = (by: string, committeeId: string) => () => endMandate({ ...bench.by(by), committeeId });
    await refusedWithout(bench, asked('frida', 'luu'), { code: 'not-permitted', needs: ['secretary'] });
    await refusedWithout(bench, asked('sigrid', 'unknown'), { code: 'no-such-committee' });
  });
});
