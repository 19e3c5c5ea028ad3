import { describe, expect, it } from 'vitest';
import { sendDraft } from '../../support/bench-story.ts';
import { drain, mustBeDone, sweep, writeDraft } from '../../support/committee-bench.ts';
import {
  adopt,
  email,
  mailedMinutes,
  noticesOf,
  pressedBy,
  subjects,
  unreached,
} from '../../support/mailed-committee.ts';

describe('when a mail counts as a notice', () => {
  it('is when its text was opened: the person is named until then, and silence counts from then', async () => {
    const bench = await mailedMinutes({ identities: [] });
    await drain(bench);
    bench.setTime('2025-09-15 09:00');
    const opened = { ...bench.by('bo'), meetingId: bench.meetingId, version: 1 };
    await mustBeDone(bench.useCases.openMinutes(opened));
    await mustBeDone(bench.useCases.openMinutes(opened));
    await drain(bench);
    expect(noticesOf(bench)).toEqual([
      ['NoticeSent', 'mail', ''],
      ['NoticeDelivered', 'mail', ''],
    ]);
    expect(unreached(bench)).toMatchObject({ unreached: [] });
    bench.setTime('2025-09-25 00:02');
    await sweep(bench);
    await drain(bench);
    expect(bench.messenger.shown('mads', 'minutes-outcome')?.result).toBe('approvedTacitly');
  });

  it('is never, when it was not opened: silence does not count', async () => {
    const bench = await mailedMinutes({ identities: [] });
    await drain(bench);
    bench.setTime('2025-09-25 00:02');
    await sweep(bench);
    await drain(bench);
    expect(bench.messenger.shown('mads', 'minutes-outcome')?.result).toBe('needsDecision');
  });

  it('is when the server took it, where the committee says so', async () => {
    const bench = await mailedMinutes({ identities: [] });
    await adopt(bench, { mailNotice: 'whenAccepted' });
    await writeDraft(bench, bench.meetingId, (paper) => ({ ...paper, theme: 'Et andet tema' }));
    await sendDraft(bench);
    await drain(bench);
    expect(noticesOf(bench)).toEqual([
      ['NoticeSent', 'mail', ''],
      ['NoticeDelivered', 'mail', ''],
    ]);
    expect(unreached(bench)).toMatchObject({ unreached: [] });
  });
});

describe('the outcome and a ruling by mail', () => {
  it('go to those who are written to by mail, and to nobody else', async () => {
    const bench = await mailedMinutes({ identities: [] });
    await drain(bench);
    const objection = { itemNumber: 2, text: 'Der blev sagt 50.' };
    await mustBeDone(bench.useCases.objectToMinutes({ ...pressedBy(bench, 'n1'), objection }));
    await drain(bench);
    const objectionId = bench.messenger.shown('frida', 'objection-received')?.objectionId ?? '';
    await mustBeDone(
      bench.useCases.ruleOnObjection({
        ...bench.by('frida'),
        meetingId: bench.meetingId,
        version: 1,
        objectionId,
        objectorId: 'bo',
        ruling: 'rejected',
        reason: 'Der blev sagt 40.',
        texts: {},
      }),
    );
    bench.setTime('2025-09-25 00:02');
    await sweep(bench);
    await drain(bench);
    expect(subjects(bench)).toEqual([
      `minutes-notice → Bo Bisidder-Prøve <${email}>`,
      `objection-ruled → Bo Bisidder-Prøve <${email}>`,
      `minutes-outcome → Bo Bisidder-Prøve <${email}>`,
    ]);
  });
});

describe('a reminder by mail', () => {
  it('goes to whoever is written to by mail and has not answered, once', async () => {
    const bench = await mailedMinutes({ identities: [] });
    await drain(bench);
    bench.setTime('2025-09-19 09:00');
    await sweep(bench);
    await drain(bench);
    bench.setTime('2025-09-22 09:00');
    await sweep(bench);
    await drain(bench);
    expect(subjects(bench)).toEqual([
      `minutes-notice → Bo Bisidder-Prøve <${email}>`,
      `minutes-reminder → Bo Bisidder-Prøve <${email}>`,
    ]);
    expect(noticesOf(bench).at(-1)).toEqual(['ReminderDelivered', 'mail', '']);
  });
});
