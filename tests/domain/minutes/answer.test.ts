import { describe, expect, it } from 'vitest';
import type { DomainEvent } from '../../../src/domain/event.ts';
import {
  type Answer,
  evolveAnswer,
  noAnswer,
  stanceOf,
  standingObjections,
} from '../../../src/domain/minutes/answer.ts';
import { danish } from '../../support/danish-calendar.ts';
import {
  answerAfter,
  approvalWithdrawn,
  approved,
  delivered,
  objected,
  objectionWithdrawn,
} from '../../support/invented-minutes.ts';

describe('what a person has answered', () => {
  it.each([
    ['nothing', answerAfter(), 'silent'],
    ['the notice came', answerAfter(delivered), 'silent'],
    ['approved', answerAfter(approved('n1')), 'approved'],
    ['approved and withdrawn', answerAfter(approved('n1'), approvalWithdrawn('n2')), 'silent'],
    ['approved, then objected', answerAfter(approved('n1'), objected('o1')), 'objected'],
    [
      'approved, objected, objection withdrawn: the approval does not come back by itself',
      answerAfter(approved('n1'), objected('o1'), objectionWithdrawn('o1', 'n3')),
      'silent',
    ],
    [
      'one of two objections withdrawn',
      answerAfter(objected('o1'), objected('o2'), objectionWithdrawn('o1', 'n3', true)),
      'objected',
    ],
  ] as const)('%s', (_course, answer, stance) => {
    expect(stanceOf(answer)).toBe(stance);
  });

  it('keeps withdrawn objections and every receipt', () => {
    const answer = answerAfter(approved('n1'), objected('o1', 'n2'), objectionWithdrawn('o1', 'n3'));
    expect(answer.objections).toMatchObject([{ objectionId: 'o1', withdrawn: true, receipt: 'receipt-n2' }]);
    expect(standingObjections(answer)).toEqual([]);
    expect(answer.receipts.map(({ verb, nonce }) => `${verb} ${nonce}`)).toEqual([
      'approve n1',
      'object n2',
      'withdraw-objection n3',
    ]);
  });
});

describe('R7: the notice', () => {
  const later = {
    type: 'NoticeDelivered',
    channel: 'teams',
    at: danish('2025-09-20 12:00').toString(),
  } as const;
  const failed = { type: 'NoticeFailed', channel: 'teams', at: later.at, reason: 'blocked' } as const;

  it('counts from the first time it was delivered', () => {
    expect(answerAfter(delivered, later).notice).toEqual(answerAfter(delivered).notice);
  });

  it('stays delivered when a later card fails', () => {
    expect(answerAfter(delivered, failed).notice.state).toBe('delivered');
  });

  it('that failed first is delivered when it comes after all', () => {
    expect(answerAfter(failed).notice.state).toBe('failed');
    expect(answerAfter(failed, later).notice).toEqual({ state: 'delivered', at: later.at });
  });
});

it('an event of another kind changes no answer', () => {
  const evolve: (state: Answer, event: DomainEvent) => Answer = evolveAnswer as never;
  const answer = answerAfter(approved('n1'));
  expect(evolve(answer, { type: 'MeetingHeld' })).toBe(answer);
  expect(evolve(noAnswer, { type: 'CommitteeFounded', committeeId: 'c', name: 'n', ownerId: 'o' })).toBe(
    noAnswer,
  );
});
