import { describe, expect, it } from 'vitest';
import { type CloseMinutes, closeMinutes } from '../../../src/domain/minutes/close-minutes.ts';
import { type SendMinutes, sendMinutes } from '../../../src/domain/minutes/send-minutes.ts';
import { danish, isClosedDay } from '../../support/danish-calendar.ts';
import { given } from '../../support/given-when-then.ts';
import { committee, committeeAfter, minutesPaper, rules, seat } from '../../support/invented-committee.ts';
import {
  answerAfter,
  closed,
  deadline,
  drafted,
  meetingAfter,
  objected,
  objectionWithdrawn,
  ruled,
  sent,
  underApproval,
} from '../../support/invented-minutes.ts';

const ready = { meeting: meetingAfter(...drafted), committee };
const objection: CloseMinutes['answered'] = [
  { version: 1, personId: 'bo', answer: answerAfter(objected('o1')) },
];

function send(more: Partial<SendMinutes> = {}) {
  const sending = {
    sentBy: 'sigrid',
    at: danish('2025-09-12 15:00'),
    paper: minutesPaper,
    hash: 'new',
    isClosedDay,
  };
  return (states: typeof ready) =>
    sendMinutes(states.meeting, states.committee, { ...sending, answered: [], ...more });
}

describe('sending a new version', () => {
  const open = { ...ready, meeting: underApproval() };

  it('R4: gives a whole new window and asks those who have the right now', () => {
    const joined = committeeAfter({ type: 'MandatesGranted', mandates: [seat('ida')] });
    given({ ...open, committee: joined })
      .when(send({ at: danish('2025-09-22 10:00') }))
      .thenHappened({
        version: 2,
        deadline: danish('2025-09-30 00:00').toString(),
        deadlineReason: 'new-version',
        deadlineDays: 7,
        entitled: ['frida', 'mads', 'bo', 'ida'],
      });
  });

  it('R9: never ends before the deadline that was told, also when the rules were changed since', () => {
    given(open).when(send()).thenHappened({ version: 2, deadline: deadline.toString() });
    const shorter = { ...rules, objectionDaysAfterMeeting: 3, minimumWindowDays: 1 };
    given({ ...open, committee: committeeAfter({ type: 'RulesAdopted', rules: shorter }) })
      .when(send())
      .thenHappened({
        version: 2,
        deadline: deadline.toString(),
        deadlineReason: 'days-after-meeting',
        deadlineDays: 14,
      });
  });

  it('R9: nor before one that was moved since, for everybody or for some', () => {
    for (const persons of [undefined, ['bo']]) {
      const longer = danish('2025-10-04 00:00').toString();
      const meeting = underApproval({
        type: 'DeadlineExtended',
        version: 1,
        reason: 'more-time',
        deadline: longer,
        closesAt: longer,
        ...(persons === undefined ? {} : { persons }),
      });
      given({ ...open, meeting })
        .when(send())
        .thenHappened({ version: 2, deadline: longer, deadlineReason: 'promised-before' });
    }
  });

  it('is refused while objections wait for a ruling, on whichever version', () => {
    given(open)
      .when(send({ answered: objection }))
      .thenRefused({ code: 'unanswered-objections', count: 1 });
    given({ ...open, meeting: underApproval(sent(2)) })
      .when(send({ answered: objection }))
      .thenRefused({ code: 'unanswered-objections', count: 1 });
    given({ ...open, meeting: underApproval(closed(1, 'contested')) })
      .when(send({ answered: objection }))
      .thenRefused({ code: 'unanswered-objections', count: 1 });
  });

  it('needs no ruling on an objection that was withdrawn', () => {
    const answer = answerAfter(objected('o1'), objectionWithdrawn('o1', 'n2'));
    given(open)
      .when(send({ answered: [{ version: 1, personId: 'bo', answer }] }))
      .thenHappened({ version: 2 });
  });

  it('with the text that is out already is refused', () => {
    given(open)
      .when(send({ hash: 'hash-1' }))
      .thenRefused({ code: 'minutes-under-approval' });
  });

  it('waits until the file says what a ruling promised, and takes whatever else was written there', () => {
    const promised = {
      ...ruled('o1'),
      amendments: [{ itemNumber: 2, field: 'decision', text: 'Tre vejledere.' }],
    } as const;
    const meeting = underApproval(promised);
    given({ ...open, meeting })
      .when(send({ hash: 'hash-1', answered: objection }))
      .thenRefused({ code: 'ruling-not-written' });
    given({ ...open, meeting })
      .when(send({ hash: 'new', answered: objection }))
      .thenHappened({ version: 2 });
  });

  it('with the same text is what a rejected objection asks for: on the version it was raised on it would stand', () => {
    given({ ...open, meeting: underApproval(ruled('o1', 'rejected')) })
      .when(send({ hash: 'hash-1', answered: objection }))
      .thenHappened({ version: 2, hash: 'hash-1' });
    given({ ...open, meeting: underApproval(ruled('o1', 'rejected'), sent(2, { hash: 'hash-1' })) })
      .when(send({ hash: 'hash-1', answered: objection }))
      .thenRefused({ code: 'minutes-under-approval' });
  });

  it('waits for the decision once the deadline of the one before has passed', () => {
    given(open)
      .when(send({ at: deadline }))
      .thenRefused({ code: 'minutes-under-approval' });
    given(open)
      .when(send({ at: deadline.subtract({ nanoseconds: 1 }) }))
      .thenHappened({ version: 2 });
  });
});

describe('R10: sending after the decision', () => {
  const later = danish('2025-09-26 10:00');

  it('is refused for minutes that are approved', () => {
    for (const result of ['approvedTacitly', 'approvedByAll'] as const) {
      given({ ...ready, meeting: underApproval(closed(1, result)) })
        .when(send({ at: later }))
        .thenRefused({ code: 'already-decided' });
    }
  });

  it('is possible for contested minutes and those that need a decision, also with the same text', () => {
    const contested = underApproval(closed(1, 'contested'), ruled('o1', 'rejected'));
    given({ ...ready, meeting: contested })
      .when(send({ at: later, hash: 'hash-1', answered: objection }))
      .thenHappened({ version: 2, deadline: danish('2025-10-04 00:00').toString() });
    given({ ...ready, meeting: underApproval(closed(1, 'needsDecision')) })
      .when(send({ at: later, hash: 'hash-1' }))
      .thenHappened({ version: 2, deadlineReason: 'new-version' });
  });

  it('opens the minutes again: the new version is decided for itself', () => {
    const meeting = underApproval(closed(1, 'needsDecision'), sent(2));
    expect(meeting.situation).toBe('sentForApproval');
    const close = { now: deadline.add({ seconds: 120 }), unprocessed: false, answered: [], isClosedDay };
    expect(closeMinutes(meeting, { ...close, version: 1 }).kind).toBe('nothing-to-close');
    expect(closeMinutes(meeting, { ...close, version: 2 }).kind).toBe('closed');
  });
});
