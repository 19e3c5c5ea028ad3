import { describe, expect, it } from 'vitest';
import { calledMeeting, heldMeeting, plannedMeeting } from '../../support/bench-story.ts';
import { drain, mustBeDone, refusedWithout, typesOf, wanted } from '../../support/committee-bench.ts';
import { danish } from '../../support/danish-calendar.ts';

describe('holding a meeting', () => {
  it('drafts the minutes, files them as one Word file and changes the cards', async () => {
    const bench = await calledMeeting();
    const { meetingId } = bench;
    await bench.useCases.answerInvitation({ ...bench.by('bo'), meetingId, nonce: 'n1', coming: false });
    await drain(bench);
    bench.setTime('2025-09-10 11:00');
    expect(await mustBeDone(bench.useCases.holdMeeting({ ...bench.by('sigrid'), meetingId }))).toMatchObject({
      repeated: false,
    });
    expect(typesOf(bench).slice(-2)).toEqual(['MeetingHeld', 'MinutesDrafted']);
    expect(bench.events.at(-1)?.event).toMatchObject({
      paper: {
        participants: expect.arrayContaining([
          expect.objectContaining({ name: 'Bo Bisidder-Prøve', list: 'afbud' }),
        ]),
      },
    });
    expect(await wanted(bench)).toEqual(
      [
        'file minutes-draft 1',
        'agenda → committee chat',
        ...['frida', 'mads', 'bo', 'elev'].map((each) => `agenda → ${each}`),
        'next-step → sigrid',
      ].toSorted(),
    );
    await drain(bench);
    expect(
      (await bench.library.list())
        .filter(({ path }) => path.includes('Referat'))
        .map(({ edition }) => edition),
    ).toEqual([1]);
    expect(bench.messenger.shown('mads', 'agenda')?.open).toBe(false);
    expect(bench.messenger.shown('sigrid', 'next-step')).toMatchObject({
      next: { step: 'send-minutes', version: 1 },
    });
  });

  it('pressed twice is done once', async () => {
    const bench = await heldMeeting();
    const before = bench.events.length;
    const again = bench.useCases.holdMeeting({ ...bench.by('sigrid'), meetingId: bench.meetingId });
    expect(await again).toEqual({ kind: 'done', repeated: true });
    expect(bench.events.length).toBe(before);
  });

  it('is refused before it begins, before the agenda went out, to members, and for no meeting', async () => {
    const bench = await calledMeeting();
    const hold = (on: typeof bench, personId: string) => () =>
      on.useCases.holdMeeting({ ...on.by(personId), meetingId: on.meetingId });
    await refusedWithout(bench, hold(bench, 'sigrid'), {
      code: 'meeting-not-begun',
      begins: danish('2025-09-10 09:00'),
    });
    bench.setTime('2025-09-10 12:00');
    await refusedWithout(bench, hold(bench, 'mads'), {
      code: 'not-permitted',
      needs: ['secretary', 'minuteTaker'],
    });
    const early = await plannedMeeting();
    await refusedWithout(early, hold(early, 'sigrid'), { code: 'agenda-not-sent' });
    await refusedWithout(early, hold({ ...early, meetingId: 'unknown' }, 'sigrid'), { code: 'no-meeting' });
  });
});

describe('the hour of a meeting', () => {
  it('changes the cards once, when it comes', async () => {
    const bench = await calledMeeting();
    bench.setTime('2025-09-10 08:59');
    await bench.useCases.markTimeCame(bench.meetingId);
    expect(typesOf(bench)).not.toContain('MeetingTimeCame');
    bench.setTime('2025-09-10 09:00');
    await bench.useCases.markTimeCame(bench.meetingId);
    expect(typesOf(bench).at(-1)).toBe('MeetingTimeCame');
    await drain(bench);
    expect(bench.messenger.shown('sigrid', 'next-step')?.next).toEqual({ step: 'hold-meeting' });
    expect(await bench.readModels.due(bench.clock.now().add({ hours: 1_000 }), 10)).toEqual([]);
  });

  it('of no meeting is nothing', async () => {
    const bench = await calledMeeting();
    const before = bench.events.length;
    await bench.useCases.markTimeCame('unknown');
    expect(bench.events.length).toBe(before);
  });
});
