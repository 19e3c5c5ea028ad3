import { describe, it } from 'vitest';
import { type ApproveMinutes, approveMinutes } from '../../../src/domain/minutes/approve-minutes.ts';
import { danish } from '../../support/danish-calendar.ts';
import { given } from '../../support/given-when-then.ts';
import { committee, committeeAfter, seat } from '../../support/invented-committee.ts';
import {
  answerAfter,
  closed,
  deadline,
  drafted,
  inTime,
  meetingAfter,
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

describe('approving minutes', () => {
  it('is kept with the receipt, the text it was about and when it came', () => {
    given(open).when(approve()).thenHappened({
      type: 'ApprovalGiven',
      hash: 'hash-1',
      nonce: 'n1',
      receipt: 'R1',
      receivedAt: inTime.toString(),
    });
  });

  it('is refused while no minutes are out', () => {
    given({ ...open, meeting: meetingAfter(...drafted) })
      .when(approve())
      .thenRefused({ code: 'no-minutes' });
  });
});

describe('R2: approving at the deadline', () => {
  const press = (receivedAt: string, sentAt?: string) =>
    approve({ receivedAt: danish(receivedAt), ...(sentAt === undefined ? {} : { sentAt: danish(sentAt) }) });

  it('counts until the last moment', () => {
    given(open).when(press('2025-09-24 23:59:59')).thenHappened({ type: 'ApprovalGiven' });
  });

  it('counts when it was begun in time and came within the grace', () => {
    given(open)
      .when(press('2025-09-25 00:01:59', '2025-09-24 23:59:59'))
      .thenHappened({ type: 'ApprovalGiven' });
  });

  it('is too late from the deadline on', () => {
    given(open).when(press('2025-09-25 00:00')).thenRefused({ code: 'too-late', deadline });
    given(open)
      .when(press('2025-09-25 00:02', '2025-09-24 23:59'))
      .thenRefused({ code: 'too-late', deadline });
  });
});

describe('R4: approving binds to one text', () => {
  const second = { ...open, meeting: underApproval(sent(2)) };

  it('and an old card is told that there is a newer version', () => {
    given(second).when(approve()).thenRefused({ code: 'version-superseded', newest: 2 });
  });

  it('and a version number with another text is not that version', () => {
    given(second)
      .when(approve({ version: 2, hash: 'hash-1' }))
      .thenRefused({ code: 'version-superseded', newest: 2 });
  });

  it('and a card of the version before is old also where the text was sent again unchanged', () => {
    given({ ...open, meeting: underApproval(sent(2, { hash: 'hash-1' })) })
      .when(approve())
      .thenRefused({ code: 'version-superseded', newest: 2 });
  });

  it('and the newest version is approved by its own hash', () => {
    given(second)
      .when(approve({ version: 2, hash: 'hash-2' }))
      .thenHappened({ type: 'ApprovalGiven', hash: 'hash-2' });
  });
});

describe('R6: approving needs a seat with the right to it at the instant of receipt', () => {
  it('and strangers are refused', () => {
    given(open)
      .when(approve({ personId: 'nobody' }))
      .thenRefused({ code: 'not-a-member' });
  });

  it('and a seat without the right is not enough', () => {
    given(open)
      .when(approve({ personId: 'elev' }))
      .thenRefused({ code: 'not-entitled' });
  });

  it('and a seat that ended then is over, one that began then has begun', () => {
    const from = inTime.toString();
    const changed = committeeAfter(
      { type: 'MandateEnded', personId: 'mads', until: from },
      { type: 'MandatesGranted', mandates: [seat('ida', { from })] },
    );
    given({ ...open, committee: changed })
      .when(approve())
      .thenRefused({ code: 'not-a-member' });
    const before = inTime.subtract({ nanoseconds: 1 });
    given({ ...open, committee: changed })
      .when(approve({ receivedAt: before }))
      .thenHappened({ type: 'ApprovalGiven' });
    given({ ...open, committee: changed })
      .when(approve({ personId: 'ida' }))
      .thenHappened({ type: 'ApprovalGiven' });
    given({ ...open, committee: changed })
      .when(approve({ personId: 'ida', receivedAt: before }))
      .thenRefused({ code: 'not-a-member' });
  });

  it('and the right may lie in any of several seats', () => {
    const both = committeeAfter({ type: 'MandatesGranted', mandates: [seat('sigrid')] });
    given({ ...open, committee: both })
      .when(approve({ personId: 'sigrid' }))
      .thenHappened({ type: 'ApprovalGiven' });
  });
});

describe('R10: after the decision', () => {
  it.each(['approvedTacitly', 'approvedByAll', 'contested', 'needsDecision'] as const)(
    'nothing is approved any more: %s',
    (result) => {
      given({ ...open, meeting: underApproval(closed(1, result)) })
        .when(approve())
        .thenRefused({ code: 'already-decided' });
    },
  );
});
