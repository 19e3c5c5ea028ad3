import { describe, it } from 'vitest';
import { type ObjectToMinutes, objectToMinutes } from '../../../src/domain/minutes/object-to-minutes.ts';
import { danish } from '../../support/danish-calendar.ts';
import { given } from '../../support/given-when-then.ts';
import { committee, committeeAfter } from '../../support/invented-committee.ts';
import {
  answerAfter,
  approved,
  closed,
  deadline,
  drafted,
  inTime,
  meetingAfter,
  objected,
  ruled,
  sent,
  underApproval,
} from '../../support/invented-minutes.ts';

const open = { meeting: underApproval(), committee, answer: answerAfter() };
const objection = {
  itemNumber: 2,
  text: 'Der blev sagt 50.',
  proposedWording: 'Udvalget anbefaler 50 pladser.',
};

function object(more: Partial<ObjectToMinutes> = {}) {
  const said = {
    personId: 'mads',
    version: 1,
    hash: 'hash-1',
    nonce: 'n1',
    receipt: 'R1',
    receivedAt: inTime,
  };
  return (states: typeof open) =>
    objectToMinutes(states.meeting, states.committee, states.answer, {
      ...said,
      objectionId: 'o1',
      objection,
      ...more,
    });
}

describe('objecting to minutes', () => {
  it('is kept word for word, with its receipt', () => {
    given(open).when(object()).thenHappened({
      type: 'ObjectionRaised',
      objectionId: 'o1',
      objection,
      hash: 'hash-1',
      nonce: 'n1',
      receipt: 'R1',
      receivedAt: inTime.toString(),
    });
  });

  it('may be about the minutes as a whole', () => {
    given(open)
      .when(object({ objection: { text: 'Fremmødet er forkert.' } }))
      .thenHappened({ type: 'ObjectionRaised', objection: { text: 'Fremmødet er forkert.' } });
  });

  it('is refused about an item that is not there', () => {
    given(open)
      .when(object({ objection: { ...objection, itemNumber: 4 } }))
      .thenRefused({ code: 'no-such-item' });
  });

  it('is refused while no minutes are out', () => {
    given({ ...open, meeting: meetingAfter(...drafted) })
      .when(object())
      .thenRefused({ code: 'no-minutes' });
  });
});

describe('R2: objecting at the deadline', () => {
  it('counts when it was begun in time and came within the grace', () => {
    const times = { receivedAt: danish('2025-09-25 00:01'), sentAt: danish('2025-09-24 23:59') };
    given(open).when(object(times)).thenHappened({ type: 'ObjectionRaised' });
  });

  it('R10: is kept as a late remark from then on', () => {
    given(open)
      .when(object({ receivedAt: deadline }))
      .thenHappened({ type: 'LateRemarkMade', objectionId: 'o1' });
  });
});

describe('R4: objecting to an older version', () => {
  const second = {
    ...open,
    meeting: underApproval(sent(2, { deadline: danish('2025-10-01 00:00').toString() })),
  };

  it('is kept with that version while the newest is open, until the deadline of the newest', () => {
    given(second).when(object()).thenHappened({ type: 'ObjectionRaised', hash: 'hash-1' });
    given(second)
      .when(object({ receivedAt: danish('2025-09-30 23:59') }))
      .thenHappened({ type: 'ObjectionRaised' });
    given(second)
      .when(object({ receivedAt: danish('2025-10-01 00:00') }))
      .thenHappened({ type: 'LateRemarkMade' });
  });

  it('is refused for a text that was never sent', () => {
    given(second)
      .when(object({ hash: 'forged' }))
      .thenRefused({ code: 'version-superseded', newest: 2 });
    given(second)
      .when(object({ version: 3, hash: 'hash-3' }))
      .thenRefused({ code: 'version-superseded', newest: 2 });
  });

  it('reads item numbers in the version objected to', () => {
    const shorter = { ...sent(2).paper, items: sent(2).paper.items.slice(0, 1) };
    given({ ...open, meeting: underApproval(sent(2, { paper: shorter })) })
      .when(object())
      .thenHappened({ type: 'ObjectionRaised' });
  });
});

describe('R5: objecting', () => {
  it('is always accepted on an open version, also over an approval and beside another objection', () => {
    for (const answer of [answerAfter(approved('n0')), answerAfter(objected('o0')), answerAfter()]) {
      given({ ...open, answer })
        .when(object())
        .thenHappened({ type: 'ObjectionRaised' });
    }
    given({ ...open, meeting: underApproval(ruled('o0')) })
      .when(object())
      .thenHappened({ type: 'ObjectionRaised' });
  });

  it('by the same press gives the same receipt again, also after the decision', () => {
    given({ ...open, answer: answerAfter(objected('o1', 'n1')) })
      .when(object())
      .thenRepeated({ receipt: 'receipt-n1', verb: 'object' });
    given({
      ...open,
      meeting: underApproval(closed(1, 'contested')),
      answer: answerAfter(objected('o1', 'n1')),
    })
      .when(object())
      .thenRepeated({ verb: 'object' });
  });

  it('late by the same press is one remark', () => {
    const remark = {
      objectionId: 'o1',
      objection,
      nonce: 'n1',
      receipt: 'R1',
      receivedAt: deadline.toString(),
    };
    given({ ...open, answer: answerAfter({ type: 'LateRemarkMade', ...remark }) })
      .when(object({ receivedAt: deadline }))
      .thenRepeated({ receipt: 'R1', verb: 'remark' });
  });

  it('from the card that was also approved with is another act', () => {
    given({ ...open, answer: answerAfter(approved('n1')) })
      .when(object())
      .thenHappened({ type: 'ObjectionRaised' });
  });
});

describe('R6: objecting needs a seat with the right to it', () => {
  it('and strangers, former members and those who only attend are refused', () => {
    given(open)
      .when(object({ personId: 'nobody' }))
      .thenRefused({ code: 'not-a-member' });
    given(open)
      .when(object({ personId: 'elev' }))
      .thenRefused({ code: 'not-entitled' });
    const left = committeeAfter({ type: 'MandateEnded', personId: 'mads', until: '2025-09-16T00:00:00Z' });
    given({ ...open, committee: left })
      .when(object())
      .thenRefused({ code: 'not-a-member' });
  });
});

describe('R10: objecting after the decision', () => {
  it.each(['approvedTacitly', 'approvedByAll', 'contested', 'needsDecision'] as const)(
    'is kept as a late remark that changes nothing: %s',
    (result) => {
      given({ ...open, meeting: underApproval(closed(1, result)) })
        .when(object())
        .thenHappened({ type: 'LateRemarkMade', objection });
    },
  );

  it('is an objection again once contested minutes were sent anew', () => {
    given({ ...open, meeting: underApproval(closed(1, 'contested'), sent(2)) })
      .when(object({ version: 2, hash: 'hash-2' }))
      .thenHappened({ type: 'ObjectionRaised' });
  });
});
