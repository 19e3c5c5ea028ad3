import { describe, expect, it } from 'vitest';
import { actByReceipt } from '../../../src/domain/minutes/act-by-receipt.ts';
import type { AnswerEvent } from '../../../src/domain/minutes/answer-event.ts';
import {
  answerAfter,
  approvalWithdrawn,
  approved,
  objected,
  objectionWithdrawn,
} from '../../support/invented-minutes.ts';

const late: AnswerEvent = {
  type: 'LateRemarkMade',
  objectionId: 'late',
  objection: { text: 'For sent.' },
  nonce: 'late',
  receipt: 'receipt-late',
  receivedAt: '2025-09-26T08:00:00Z',
};

describe('an act by its receipt', () => {
  it.each<[string, readonly AnswerEvent[], string, string]>([
    ['an approval stands', [approved('n1')], 'n1', 'stands'],
    ['an approval taken back', [approved('n1'), approvalWithdrawn('n2')], 'n1', 'regretted'],
    ['the taking back', [approved('n1'), approvalWithdrawn('n2')], 'n2', 'stands'],
    ['an approval before an objection', [approved('n1'), objected('o1')], 'n1', 'replaced'],
    [
      'the first of two approvals',
      [approved('n1'), approvalWithdrawn('n2'), approved('n3')],
      'n1',
      'regretted',
    ],
    [
      'the second of two approvals',
      [approved('n1'), approvalWithdrawn('n2'), approved('n3')],
      'n3',
      'stands',
    ],
    ['an objection stands', [objected('o1')], 'o1', 'stands'],
    ['an objection taken back', [objected('o1'), objectionWithdrawn('o1', 'n2')], 'o1', 'regretted'],
    ['another objection', [objected('o1'), objected('o2'), objectionWithdrawn('o1', 'n2')], 'o2', 'stands'],
    ['a late remark', [late], 'late', 'kept'],
  ])('%s', (_act, events, nonce, standing) => {
    expect(actByReceipt(answerAfter(...events), `receipt-${nonce}`)?.standing).toBe(standing);
  });

  it('carries what was objected', () => {
    const found = actByReceipt(answerAfter(objected('o1')), 'receipt-o1');
    expect(found?.remark).toMatchObject({ objectionId: 'o1', objection: { text: 'Der stod 50.' } });
  });

  it('is nothing where no such code was given', () => {
    expect(actByReceipt(answerAfter(approved('n1')), 'receipt-n2')).toBeUndefined();
  });
});
