import { describe, expect, it } from 'vitest';
import { createShowCard } from '../../../src/application/effects/show-card.ts';
import { calledMeeting, heldMeeting, pressOf, sendDraft, sentMinutes } from '../../support/bench-story.ts';
import { chat, drain, sweep, typesOf } from '../../support/committee-bench.ts';
import { danish } from '../../support/danish-calendar.ts';

const noticesOf = (
  bench: {
    readonly events: readonly { readonly stream: string; readonly event: { readonly type: string } }[];
  },
  personId: string,
) => bench.events.filter(({ stream }) => stream.endsWith(`/${personId}`)).map(({ event }) => event.type);

/** Version 1 is sent, and nothing has been carried out yet. */
async function undelivered() {
  const bench = await heldMeeting();
  bench.setTime('2025-09-12 15:00');
  await sendDraft(bench);
  return bench;
}

describe('R7: the notice of minutes', () => {
  it('is noted once for everybody it reached, when it reached them', async () => {
    const bench = await undelivered();
    bench.setTime('2025-09-12 15:01');
    await drain(bench);
    await bench.useCases.approveMinutes(pressOf(bench, 'mads'));
    bench.setTime('2025-09-13 09:00');
    await drain(bench);
    for (const personId of ['frida', 'bo']) expect(noticesOf(bench, personId)).toEqual(['NoticeDelivered']);
    expect(noticesOf(bench, 'mads')).toEqual(['NoticeDelivered', 'ApprovalGiven']);
    const { event } = bench.events.find(({ stream }) => stream.endsWith('/bo')) ?? {};
    expect(event).toMatchObject({ channel: 'teams', at: danish('2025-09-12 15:01').toString() });
    expect(await bench.readModels.answerCounts(bench.meetingId, 1)).toMatchObject({ reached: 3 });
  });

  it('is noted also where the process died between the posting and the note', async () => {
    const bench = await undelivered();
    const ref = { card: 'minutes-for-approval', meetingId: bench.meetingId, version: 1 } as const;
    const audience = { to: 'person', personId: 'bo' } as const;
    const effect = { kind: 'show-card', ref, audience } as const;
    const { transact } = bench.log;
    const dying = { ...bench.log, transact: () => Promise.reject(new Error('killed')) };
    await expect(createShowCard({ ...bench, log: dying })(effect, 'n1')).rejects.toThrow('killed');
    expect(noticesOf(bench, 'bo')).toEqual([]);
    await createShowCard({ ...bench, log: { ...bench.log, transact } })(effect, 'n1');
    expect(noticesOf(bench, 'bo')).toEqual(['NoticeDelivered']);
  });

  it.each([
    ['denied', 'blocked'],
    ['gone', 'gone'],
  ] as const)('that is %s is noted once and told to the secretary by name', async (kind, reason) => {
    const bench = await undelivered();
    bench.messenger.block('bo', kind);
    await drain(bench);
    expect(
      bench.events.filter(({ event }) => event.type === 'NoticeFailed').map(({ event }) => event),
    ).toMatchObject([
      { channel: 'teams', reason },
      { channel: 'mail', reason: 'no-address' },
    ]);
    expect(bench.messenger.shown('sigrid', 'next-step')?.next).toMatchObject({
      step: 'await-answers',
      unreached: [{ name: 'Bo Bisidder-Prøve' }],
    });
    expect((await bench.outbox.status()).open).toMatchObject([
      { state: 'parked', code: expect.stringContaining(kind) },
    ]);
    await bench.outbox.releaseAll();
    bench.setTime('2025-09-13 16:00');
    await drain(bench);
    expect(typesOf(bench).filter((type) => type === 'NoticeFailed')).toHaveLength(2);
  });

  it('that fails after the secretary has looked changes her card', async () => {
    const bench = await undelivered();
    bench.messenger.block('bo', 'unavailable');
    await drain(bench);
    expect(bench.messenger.shown('sigrid', 'next-step')?.next).toMatchObject({ unreached: [] });
    bench.messenger.block('bo', 'denied');
    bench.setTime('2025-09-13 16:00');
    await drain(bench);
    expect(bench.messenger.shown('sigrid', 'next-step')?.next).toMatchObject({
      unreached: [{ name: 'Bo Bisidder-Prøve' }],
    });
  });

  it('that is only late is not noted as failed', async () => {
    const bench = await undelivered();
    bench.messenger.block('bo', 'throttled');
    await drain(bench);
    expect(noticesOf(bench, 'bo')).toEqual([]);
    expect(bench.messenger.shown('sigrid', 'next-step')?.next).toMatchObject({ unreached: [] });
  });

  it('that comes through later counts from then; too late, the person is given the days that were lacking', async () => {
    const bench = await undelivered();
    bench.messenger.block('bo', 'denied');
    await drain(bench);
    bench.messenger.unblock('bo');
    bench.setTime('2025-09-21 15:00');
    await drain(bench);
    expect(noticesOf(bench, 'bo')).toEqual(['NoticeFailed', 'NoticeFailed', 'NoticeDelivered']);
    bench.setTime('2025-09-25 00:02');
    await sweep(bench);
    await drain(bench);
    const until = danish('2025-09-27 00:00');
    expect(bench.messenger.shown('bo', 'minutes-for-approval')).toMatchObject({
      deadline: until,
      moved: { cause: 'late-notice', personal: true },
      state: { kind: 'open' },
    });
    expect(bench.messenger.shown('mads', 'minutes-for-approval')).toMatchObject({
      deadline: danish('2025-09-25 00:00'),
      state: { kind: 'past-deadline', until },
    });
    expect(bench.messenger.shown(chat, 'minutes-status')?.longer).toEqual({ persons: 1, until });
    expect(bench.messenger.shown('sigrid', 'next-step')?.next).toMatchObject({
      step: 'await-answers',
      unreached: [],
      moved: [{ cause: 'late-notice', until, persons: ['Bo Bisidder-Prøve'] }],
    });
    bench.setTime('2025-09-27 00:02');
    await sweep(bench);
    await drain(bench);
    expect(bench.messenger.shown('mads', 'minutes-outcome')).toMatchObject({
      result: 'approvedTacitly',
      deadline: until,
    });
  });

  it('that never even went out is named too when the minutes need a decision', async () => {
    const bench = await undelivered();
    bench.messenger.block('bo', 'unavailable');
    await drain(bench);
    bench.setTime('2025-09-25 00:02');
    await sweep(bench);
    await drain(bench);
    expect(bench.messenger.shown('sigrid', 'next-step')?.next).toMatchObject({
      step: 'needs-decision',
      unreached: [{ name: 'Bo Bisidder-Prøve' }],
    });
  });

  it('is a matter of minutes: an agenda that came is no event of anybody’s answer', async () => {
    const bench = await calledMeeting();
    expect(typesOf(bench)).not.toContain('NoticeDelivered');
  });
});

