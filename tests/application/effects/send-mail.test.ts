import { describe, expect, it } from 'vitest';
import { sendDraft } from '../../support/bench-story.ts';
import { drain, mustBeDone, writeDraft } from '../../support/committee-bench.ts';
import {
  email,
  know,
  mailedMinutes,
  noticesOf,
  pressedBy,
  subjects,
  unreached,
} from '../../support/mailed-committee.ts';

describe('a notice by mail', () => {
  it.each(['denied', 'gone'] as const)('follows a chat that is %s', async (kind) => {
    const bench = await mailedMinutes();
    bench.messenger.block('bo', kind);
    await drain(bench);
    expect(subjects(bench)).toEqual([`minutes-notice → Bo Bisidder-Prøve <${email}>`]);
    expect(noticesOf(bench)).toEqual([
      ['NoticeFailed', 'teams', kind === 'denied' ? 'blocked' : 'gone'],
      ['NoticeSent', 'mail', ''],
    ]);
    expect(unreached(bench)).toMatchObject({ unreached: [{ name: 'Bo Bisidder-Prøve', mail: 'sent' }] });
  });

  it('goes at once to whoever has no account in Teams, and no card is tried', async () => {
    const bench = await mailedMinutes({ identities: [] });
    await drain(bench);
    expect(noticesOf(bench)).toEqual([['NoticeSent', 'mail', '']]);
    expect(bench.messenger.shown('bo', 'minutes-for-approval')).toBeUndefined();
    expect((await bench.outbox.status()).open).toEqual([]);
    expect(unreached(bench)).toMatchObject({ unreached: [{ teams: 'no-account', mail: 'sent' }] });
  });

  it('goes to nobody whom the card reaches', async () => {
    const bench = await mailedMinutes();
    await drain(bench);
    expect(bench.mailer.sent).toEqual([]);
  });

  it('is sent once, however often the chat fails afterwards', async () => {
    const bench = await mailedMinutes();
    bench.messenger.block('bo', 'denied');
    await drain(bench);
    bench.setTime('2025-09-14 15:00');
    await drain(bench);
    await mustBeDone(bench.useCases.approveMinutes({ ...pressedBy(bench, 'n1') }));
    await mustBeDone(bench.useCases.withdrawApproval({ ...pressedBy(bench, 'n2') }));
    await drain(bench);
    expect(bench.mailer.sent).toHaveLength(1);
    expect(noticesOf(bench).filter(([type]) => type === 'NoticeSent')).toHaveLength(1);
  });

  it('leaves alone whoever answered while it waited', async () => {
    const bench = await mailedMinutes({ identities: [] });
    bench.mailer.refuse(email, 'unavailable');
    await drain(bench);
    await mustBeDone(bench.useCases.approveMinutes(pressedBy(bench, 'n1')));
    bench.mailer.refuse(email, undefined);
    bench.setTime('2025-09-13 16:00');
    await drain(bench);
    expect(bench.mailer.sent).toEqual([]);
  });

  it('speaks of no version that another has taken the place of', async () => {
    const bench = await mailedMinutes({ identities: [] });
    bench.mailer.refuse(email, 'unavailable');
    await drain(bench);
    await writeDraft(bench, bench.meetingId, (paper) => ({ ...paper, theme: 'Et andet tema' }));
    await sendDraft(bench);
    bench.mailer.refuse(email, undefined);
    bench.setTime('2025-09-13 16:00');
    await drain(bench);
    expect(bench.mailer.sent.map(({ operationId }) => operationId)).toEqual([
      `send-mail|minutes-notice|${bench.meetingId}|2|bo|`,
    ]);
  });

  it('is not sent when the deadline has passed', async () => {
    const bench = await mailedMinutes({ identities: [] });
    bench.setTime('2025-09-25 00:01');
    await drain(bench);
    expect(bench.mailer.sent).toEqual([]);
  });
});

describe('a mail that does not come', () => {
  it('for want of an address is told once, at once and by name', async () => {
    const bench = await mailedMinutes({ identities: [] });
    const { email: _email, ...without } = { email };
    await know(bench, 'bo', { ...without, identities: [] });
    await drain(bench);
    expect(noticesOf(bench)).toEqual([['NoticeFailed', 'mail', 'no-address']]);
    expect(unreached(bench)).toMatchObject({
      unreached: [{ name: 'Bo Bisidder-Prøve', teams: 'no-account', mail: 'no-address' }],
    });
  });

  it.each([
    ['denied', 'refused'],
    ['conflict', 'failed'],
  ] as const)('because sending is %s is noted as %s, and waits in sight', async (kind, reason) => {
    const bench = await mailedMinutes({ identities: [] });
    bench.mailer.refuse(email, kind);
    await drain(bench);
    expect(noticesOf(bench)).toEqual([['NoticeFailed', 'mail', reason]]);
    expect(unreached(bench)).toMatchObject({ unreached: [{ mail: reason }] });
    expect((await bench.outbox.status()).open).toMatchObject([{ kind: 'send-mail', state: 'parked' }]);
    bench.setTime('2025-09-13 16:00');
    await drain(bench);
    expect(noticesOf(bench)).toHaveLength(1);
    bench.mailer.refuse(email, undefined);
    bench.setTime('2025-09-14 17:00');
    await drain(bench);
    expect(noticesOf(bench).at(-1)).toEqual(['NoticeSent', 'mail', '']);
  });

  it('yet, because the server is away, is no fact of the case', async () => {
    const bench = await mailedMinutes({ identities: [] });
    bench.mailer.refuse(email, 'unavailable');
    await drain(bench);
    expect(noticesOf(bench)).toEqual([]);
  });
});
