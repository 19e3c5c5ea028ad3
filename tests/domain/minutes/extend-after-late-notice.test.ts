import { describe, expect, it } from 'vitest';
import type { MeetingEvent } from '../../../src/domain/meeting/meeting-event.ts';
import type { AnswerEvent } from '../../../src/domain/minutes/answer-event.ts';
import { closeMinutes } from '../../../src/domain/minutes/close-minutes.ts';
import { danish, isClosedDay } from '../../support/danish-calendar.ts';
import {
  answerAfter,
  approved,
  deadline,
  delivered,
  drafted,
  meetingAfter,
  objected,
  sent,
} from '../../support/invented-minutes.ts';

const reachedAt = (wallTime: string): AnswerEvent => ({
  type: 'NoticeDelivered',
  channel: 'teams',
  at: danish(wallTime).toString(),
});

type Answers = Readonly<Record<string, readonly AnswerEvent[]>>;
type Terms = Partial<Extract<MeetingEvent, { type: 'MinutesSent' }>>;

const inTime = { frida: [delivered], mads: [delivered] };

/** Closes version 1, sent with these terms, and what moved its deadline since. */
function closing(
  answers: Answers,
  terms: Terms = {},
  moved: readonly MeetingEvent[] = [],
  now = deadline.add({ seconds: 120 }),
) {
  const meeting = meetingAfter(...drafted, sent(1, { lateNotice: 'extend', ...terms }), ...moved);
  const answered = Object.entries(answers).map(([personId, events]) => ({
    version: 1,
    personId,
    answer: answerAfter(...events),
  }));
  return closeMinutes(meeting, { version: 1, now, unprocessed: false, answered, isClosedDay });
}

function told(result: ReturnType<typeof closing>) {
  if (result.kind === 'closed') return result.event.result;
  return result.kind === 'extended' ? result.events : result.kind;
}

describe('R7: a notice that came too late for silence to count', () => {
  it('gives the person the days they lacked, to the end of an open day', () => {
    // Monday 22 September and five days is Saturday the 27th
    const monday = danish('2025-09-30 00:00').toString();
    expect(told(closing({ ...inTime, bo: [reachedAt('2025-09-22 14:00')] }))).toEqual([
      {
        type: 'DeadlineExtended',
        version: 1,
        reason: 'late-notice',
        persons: ['bo'],
        deadline: monday,
        closesAt: monday,
      },
    ]);
  });

  it('is enough then: silence until the new deadline approves', () => {
    const late = { ...inTime, bo: [reachedAt('2025-09-22 14:00')] };
    const first = closing(late);
    const moved = first.kind === 'extended' ? first.events : [];
    expect(moved).toHaveLength(1);
    const before = danish('2025-09-30 00:01:59');
    expect(told(closing(late, {}, moved, before))).toBe('not-yet');
    expect(told(closing(late, {}, moved, danish('2025-09-30 00:02')))).toBe('approvedTacitly');
  });

  it('moves nobody else: those who were reached in time keep theirs, each of the late has an own one', () => {
    const late = {
      frida: [delivered],
      mads: [reachedAt('2025-09-23 09:00')],
      bo: [reachedAt('2025-09-20 09:00')],
    };
    expect(told(closing(late))).toMatchObject([
      { persons: ['bo'], deadline: danish('2025-09-26 00:00').toString() },
      {
        persons: ['mads'],
        deadline: danish('2025-09-30 00:00').toString(),
        closesAt: danish('2025-09-30 00:00').toString(),
      },
    ]);
  });

  it('is a matter of a moment: the last in time keeps the deadline, the next one has a day more', () => {
    expect(told(closing({ ...inTime, bo: [reachedAt('2025-09-20 00:00:00')] }))).toBe('approvedTacitly');
    expect(told(closing({ ...inTime, bo: [reachedAt('2025-09-20 00:00:01')] }))).toMatchObject([
      { deadline: danish('2025-09-26 00:00').toString() },
    ]);
  });

  it('counts Danish days across a clock change', () => {
    const terms = { deadline: danish('2027-03-27 00:00').toString() };
    const late = { frida: [reachedAt('2027-03-01 09:00')], mads: [reachedAt('2027-03-01 09:00')] };
    const bo = [reachedAt('2027-03-24 23:30')];
    // five days later is Easter Monday
    expect(told(closing({ ...late, bo }, terms, [], danish('2027-03-27 00:02')))).toMatchObject([
      { deadline: danish('2027-03-31 00:00').toString() },
    ]);
  });

  it('asks for a decision where the committee has chosen so, and for versions from before the setting', () => {
    const late = { ...inTime, bo: [reachedAt('2025-09-22 14:00')] };
    expect(told(closing(late, { lateNotice: 'needsDecision' }))).toBe('needsDecision');
    const { lateNotice: _none, ...before } = sent(1);
    const meeting = meetingAfter(...drafted, before);
    expect(meeting).toMatchObject({ situation: 'sentForApproval' });
    const answered = [{ version: 1, personId: 'bo', answer: answerAfter(reachedAt('2025-09-22 14:00')) }];
    const now = deadline.add({ seconds: 120 });
    expect(
      closeMinutes(meeting, { version: 1, now, unprocessed: false, answered, isClosedDay }),
    ).toMatchObject({ event: { result: 'needsDecision' } });
  });

  it('helps nobody who was never reached: then the minutes need a decision at once', () => {
    expect(told(closing({ mads: [delivered], bo: [reachedAt('2025-09-22 14:00')] }))).toBe('needsDecision');
  });

  it('is of no importance where somebody objected, all answered, or silence does not count', () => {
    const bo = [reachedAt('2025-09-22 14:00')];
    expect(told(closing({ frida: [objected('o1')], mads: [delivered], bo }))).toBe('contested');
    expect(told(closing({ ...inTime, bo: [...bo, approved('n1')] }))).toBe('approvedTacitly');
    expect(told(closing({ ...inTime, bo }, { approval: 'explicit' }))).toBe('needsDecision');
  });
});
