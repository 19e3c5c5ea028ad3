import { describe, it } from 'vitest';
import { type ApproveMinutes, approveMinutes } from '../../../src/domain/minutes/approve-minutes.ts';
import { given } from '../../support/given-when-then.ts';
import { committee, committeeAfter } from '../../support/invented-committee.ts';
import {
  answerAfter,
  approvalWithdrawn,
  approved,
  closed,
  inTime,
  objected,
  objectionWithdrawn,
  sent,
  underApproval,
} from '../../support/invented-minutes.ts';

const open = { meeting: underApproval(), committee, answer: answerAfter() };

function approve(more: Partial<ApproveMinutes> = {}) {
  const press = {
    personId: 'mads',
    version: 1,
    hash: 'hash-1',
    nonce: 'n1',
    receipt: 'R1',
    receivedAt: inTime,
    ...more,
  };
  return (states: typeof open) => approveMinutes(states.meeting, states.committee, states.answer, press);
}

describe('R5: the same press of approval', () => {
  it('gives the same receipt again', () => {
    given({ ...open, answer: answerAfter(approved('n1')) })
      .when(approve({ receipt: 'R-other' }))
      .thenRepeated({ receipt: 'receipt-n1', nonce: 'n1' });
  });

  it('delivered again after the withdrawal does not approve anew', () => {
    given({ ...open, answer: answerAfter(approved('n1'), approvalWithdrawn('n2')) })
      .when(approve())
      .thenRepeated({ receipt: 'receipt-n1' });
  });

  it('delivered again after an objection leaves the objection standing', () => {
    given({ ...open, answer: answerAfter(approved('n1'), objected('o1')) })
      .when(approve())
      .thenRepeated({ receipt: 'receipt-n1' });
  });

  it('delivered again after a new version, the decision or the seat still gives the same receipt', () => {
    const answer = answerAfter(approved('n1'));
    const left = committeeAfter({ type: 'MandateEnded', personId: 'mads', until: '2025-09-16T00:00:00Z' });
    given({ ...open, answer, meeting: underApproval(sent(2)) })
      .when(approve())
      .thenRepeated({ receipt: 'receipt-n1' });
    given({ ...open, answer, meeting: underApproval(closed(1, 'approvedTacitly')) })
      .when(approve())
      .thenRepeated({ receipt: 'receipt-n1' });
    given({ ...open, answer, committee: left })
      .when(approve())
      .thenRepeated({ receipt: 'receipt-n1' });
  });

  it('on a second card is an act of its own, so that its redelivery undoes nothing', () => {
    given({ ...open, answer: answerAfter(approved('n1')) })
      .when(approve({ nonce: 'n2' }))
      .thenHappened({ type: 'ApprovalGiven', nonce: 'n2' });
    given({ ...open, answer: answerAfter(approved('n1'), approved('n2'), approvalWithdrawn('n3')) })
      .when(approve({ nonce: 'n2' }))
      .thenRepeated({ receipt: 'receipt-n2' });
  });
});

describe('R5: a standing objection', () => {
  it('is never replaced by an approval', () => {
    given({ ...open, answer: answerAfter(objected('o1')) })
      .when(approve())
      .thenRefused({ code: 'objection-stands' });
  });

  it('gives way to an approval only after the person has withdrawn every one', () => {
    const one = answerAfter(objected('o1'), objected('o2'), objectionWithdrawn('o1', 'n8', true));
    given({ ...open, answer: one })
      .when(approve())
      .thenRefused({ code: 'objection-stands' });
    const none = answerAfter(objected('o1'), objectionWithdrawn('o1', 'n8'));
    given({ ...open, answer: none })
      .when(approve())
      .thenHappened({ type: 'ApprovalGiven' });
  });
});
