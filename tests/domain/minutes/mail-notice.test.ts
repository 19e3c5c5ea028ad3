import { describe, expect, it } from 'vitest';
import { mailNotice } from '../../../src/domain/minutes/mail-notice.ts';
import { answerAfter, delivered, inTime } from '../../support/invented-minutes.ts';

const at = inTime.toString();
const sent = { type: 'NoticeSent', channel: 'mail', at } as const;
const blocked = { type: 'NoticeFailed', channel: 'teams', reason: 'blocked', at } as const;
const refused = { type: 'NoticeFailed', channel: 'mail', reason: 'refused', at } as const;

describe('what became of a mail (R7)', () => {
  it('is that it was sent: reached is who opens it, unless the committee counts the server’s yes', () => {
    expect(mailNotice(answerAfter(blocked), { became: 'sent', counts: undefined }, inTime)).toEqual([sent]);
    expect(mailNotice(answerAfter(blocked), { became: 'sent', counts: 'whenOpened' }, inTime)).toEqual([
      sent,
    ]);
    expect(mailNotice(answerAfter(blocked), { became: 'sent', counts: 'whenAccepted' }, inTime)).toEqual([
      sent,
      { type: 'NoticeDelivered', channel: 'mail', at },
    ]);
  });

  it('is told once, also where the process died between the two facts', () => {
    expect(mailNotice(answerAfter(sent), { became: 'sent', counts: 'whenOpened' }, inTime)).toEqual([]);
    expect(mailNotice(answerAfter(sent), { became: 'sent', counts: 'whenAccepted' }, inTime)).toEqual([
      { type: 'NoticeDelivered', channel: 'mail', at },
    ]);
    expect(mailNotice(answerAfter(refused), { became: 'failed', reason: 'refused' }, inTime)).toEqual([]);
  });

  it('is a failure that comes after another, but none for whoever was reached', () => {
    const failed = { became: 'failed', reason: 'failed' } as const;
    expect(mailNotice(answerAfter(blocked), failed, inTime)).toMatchObject([
      { reason: 'failed', channel: 'mail' },
    ]);
    expect(mailNotice(answerAfter(refused), failed, inTime)).toMatchObject([{ reason: 'failed' }]);
    expect(mailNotice(answerAfter(delivered), failed, inTime)).toEqual([]);
  });

  it('is a reminder that came', () => {
    expect(mailNotice(answerAfter(sent), { became: 'reminded', number: 2 }, inTime)).toEqual([
      { type: 'ReminderDelivered', channel: 'mail', number: 2, at },
    ]);
  });
});
