import { describe, it } from 'vitest';
import { openMinutes } from '../../../src/domain/minutes/open-minutes.ts';
import { given } from '../../support/given-when-then.ts';
import {
  answerAfter,
  closed,
  delivered,
  inTime,
  meetingAfter,
  sent,
  underApproval,
} from '../../support/invented-minutes.ts';

const open = { version: 1, receivedAt: inTime };
const bySomebody = { meeting: underApproval(), answer: answerAfter() };

describe('opening the minutes behind a personal link', () => {
  it('makes the notice one that reached the person, then (R7)', () => {
    given(bySomebody)
      .when(({ meeting, answer }) => openMinutes(meeting, answer, open))
      .thenHappened({ type: 'NoticeDelivered', channel: 'mail', at: inTime.toString() });
  });

  it('makes it so also after the card had failed', () => {
    const failed = answerAfter({
      type: 'NoticeFailed',
      channel: 'teams',
      reason: 'blocked',
      at: inTime.toString(),
    });
    given({ ...bySomebody, answer: failed })
      .when(({ meeting, answer }) => openMinutes(meeting, answer, open))
      .thenHappened({ type: 'NoticeDelivered' });
  });

  it('a second time, or when it had come in Teams, changes nothing', () => {
    given({ ...bySomebody, answer: answerAfter(delivered) })
      .when(({ meeting, answer }) => openMinutes(meeting, answer, open))
      .thenNothingHappened();
  });

  it('of a version that another took the place of, or that is decided, changes nothing', () => {
    given({ ...bySomebody, meeting: underApproval(sent(2)) })
      .when(({ meeting, answer }) => openMinutes(meeting, answer, open))
      .thenNothingHappened();
    given({ ...bySomebody, meeting: underApproval(closed(1, 'needsDecision')) })
      .when(({ meeting, answer }) => openMinutes(meeting, answer, open))
      .thenNothingHappened();
  });

  it('is refused where there are none', () => {
    given({ ...bySomebody, meeting: meetingAfter() })
      .when(({ meeting, answer }) => openMinutes(meeting, answer, open))
      .thenRefused({ code: 'no-minutes' });
  });
});