describe('a card', () => {
  it('is posted once and changed in place, with a nonce for every wish', async () => {
    const bench = await sentMinutes();
    const before = pressOf(bench, 'mads').nonce;
    await bench.useCases.approveMinutes(pressOf(bench, 'mads'));
    await drain(bench);
    expect(bench.messenger.standing().filter((card) => card === 'minutes-for-approval → mads')).toHaveLength(
      1,
    );
    expect(pressOf(bench, 'mads').nonce).not.toBe(before);
  });

  it('about what is no more, or not yet, is not shown', async () => {
    const bench = await calledMeeting();
    const { meetingId, carryOut, messenger } = bench;
    const standing = messenger.standing();
    const audience = { to: 'person', personId: 'mads' } as const;
    const about = { meetingId, version: 1, objectionId: 'o1', objectorId: 'bo' };
    for (const ref of [
      { card: 'agenda', meetingId: 'unknown' },
      { card: 'minutes-for-approval', meetingId, version: 1 },
      { card: 'minutes-outcome', meetingId, version: 1 },
      { card: 'objection-received', ...about },
    ] as const) {
      await carryOut({ kind: 'show-card', ref, audience }, 'n1');
    }
    expect(messenger.standing()).toEqual(standing);
    const sent = await sentMinutes();
    await sent.carryOut(
      { kind: 'show-card', ref: { card: 'objection-ruled', ...about, meetingId: sent.meetingId }, audience },
      'n1',
    );
    await sent.carryOut(
      {
        kind: 'show-card',
        ref: { card: 'minutes-outcome', meetingId: sent.meetingId, version: 1 },
        audience,
      },
      'n1',
    );
    expect(sent.messenger.shown('mads', 'objection-ruled')).toBeUndefined();
    expect(sent.messenger.shown('mads', 'minutes-outcome')).toBeUndefined();
  });
});
