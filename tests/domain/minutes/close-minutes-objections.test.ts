import { describe, expect, it } from 'vitest';
import type { Meeting } from '../../../src/domain/meeting/meeting.ts';
import type { AnswerEvent } from '../../../src/domain/minutes/answer-event.ts';
import {
  blockingObjections,
  type CloseMinutes,
  closeMinutes,
} from '../../../src/domain/minutes/close-minutes.ts';
import { isClosedDay } from '../../support/danish-calendar.ts';
import {
  answerAfter,
  deadline,
  delivered,
  objected,
  objectionWithdrawn,
  ruled,
  sent,
  underApproval,
} from '../../support/invented-minutes.ts';

const after = deadline.add({ seconds: 120 });

type Answered = CloseMinutes['answered'];

/** Who answered what to version 1: `{ mads: [approved('n1')] }`. */
function answersTo(version: number, of: Readonly<Record<string, readonly AnswerEvent[]>>): Answered {
  return Object.entries(of).map(([personId, events]) => ({
    version,
    personId,
    answer: answerAfter(...events),
  }));
}

const allReached = { frida: [delivered], mads: [delivered], bo: [delivered] };

function close(meeting: Meeting, answered: Answered, more: Partial<CloseMinutes> = {}) {
  return closeMinutes(meeting, {
    version: 1,
    now: after,
    unprocessed: false,
    answered,
    isClosedDay,
    ...more,
  });
}

function resultOf(answered: Answered, meeting: Meeting = underApproval(), version = 1) {
  const closing = close(meeting, answered, { version });
  return closing.kind === 'closed' ? closing.event.result : closing.kind;
}

describe('R11: an objection that stands at the close', () => {
  it('makes the version contested', () => {
    expect(resultOf(answersTo(1, { ...allReached, bo: [objected('o1')] }))).toBe('contested');
  });

  it('does so also when it was ruled upon, even rejected', () => {
    const answered = answersTo(1, { ...allReached, bo: [objected('o1')] });
    expect(resultOf(answered, underApproval(ruled('o1', 'rejected')))).toBe('contested');
    expect(resultOf(answered, underApproval(ruled('o1', 'accepted')))).toBe('contested');
  });

  it('does not when its sender withdrew it', () => {
    const withdrawn = [delivered, objected('o1'), objectionWithdrawn('o1', 'n2')];
    expect(resultOf(answersTo(1, { ...allReached, bo: withdrawn }))).toBe('approvedTacitly');
  });

  it('R13: stands also when its sender has left, or got the right after the sending', () => {
    expect(resultOf(answersTo(1, { ...allReached, former: [objected('o1')] }))).toBe('contested');
  });

  it('R10: is not a late remark', () => {
    const remark = { objectionId: 'o1', objection: { text: 'For sent.' }, nonce: 'n1', receipt: 'R1' };
    const late: AnswerEvent = { type: 'LateRemarkMade', ...remark, receivedAt: deadline.toString() };
    expect(resultOf(answersTo(1, { ...allReached, bo: [delivered, late] }))).toBe('approvedTacitly');
  });
});

describe('R4: an objection to an earlier version', () => {
  const onFirst: Answered = answersTo(1, { bo: [objected('o1')] });
  const answered: Answered = [...onFirst, ...answersTo(2, allReached)];

  it('that was ruled upon before the new version went out is answered by it', () => {
    expect(resultOf(answered, underApproval(ruled('o1', 'accepted'), sent(2)), 2)).toBe('approvedTacitly');
  });

  it('that came after the new version blocks it', () => {
    expect(resultOf(answered, underApproval(sent(2)), 2)).toBe('contested');
  });

  it('that came after the new version is answered by a rejection', () => {
    expect(resultOf(answered, underApproval(sent(2), ruled('o1', 'rejected')), 2)).toBe('approvedTacitly');
  });

  it('that is accepted while the new version is out needs yet another version', () => {
    for (const ruling of ['accepted', 'partly'] as const) {
      expect(resultOf(answered, underApproval(sent(2), ruled('o1', ruling)), 2)).toBe('contested');
      const third = [...onFirst, ...answersTo(3, allReached)];
      expect(resultOf(third, underApproval(sent(2), ruled('o1', ruling), sent(3)), 3)).toBe(
        'approvedTacitly',
      );
    }
  });

  it('that its sender withdrew blocks nothing', () => {
    const withdrawn = answersTo(1, { bo: [objected('o1'), objectionWithdrawn('o1', 'n2')] });
    expect(resultOf([...withdrawn, ...answersTo(2, allReached)], underApproval(sent(2)), 2)).toBe(
      'approvedTacitly',
    );
  });

  it('is told by its id', () => {
    const meeting = underApproval(sent(2));
    if (!('versions' in meeting)) throw new TypeError('minutes were sent');
    expect(blockingObjections(meeting, { version: 2, answered })).toEqual(['o1']);
  });
});
