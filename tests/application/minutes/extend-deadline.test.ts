import { describe, expect, it } from 'vitest';
import { heldMeeting, pressOf, sendDraft, sentMinutes } from '../../support/bench-story.ts';
import { chat, drain, mustBeDone, refusedWithout, sweep, typesOf } from '../../support/committee-bench.ts';
import { danish } from '../../support/danish-calendar.ts';

type Sent = Awaited<ReturnType<typeof sentMinutes>>;

function asked({ by, meetingId }: Sent, more: object = {}) {
  const request = { meetingId, version: 1, lastDay: '2025-09-26', whom: 'all' as const, persons: [] };
  return { ...by('sigrid'), ...request, ...more };
}

const later = danish('2025-09-27 00:00');

describe('giving more time', () => {
  it('is shown on every card with why, in the library, and moves the decision', async () => {
    const bench = await sentMinutes();
    bench.setTime('2025-09-20 10:00');
    expect(await mustBeDone(bench.useCases.extendDeadline(asked(bench)))).toEqual({
      kind: 'done',
      deadline: later,
    });
    await drain(bench);
    const moved = { cause: 'more-time', personal: false };
    expect(bench.messenger.shown('mads', 'minutes-for-approval')).toMatchObject({ deadline: later, moved });
    expect(bench.messenger.shown(chat, 'minutes-status')).toMatchObject({ deadline: later, moved });
    expect(bench.messenger.shown('sigrid', 'next-step')).toMatchObject({
      due: later,
      next: { moved: [{ cause: 'more-time', until: later }] },
    });
    const filed = (await bench.library.list()).filter(({ path }) => path.includes('/minutes '));
    expect(filed.map(({ metadata }) => metadata.deadline)).toEqual([later.toString(), later.toString()]);
    bench.setTime('2025-09-25 09:00');
    await sweep(bench);
    expect(typesOf(bench)).not.toContain('MinutesClosed');
    await mustBeDone(bench.useCases.approveMinutes(pressOf(bench, 'mads')));
    bench.setTime('2025-09-27 00:02');
    await sweep(bench);
    await drain(bench);
    expect(bench.messenger.shown('mads', 'minutes-outcome')).toMatchObject({
      result: 'approvedTacitly',
      deadline: later,
    });
  });

  it('to those who were not reached concerns them alone', async () => {
    const bench = await heldMeeting();
    bench.setTime('2025-09-12 15:00');
    bench.messenger.block('bo', 'denied');
    await sendDraft(bench);
    await drain(bench);
    const result = await mustBeDone(bench.useCases.extendDeadline(asked(bench, { whom: 'unreached' })));
    expect(result).toMatchObject({ persons: 1 });
    expect(bench.events.at(-1)?.event).toMatchObject({ type: 'DeadlineExtended', persons: ['bo'] });
    bench.setTime('2025-09-25 10:00');
    await refusedWithout(
      bench,
      () => bench.useCases.approveMinutes({ ...pressOf(bench, 'mads'), nonce: 'later' }),
      { code: 'too-late', deadline: danish('2025-09-25 00:00') },
    );
    const { hash, nonce } = pressOf(bench, 'mads');
    await mustBeDone(
      bench.useCases.approveMinutes({
        ...bench.by('bo'),
        meetingId: bench.meetingId,
        version: 1,
        hash,
        nonce,
      }),
    );
  });

  it('to named persons, each once; to nobody is refused', async () => {
    const bench = await sentMinutes();
    const named = { whom: 'named', persons: ['mads', 'mads'] };
    expect(await mustBeDone(bench.useCases.extendDeadline(asked(bench, named)))).toMatchObject({
      persons: 1,
    });
    const extend = (more: object) => () => bench.useCases.extendDeadline(asked(bench, more));
    await drain(bench);
    await refusedWithout(bench, extend({ whom: 'named' }), { code: 'no-such-person' });
    await refusedWithout(bench, extend({ whom: 'unreached' }), { code: 'no-such-person' });
    await refusedWithout(bench, extend({ whom: 'named', persons: ['elev'] }), { code: 'person-not-asked' });
  });

  it('R9: to an earlier day is refused; the same again is what was wanted', async () => {
    const bench = await sentMinutes();
    const extend = (more: object = {}) => bench.useCases.extendDeadline(asked(bench, more));
    const deadline = danish('2025-09-25 00:00');
    await refusedWithout(bench, () => extend({ lastDay: '2025-09-20' }), {
      code: 'deadline-not-later',
      deadline,
    });
    await mustBeDone(extend());
    expect(await mustBeDone(extend())).toMatchObject({ deadline: later });
    expect(typesOf(bench).filter((type) => type === 'DeadlineExtended')).toHaveLength(1);
    await drain(bench);
    await refusedWithout(bench, () => extend(bench.by('frida')), {
      code: 'not-permitted',
      needs: ['secretary'],
    });
    await refusedWithout(bench, () => extend({ meetingId: 'unknown' }), { code: 'no-meeting' });
  });
});
