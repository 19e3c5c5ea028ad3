import { describe, expect, it } from 'vitest';
import type { Meeting } from '../../../src/domain/meeting/meeting.ts';
import type { AnswerEvent } from '../../../src/domain/minutes/answer-event.ts';
import { type CloseMinutes, closeMinutes } from '../../../src/domain/minutes/close-minutes.ts';
import { danish, isClosedDay } from '../../support/danish-calendar.ts';
import {
  answerAfter,
  approvalWithdrawn,
  approved,
  closed,
  deadline,
  delivered,
  drafted,
  meetingAfter,
  objected,
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

describe('closing minutes', () => {
  it('R3: is not done before the deadline and the grace are over', () => {
    const early = after.subtract({ nanoseconds: 1 });
    expect(close(underApproval(), answersTo(1, allReached), { now: early })).toEqual({ kind: 'not-yet' });
    expect(close(underApproval(), answersTo(1, allReached), { now: after }).kind).toBe('closed');
  });

  it('R3: waits for a request that came in time and is still being worked on', () => {
    expect(close(underApproval(), answersTo(1, allReached), { unprocessed: true })).toEqual({
      kind: 'not-yet',
    });
  });

  it('concerns the newest version only, and each version once', () => {
    const nothing = { kind: 'nothing-to-close' };
    expect(close(meetingAfter(...drafted), [])).toEqual(nothing);
    expect(close(underApproval(sent(2)), answersTo(1, allReached))).toEqual(nothing);
    expect(close(underApproval(), answersTo(1, allReached), { version: 2 })).toEqual(nothing);
    expect(close(underApproval(closed(1, 'contested')), answersTo(1, allReached))).toEqual(nothing);
  });

  it('tells how everybody stood', () => {
    const answered = answersTo(1, { frida: [approved('n1')], mads: [delivered], bo: [objected('o1')] });
    expect(close(underApproval(), answered)).toMatchObject({
      event: {
        type: 'MinutesClosed',
        version: 1,
        counts: { entitled: 3, approved: 1, silent: 1, objected: 1, unreached: 0 },
        objections: ['o1'],
      },
    });
  });
});

describe('tacit approval', () => {
  it('is the result when everybody was reached and nobody objected', () => {
    expect(resultOf(answersTo(1, allReached))).toBe('approvedTacitly');
    expect(resultOf(answersTo(1, { ...allReached, mads: [approved('n1')] }))).toBe('approvedTacitly');
  });

  it('R7: counts no silence where the notice did not come', () => {
    const failed = {
      type: 'NoticeFailed',
      channel: 'teams',
      at: danish('2025-09-15 12:00').toString(),
      reason: 'blocked',
    } as const;
    expect(resultOf(answersTo(1, { ...allReached, bo: [] }))).toBe('needsDecision');
    expect(resultOf(answersTo(1, { frida: [delivered], mads: [delivered] }))).toBe('needsDecision');
    expect(resultOf(answersTo(1, { ...allReached, bo: [failed] }))).toBe('needsDecision');
  });

  it('R7: asks no notice of one who approved', () => {
    expect(resultOf(answersTo(1, { ...allReached, bo: [approved('n1')] }))).toBe('approvedTacitly');
  });

  it('R7: counts silence only where the notice came the minimum days before, to the moment', () => {
    const reachedAt = (wallTime: string) =>
      resultOf(
        answersTo(1, {
          ...allReached,
          bo: [{ type: 'NoticeDelivered', channel: 'teams', at: danish(wallTime).toString() }],
        }),
      );
    expect(reachedAt('2025-09-20 00:00:00')).toBe('approvedTacitly');
    expect(reachedAt('2025-09-20 00:00:01')).toBe('needsDecision');
  });

  it('R7: counts those days in Danish days across a clock change', () => {
    const terms = { deadline: danish('2027-03-31 00:00').toString() };
    const meeting = meetingAfter(...drafted, sent(1, terms));
    const notice = {
      type: 'NoticeDelivered',
      channel: 'teams',
      at: danish('2027-03-26 00:00').toString(),
    } as const;
    const answered = answersTo(1, { frida: [notice], mads: [notice], bo: [notice] });
    expect(close(meeting, answered, { now: danish('2027-03-31 00:02') })).toMatchObject({
      event: { result: 'approvedTacitly' },
    });
  });

  it('R7: a withdrawn approval is silence', () => {
    expect(resultOf(answersTo(1, { ...allReached, bo: [approved('n1'), approvalWithdrawn('n2')] }))).toBe(
      'needsDecision',
    );
  });

  it('is no result where the rules ask for explicit approval', () => {
    const explicit = meetingAfter(...drafted, sent(1, { approval: 'explicit' }));
    expect(resultOf(answersTo(1, allReached), explicit)).toBe('needsDecision');
  });
});

describe('R12: approval by all', () => {
  const all = { frida: [approved('n1')], mads: [approved('n2')], bo: [approved('n3')] };

  it('takes everybody who was asked, on this version', () => {
    expect(resultOf(answersTo(1, all))).toBe('approvedByAll');
    expect(resultOf(answersTo(1, all), underApproval(sent(2)), 2)).toBe('needsDecision');
  });

  it('holds where explicit approval is asked for', () => {
    expect(resultOf(answersTo(1, all), meetingAfter(...drafted, sent(1, { approval: 'explicit' })))).toBe(
      'approvedByAll',
    );
  });

  it('counts one who got the right after the sending and used it, and asks nothing of one who did not', () => {
    const joined = close(underApproval(), answersTo(1, { ...all, ida: [approved('n4')] }));
    expect(joined).toMatchObject({
      event: { result: 'approvedByAll', counts: { entitled: 4, approved: 4 } },
    });
    expect(resultOf(answersTo(1, { ...all, ida: [] }))).toBe('approvedByAll');
  });
});

describe('R19: minutes that nobody was asked about', () => {
  it('need a decision, whoever approved since', () => {
    const nobody = meetingAfter(...drafted, sent(1, { entitled: [] }));
    expect(resultOf([], nobody)).toBe('needsDecision');
    expect(resultOf(answersTo(1, { ida: [approved('n1')] }), nobody)).toBe('needsDecision');
  });
});
