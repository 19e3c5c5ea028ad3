import { describe, expect, it } from 'vitest';
import {
  calledMeeting,
  heldMeeting,
  objectedMinutes,
  plannedMeeting,
  sentMinutes,
} from '../../support/bench-story.ts';
import { founding, mustBeDone, openBench, refusedWithout } from '../../support/committee-bench.ts';
import { seat } from '../../support/invented-committee.ts';

describe('the dialog of an item', () => {
  it('shows the item as it was sent, with the number of its annexes', async () => {
    const bench = await calledMeeting();
    const opened = { ...bench.by('mads'), meetingId: bench.meetingId };
    const { view } = await mustBeDone(bench.useCases.openDialogs.agendaItem({ ...opened, itemId: 'i2' }));
    expect(view).toMatchObject({
      card: 'agenda-item',
      item: {
        number: 2,
        title: 'Praktikpladser',
        presenters: ['Mads Medlem-Prøve'],
        casePresentation: 'Der mangler pladser (bilag 2.1).',
        annexes: [{ number: '2.1', title: 'Tal for 2025' }],
      },
    });
    const item =
      (itemId: string, by = 'mads', meetingId = bench.meetingId) =>
      () =>
        bench.useCases.openDialogs.agendaItem({ ...bench.by(by), meetingId, itemId });
    await refusedWithout(bench, item('i9'), { code: 'no-such-item' });
    await refusedWithout(bench, item('i2', 'nobody'), { code: 'not-a-member' });
    await refusedWithout(bench, item('i2', 'mads', 'unknown'), { code: 'no-meeting' });
    const early = await plannedMeeting();
    await refusedWithout(
      early,
      () => early.useCases.openDialogs.agendaItem({ ...opened, meetingId: early.meetingId, itemId: 'i2' }),
      {
        code: 'no-such-item',
      },
    );
  });
});

describe('the dialog of apologies', () => {
  it('offers the committee’s substitutes, not the one who asks', async () => {
    const bench = await openBench();
    const substitute = { roles: ['substitute'], list: 'none' } as const;
    const extra = [seat('bo', { ...substitute, from: '2024-01-01T00:00:00Z' }), seat('mads', substitute)];
    const amu = {
      ...founding,
      committeeId: 'amu',
      name: 'AMU',
      conversationId: 'amu chat',
      mandates: [...founding.mandates, ...extra],
    };
    await bench.useCases.foundCommittee(amu, bench.clock.now());
    const day = { committeeId: 'amu', date: '2025-09-10', from: '09:00', to: '12:00' };
    const { meetingId } = await mustBeDone(bench.useCases.planMeeting({ ...bench.by('sigrid'), ...day }));
    const { view } = await mustBeDone(
      bench.useCases.openDialogs.apologies({ ...bench.by('mads'), meetingId }),
    );
    expect(view).toMatchObject({ substitutes: [{ personId: 'bo', name: 'Bo Bisidder-Prøve' }] });
    const stranger = () => bench.useCases.openDialogs.apologies({ ...bench.by('nobody'), meetingId });
    await refusedWithout(bench, stranger, { code: 'not-a-member' });
  });
});

describe('the dialog of an objection', () => {
  it('lists the items of the version on the card, with a nonce of its own', async () => {
    const bench = await sentMinutes();
    const opened = { ...bench.by('mads'), meetingId: bench.meetingId, version: 1 };
    const first = await mustBeDone(bench.useCases.openDialogs.objection(opened));
    const second = await mustBeDone(bench.useCases.openDialogs.objection(opened));
    expect(first.view).toMatchObject({
      card: 'objection',
      version: 1,
      items: [{ number: 1 }, { number: 2 }, { number: 3 }],
    });
    expect('nonce' in first.view && 'nonce' in second.view && first.view.nonce !== second.view.nonce).toBe(
      true,
    );
    await refusedWithout(bench, () => bench.useCases.openDialogs.objection({ ...opened, version: 2 }), {
      code: 'no-minutes',
    });
    await refusedWithout(
      bench,
      () => bench.useCases.openDialogs.objection({ ...opened, ...bench.by('nobody') }),
      { code: 'not-a-member' },
    );
    const held = await heldMeeting();
    await refusedWithout(
      held,
      () => held.useCases.openDialogs.objection({ ...opened, meetingId: held.meetingId }),
      { code: 'no-minutes' },
    );
  });
});

describe('the dialog of a ruling', () => {
  it('shows the objection and the item’s texts to those who rule, and to nobody else', async () => {
    const bench = await objectedMinutes();
    const { meetingId, objectionId } = bench;
    const opened = { meetingId, version: 1, objectionId, objectorId: 'bo', ruling: 'partly' } as const;
    const { view } = await mustBeDone(bench.useCases.openDialogs.ruling({ ...bench.by('frida'), ...opened }));
    expect(view).toMatchObject({
      card: 'ruling',
      kind: 'partly',
      objection: { itemNumber: 2 },
      item: { number: 2 },
    });
    const open =
      (by: string, more: object = {}) =>
      () =>
        bench.useCases.openDialogs.ruling({ ...bench.by(by), ...opened, ...more });
    await refusedWithout(bench, open('mads'), { code: 'not-permitted', needs: ['chair', 'minuteTaker'] });
    await refusedWithout(bench, open('nobody'), { code: 'not-a-member' });
    await refusedWithout(bench, open('frida', { objectionId: 'none' }), { code: 'no-such-objection' });
    const ruled = { ...opened, reason: 'Ja.', texts: {} };
    await mustBeDone(bench.useCases.ruleOnObjection({ ...bench.by('frida'), ...ruled }));
    await refusedWithout(bench, open('frida'), { code: 'objection-ruled' });
  });
});

describe('the dialog of a new meeting', () => {
  it('offers the committees whose secretary asks', async () => {
    const bench = await openBench();
    const { view } = await mustBeDone(bench.useCases.openDialogs.planMeeting(bench.by('sigrid')));
    expect(view).toMatchObject({ committees: [{ committeeId: 'luu', name: 'LUU Prøveskolen' }] });
    await refusedWithout(bench, () => bench.useCases.openDialogs.planMeeting(bench.by('frida')), {
      code: 'not-permitted',
      needs: ['secretary'],
    });
  });
});
