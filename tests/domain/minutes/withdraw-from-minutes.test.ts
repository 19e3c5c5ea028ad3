import { describe, it } from 'vitest';
import {
  type WithdrawObjection,
  withdrawApproval,
  withdrawObjection,
} from '../../../src/domain/minutes/withdraw-from-minutes.ts';
import { danish } from '../../support/danish-calendar.ts';
import { given } from '../../support/given-when-then.ts';
import { committee, committeeAfter } from '../../support/invented-committee.ts';
import {
  answerAfter,
  approvalWithdrawn,
  approved,
  closed,
  deadline,
  drafted,
  inTime,
  meetingAfter,
  objected,
  objectionWithdrawn,
  ruled,
  sent,
  underApproval,
} from '../../support/invented-minutes.ts';

const press = {
  personId: 'mads',
  version: 1,
  hash: 'hash-1',
  nonce: 'w1',
  receipt: 'W1',
  receivedAt: inTime,
};
const left = committeeAfter({ type: 'MandateEnded', personId: 'mads', until: '2025-09-16T00:00:00Z' });

describe('withdrawing an approval', () => {
  const open = { meeting: underApproval(), committee, answer: answerAfter(approved('n1')) };
  const withdraw =
    (more: Partial<typeof press> = {}) =>
    (states: typeof open) =>
      withdrawApproval(states.meeting, states.committee, states.answer, { ...press, ...more });

  it('takes it back with a receipt', () => {
    given(open).when(withdraw()).thenHappened({ type: 'ApprovalWithdrawn', nonce: 'w1', receipt: 'W1' });
  });

  it('R5: by the same press gives the same receipt, also after approving anew', () => {
    const again = answerAfter(approved('n1'), approvalWithdrawn('w1'), approved('n2'));
    given({ ...open, answer: again })
      .when(withdraw())
      .thenRepeated({ receipt: 'receipt-w1' });
  });

  it('is refused where there is none', () => {
    given({ ...open, answer: answerAfter() })
      .when(withdraw())
      .thenRefused({ code: 'nothing-to-withdraw' });
    given({ ...open, answer: answerAfter(approved('n1'), objected('o1')) })
      .when(withdraw())
      .thenRefused({ code: 'nothing-to-withdraw' });
    given({ ...open, meeting: meetingAfter(...drafted) })
      .when(withdraw())
      .thenRefused({ code: 'no-minutes' });
  });

  it('R2, R4, R6, R10: is refused late, on an older version, without a seat and after the decision', () => {
    given(open)
      .when(withdraw({ receivedAt: deadline }))
      .thenRefused({ code: 'too-late', deadline });
    given({ ...open, meeting: underApproval(sent(2)) })
      .when(withdraw())
      .thenRefused({ code: 'version-superseded', newest: 2 });
    given({ ...open, committee: left })
      .when(withdraw())
      .thenRefused({ code: 'not-a-member' });
    given({ ...open, meeting: underApproval(closed(1, 'approvedTacitly')) })
      .when(withdraw())
      .thenRefused({ code: 'already-decided' });
  });
});

describe('withdrawing an objection', () => {
  const open = { meeting: underApproval(), committee, answer: answerAfter(objected('o1')) };
  const withdraw =
    (more: Partial<WithdrawObjection> = {}) =>
    (states: typeof open) =>
      withdrawObjection(states.meeting, states.committee, states.answer, {
        ...press,
        objectionId: 'o1',
        ...more,
      });

  it('R5: ends it, by the person who raised it and nobody else', () => {
    given(open)
      .when(withdraw())
      .thenHappened({ type: 'ObjectionWithdrawn', objectionId: 'o1', othersStand: false, receipt: 'W1' });
    given({ ...open, answer: answerAfter() })
      .when(withdraw())
      .thenRefused({ code: 'no-such-objection' });
  });

  it('says whether another of the same person still stands', () => {
    given({ ...open, answer: answerAfter(objected('o1'), objected('o2')) })
      .when(withdraw())
      .thenHappened({ type: 'ObjectionWithdrawn', othersStand: true });
  });

  it('R5: by the same press gives the same receipt', () => {
    given({ ...open, answer: answerAfter(objected('o1'), objectionWithdrawn('o1', 'w1')) })
      .when(withdraw())
      .thenRepeated({ receipt: 'receipt-w1' });
  });

  it('is refused the second time by another press', () => {
    given({ ...open, answer: answerAfter(objected('o1'), objectionWithdrawn('o1', 'w0')) })
      .when(withdraw())
      .thenRefused({ code: 'objection-withdrawn' });
  });

  it('R4: also ends one on an older version, which blocks the newest until then', () => {
    const second = sent(2, { deadline: danish('2025-10-01 00:00').toString() });
    given({ ...open, meeting: underApproval(second) })
      .when(withdraw({ receivedAt: danish('2025-09-30 12:00') }))
      .thenHappened({ type: 'ObjectionWithdrawn' });
  });

  it('is possible after the ruling, while the version is open', () => {
    given({ ...open, meeting: underApproval(ruled('o1')) })
      .when(withdraw())
      .thenHappened({ type: 'ObjectionWithdrawn' });
  });

  it('is refused for a text that was never sent, and while none was', () => {
    given(open)
      .when(withdraw({ hash: 'forged' }))
      .thenRefused({ code: 'version-superseded', newest: 1 });
    given({ ...open, meeting: meetingAfter(...drafted) })
      .when(withdraw())
      .thenRefused({ code: 'no-minutes' });
  });

  it('R2, R10, R13: is refused late, after the decision, and to one who has left', () => {
    given(open)
      .when(withdraw({ receivedAt: deadline }))
      .thenRefused({ code: 'too-late', deadline });
    given({ ...open, meeting: underApproval(closed(1, 'contested')) })
      .when(withdraw())
      .thenRefused({ code: 'already-decided' });
    given({ ...open, committee: left })
      .when(withdraw())
      .thenRefused({ code: 'not-a-member' });
  });
});
