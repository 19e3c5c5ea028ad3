import { describe, it } from 'vitest';
import type { MeetingEvent } from '../../../src/domain/meeting/meeting-event.ts';
import type { AnswerEvent } from '../../../src/domain/minutes/answer-event.ts';
import { type RecordObjection, recordObjection } from '../../../src/domain/minutes/record-objection.ts';
import { danish } from '../../support/danish-calendar.ts';
import { given } from '../../support/given-when-then.ts';
import { committee, committeeAfter } from '../../support/invented-committee.ts';
import {
  answerAfter,
  approved,
  closed,
  deadline,
  drafted,
  meetingAfter,
  objected,
  sent,
} from '../../support/invented-minutes.ts';

const sentAt = danish('2025-09-12 15:00:30');
const version1 = sent(1, { sentAt: sentAt.toString() });
const under = (...events: readonly MeetingEvent[]) => meetingAfter(...drafted, version1, ...events);
const reachedAt = danish('2025-09-19 09:30');
const at = danish('2025-09-20 10:00');

const ready = {
  meeting: under(),
  committee,
  answer: answerAfter(),
};

function record(more: Partial<RecordObjection> = {}) {
  return (states: typeof ready) =>
    recordObjection(states.meeting, states.committee, states.answer, {
      recordedBy: 'sigrid',
      at,
      personId: 'bo',
      version: 1,
      hash: 'hash-1',
      nonce: 'n1',
      receipt: 'K7F3-92',
      objectionId: 'o1',
      objection: { itemNumber: 2, text: 'Der stod 50.' },
      source: 'letter',
      sourceNote: 'Journalnummer 25/17',
      reachedAt,
      ...more,
    });
}

const onBehalf = {
  recordedBy: 'sigrid',
  source: 'letter',
  sourceNote: 'Journalnummer 25/17',
  reachedAt: reachedAt.toString(),
} as const;

describe('R17: an objection that came another way', () => {
  it('is recorded with who did it, how it came and where it is found, and the objector’s receipt', () => {
    given(ready).when(record()).thenHappened({
      type: 'ObjectionRaised',
      objectionId: 'o1',
      hash: 'hash-1',
      receipt: 'K7F3-92',
      receivedAt: at.toString(),
      onBehalf,
    });
  });

  it('counts from when it reached the committee: also one noted after the deadline, while nothing is decided', () => {
    const late = deadline.add({ seconds: 60 });
    given(ready)
      .when(record({ at: late, reachedAt: deadline.subtract({ seconds: 1 }) }))
      .thenHappened({ type: 'ObjectionRaised', receivedAt: late.toString() });
    given(ready)
      .when(record({ at: late, reachedAt: deadline }))
      .thenHappened({ type: 'LateRemarkMade', onBehalf: { ...onBehalf, reachedAt: deadline.toString() } });
  });

  it('R10: is a late remark after the decision, whenever it came', () => {
    given({ ...ready, meeting: under(closed(1, 'approvedTacitly')) })
      .when(record({ at: danish('2025-09-26 10:00') }))
      .thenHappened({ type: 'LateRemarkMade' });
  });

  it('is measured by the person’s own deadline', () => {
    const longer = {
      type: 'DeadlineExtended',
      version: 1,
      reason: 'late-notice',
      persons: ['bo'],
      deadline: danish('2025-09-27 00:00').toString(),
      closesAt: danish('2025-09-27 00:00').toString(),
    } as const;
    const meeting = under(longer);
    const when = { at: danish('2025-09-26 10:00'), reachedAt: danish('2025-09-25 10:00') };
    given({ ...ready, meeting })
      .when(record(when))
      .thenHappened({ type: 'ObjectionRaised' });
    given({ ...ready, meeting })
      .when(record({ ...when, personId: 'mads' }))
      .thenHappened({ type: 'LateRemarkMade' });
  });

  it('ends an approval of the same person, as any objection does', () => {
    given({ ...ready, answer: answerAfter(approved('n0')) })
      .when(record())
      .thenHappened({ type: 'ObjectionRaised' });
  });

  it('cannot have come later than now, or before the version was sent', () => {
    const refusal = { code: 'impossible-instant' } as const;
    given(ready)
      .when(record({ reachedAt: at.add({ seconds: 1 }) }))
      .thenRefused(refusal);
    given(ready)
      .when(record({ reachedAt: danish('2025-09-12 14:59') }))
      .thenRefused(refusal);
    // people tell the time to the minute
    given(ready)
      .when(record({ reachedAt: danish('2025-09-12 15:00') }))
      .thenHappened({ type: 'ObjectionRaised' });
  });

  it('is for secretary and minute-taker, of persons who had the right when it came', () => {
    given(ready)
      .when(record({ recordedBy: 'frida' }))
      .thenRefused({ code: 'not-permitted', needs: ['secretary', 'minuteTaker'] });
    given(ready)
      .when(record({ personId: 'elev' }))
      .thenRefused({ code: 'person-not-asked' });
    const left = (until: string) => ({
      ...ready,
      committee: committeeAfter({ type: 'MandateEnded', personId: 'bo', until: danish(until).toString() }),
    });
    given(left('2025-09-19 09:30')).when(record()).thenRefused({ code: 'person-not-asked' });
    given(left('2025-09-19 09:31')).when(record()).thenHappened({ type: 'ObjectionRaised' });
  });

  it('names an item of the version it is about', () => {
    given(ready)
      .when(record({ objection: { itemNumber: 9, text: 'Nej.' } }))
      .thenRefused({ code: 'no-such-item' });
    given(ready)
      .when(record({ hash: 'another' }))
      .thenRefused({ code: 'version-superseded', newest: 1 });
  });

  it('R4: noted to an older version is kept with it', () => {
    given({ ...ready, meeting: under(sent(2)) })
      .when(record())
      .thenHappened({ type: 'ObjectionRaised', hash: 'hash-1' });
  });

  it('R5: sent twice is one objection', () => {
    const raised: AnswerEvent = { ...objected('o1', 'n1'), type: 'ObjectionRaised' } as AnswerEvent;
    given({ ...ready, answer: answerAfter(raised) })
      .when(record())
      .thenRepeated({ verb: 'object', nonce: 'n1' });
  });
});
