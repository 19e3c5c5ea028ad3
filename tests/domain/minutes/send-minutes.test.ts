import { describe, it } from 'vitest';
import { type SendMinutes, sendMinutes } from '../../../src/domain/minutes/send-minutes.ts';
import { danish, isClosedDay } from '../../support/danish-calendar.ts';
import { given } from '../../support/given-when-then.ts';
import {
  committee,
  committeeAfter,
  entitled,
  minutesPaper,
  rules,
  seat,
} from '../../support/invented-committee.ts';
import { called, drafted, meetingAfter } from '../../support/invented-minutes.ts';

const ready = { meeting: meetingAfter(...drafted), committee };

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

describe('sending minutes for approval', () => {
  it('freezes the text, whom it asks, and the terms with the rule they rest on', () => {
    given(ready).when(send()).thenHappened({
      type: 'MinutesSent',
      version: 1,
      paper: minutesPaper,
      hash: 'new',
      entitled,
      deadline: '2025-09-24T22:00:00Z',
      deadlineReason: 'days-after-meeting',
      deadlineDays: 14,
      movedFromClosedDay: false,
      approval: 'tacit',
      noticeDaysBeforeDeadline: 5,
      approvalParagraph: 'punkt 6',
      approvalText: rules.approvalText,
    });
  });

  it('R6: asks those who have a seat with the right to object then, each once', () => {
    const changed = committeeAfter(
      { type: 'MandateEnded', personId: 'mads', until: '2025-09-12T00:00:00Z' },
      {
        type: 'MandatesGranted',
        mandates: [
          seat('frida'),
          seat('ida', { from: '2025-09-11T00:00:00Z' }),
          seat('ole', { from: '2025-10-01T00:00:00Z' }),
        ],
      },
    );
    given({ ...ready, committee: changed })
      .when(send())
      .thenHappened({ entitled: ['frida', 'bo', 'ida'] });
  });

  it('goes by the rules in force on the day of the meeting', () => {
    const later = { ...rules, validFrom: '2025-09-11', objectionDaysAfterMeeting: 30 };
    const stricter = {
      ...rules,
      validFrom: '2025-09-10',
      approval: 'explicit',
      minimumWindowDays: 20,
    } as const;
    given({ ...ready, committee: committeeAfter({ type: 'RulesAdopted', rules: later }) })
      .when(send())
      .thenHappened({ deadlineDays: 14 });
    given({ ...ready, committee: committeeAfter({ type: 'RulesAdopted', rules: stricter }) })
      .when(send())
      .thenHappened({ approval: 'explicit', deadlineReason: 'minimum-window', deadlineDays: 20 });
  });

  it('is refused without rules for that day', () => {
    const none = { ...committee, rules: [{ ...rules, validFrom: '2026-01-01' }] };
    given({ ...ready, committee: none })
      .when(send())
      .thenRefused({ code: 'no-rules' });
  });

  it('is for secretary, minute-taker and chair', () => {
    const needs = { code: 'not-permitted', needs: ['secretary', 'minuteTaker'] } as const;
    given(ready)
      .when(send({ sentBy: 'frida' }))
      .thenHappened({ type: 'MinutesSent' });
    given(ready)
      .when(send({ sentBy: 'mads' }))
      .thenRefused(needs);
    given(ready)
      .when(send({ sentBy: 'nobody' }))
      .thenRefused(needs);
  });

  it('is refused before the meeting was held', () => {
    given({ ...ready, meeting: meetingAfter(...called) })
      .when(send())
      .thenRefused({ code: 'no-minutes' });
  });

  it('R19: asks nobody where nobody has the right, and is sent all the same', () => {
    const none = {
      ...committee,
      mandates: committee.mandates.map((each) => ({ ...each, entitlement: 'attend' as const })),
    };
    given({ ...ready, committee: none })
      .when(send())
      .thenHappened({ entitled: [] });
  });
});
