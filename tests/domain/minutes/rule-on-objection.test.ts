import { describe, it } from 'vitest';
import { type RuleOnObjection, ruleOnObjection } from '../../../src/domain/minutes/rule-on-objection.ts';
import { given } from '../../support/given-when-then.ts';
import { committee, committeeAfter } from '../../support/invented-committee.ts';
import {
  answerAfter,
  closed,
  drafted,
  inTime,
  meetingAfter,
  objected,
  objectionWithdrawn,
  ruled,
  sent,
  underApproval,
} from '../../support/invented-minutes.ts';

const open = { meeting: underApproval(), committee, objector: answerAfter(objected('o1')) };

function rule(more: Partial<RuleOnObjection> = {}) {
  const ruling = { objectionId: 'o1', ruling: 'partly', reason: 'Tallet var 45.', ruledBy: 'frida' } as const;
  const amendments = [{ itemNumber: 2, field: 'decision', text: 'Udvalget anbefaler 45 pladser.' }] as const;
  return (states: typeof open) =>
    ruleOnObjection(states.meeting, states.committee, states.objector, {
      ...ruling,
      amendments,
      at: inTime,
      ...more,
    });
}

describe('ruling on an objection', () => {
  it('is kept in writing with what it changes', () => {
    given(open)
      .when(rule())
      .thenHappened({
        type: 'ObjectionRuled',
        objectionId: 'o1',
        ruling: 'partly',
        reason: 'Tallet var 45.',
        ruledBy: 'frida',
        amendments: [{ itemNumber: 2, field: 'decision', text: 'Udvalget anbefaler 45 pladser.' }],
      });
  });

  it('is for chair, vice-chair and minute-taker', () => {
    const needs = { code: 'not-permitted', needs: ['chair', 'minuteTaker'] } as const;
    given(open)
      .when(rule({ ruledBy: 'sigrid' }))
      .thenHappened({ type: 'ObjectionRuled', ruledBy: 'sigrid' });
    given(open)
      .when(rule({ ruledBy: 'mads' }))
      .thenRefused(needs);
    given(open)
      .when(rule({ ruledBy: 'nobody' }))
      .thenRefused(needs);
    const left = committeeAfter({ type: 'MandateEnded', personId: 'frida', until: '2025-09-16T00:00:00Z' });
    given({ ...open, committee: left })
      .when(rule())
      .thenRefused(needs);
  });

  it('R13: is possible also when the person who objected has left', () => {
    const left = committeeAfter({ type: 'MandateEnded', personId: 'mads', until: '2025-09-16T00:00:00Z' });
    given({ ...open, committee: left })
      .when(rule())
      .thenHappened({ type: 'ObjectionRuled' });
  });

  it('is given once, on an objection that stands', () => {
    given({ ...open, meeting: underApproval(ruled('o1')) })
      .when(rule())
      .thenRefused({ code: 'objection-ruled' });
    given({ ...open, objector: answerAfter(objected('o1'), objectionWithdrawn('o1', 'n2')) })
      .when(rule())
      .thenRefused({ code: 'objection-withdrawn' });
    given(open)
      .when(rule({ objectionId: 'o2' }))
      .thenRefused({ code: 'no-such-objection' });
  });

  it('changes items that are there', () => {
    given(open)
      .when(rule({ amendments: [{ itemNumber: 4, field: 'summary' }] }))
      .thenRefused({ code: 'no-such-item' });
  });

  it('is refused while no minutes are out', () => {
    given({ ...open, meeting: meetingAfter(...drafted) })
      .when(rule())
      .thenRefused({ code: 'no-minutes' });
  });

  it('R4: is possible on an objection to an older version while the newest is open', () => {
    given({ ...open, meeting: underApproval(sent(2)) })
      .when(rule())
      .thenHappened({ type: 'ObjectionRuled' });
  });

  it('R10, R11: is possible on contested minutes, and on no others that are decided', () => {
    given({ ...open, meeting: underApproval(closed(1, 'contested')) })
      .when(rule())
      .thenHappened({ type: 'ObjectionRuled' });
    for (const result of ['approvedTacitly', 'approvedByAll', 'needsDecision'] as const) {
      given({ ...open, meeting: underApproval(closed(1, result)) })
        .when(rule())
        .thenRefused({ code: 'already-decided' });
    }
  });
});
