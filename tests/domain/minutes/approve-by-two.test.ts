import { describe, expect, it } from 'vitest';
import type { MeetingEvent } from '../../../src/domain/meeting/meeting-event.ts';
import { type ApproveByTwo, approveByTwo } from '../../../src/domain/minutes/approve-by-two.ts';
import { deferMinutes } from '../../../src/domain/minutes/defer-minutes.ts';
import { danish } from '../../support/danish-calendar.ts';
import { given } from '../../support/given-when-then.ts';
import { committeeAfter, seat } from '../../support/invented-committee.ts';
import { closed, sent, underApproval } from '../../support/invented-minutes.ts';

const at = danish('2025-09-26 10:00');
const committee = committeeAfter({
  type: 'MandatesGranted',
  mandates: [
    seat('vibeke', { roles: ['viceChair', 'member'] }),
    seat('sonja', { roles: ['secretary'], entitlement: 'attend', list: 'none' }),
  ],
});
const reason = 'Bo har læst det op i telefonen.';

const waiting = underApproval(closed(1, 'needsDecision'));
const proposal = (proposedBy: string): MeetingEvent => ({
  type: 'ApprovalProposed',
  version: 1,
  proposedBy,
  reason,
});
const proposedBy = (personId: string) => underApproval(closed(1, 'needsDecision'), proposal(personId));

function approve(approvedBy: string, more: Partial<ApproveByTwo> = {}, by = committee) {
  return (meeting: typeof waiting) =>
    approveByTwo(meeting, by, { approvedBy, at, version: 1, reason, ...more });
}

describe('R18: minutes that need a decision', () => {
  it('are proposed to be approved by the first, with a reason', () => {
    given(waiting)
      .when(approve('sigrid'))
      .thenHappened({ type: 'ApprovalProposed', version: 1, proposedBy: 'sigrid', reason });
  });

  it('are approved by the second, for the reason of the first', () => {
    given(proposedBy('sigrid'))
      .when(approve('frida', { reason: 'En anden.' }))
      .thenHappened({
        type: 'MinutesApprovedByTwo',
        version: 1,
        first: 'sigrid',
        second: 'frida',
        reason,
        at: at.toString(),
      });
    const approved = underApproval(closed(1, 'needsDecision'), proposal('sigrid'), {
      type: 'MinutesApprovedByTwo',
      version: 1,
      first: 'sigrid',
      second: 'frida',
      reason,
      at: at.toString(),
    });
    expect(approved).toMatchObject({ situation: 'approved', closing: { result: 'approvedByTwo' } });
  });

  it('take two different persons', () => {
    for (const person of ['sigrid', 'frida', 'vibeke'])
      given(proposedBy(person)).when(approve(person)).thenRefused({ code: 'second-person-needed' });
  });

  it('take chair or vice-chair for one of the two', () => {
    given(proposedBy('sigrid'))
      .when(approve('sonja'))
      .thenRefused({ code: 'not-permitted', needs: ['chair', 'viceChair'] });
    given(proposedBy('sigrid')).when(approve('vibeke')).thenHappened({ second: 'vibeke' });
    given(proposedBy('vibeke')).when(approve('sigrid')).thenHappened({ first: 'vibeke', second: 'sigrid' });
    given(proposedBy('frida')).when(approve('vibeke')).thenHappened({ first: 'frida', second: 'vibeke' });
  });

  it('are no matter of other members, or of those who only take minutes', () => {
    for (const person of ['mads', 'elev', 'nobody'])
      given(waiting)
        .when(approve(person))
        .thenRefused({ code: 'not-permitted', needs: ['secretary', 'chair', 'viceChair'] });
  });

  it('are proposed anew where whoever proposed has no say any more', () => {
    const until = danish('2025-09-26 00:00').toString();
    const without = committeeAfter(
      { type: 'MandatesGranted', mandates: [seat('vibeke', { roles: ['viceChair', 'member'] })] },
      { type: 'MandateEnded', personId: 'sigrid', until },
    );
    given(proposedBy('sigrid'))
      .when(approve('frida', {}, without))
      .thenHappened({ type: 'ApprovalProposed', proposedBy: 'frida' });
    const { reason: _none, ...pressed } = { approvedBy: 'frida', at, version: 1, reason };
    given(proposedBy('sigrid'))
      .when((meeting) => approveByTwo(meeting, without, pressed))
      .thenRefused({ code: 'no-proposal' });
  });

  it('are a situation of their own: nothing that is open, decided or superseded is approved by two', () => {
    const refusal = { code: 'no-decision-needed' } as const;
    given(underApproval()).when(approve('frida')).thenRefused(refusal);
    for (const result of ['approvedTacitly', 'approvedByAll', 'contested'] as const)
      given(underApproval(closed(1, result)))
        .when(approve('frida'))
        .thenRefused(refusal);
    given(underApproval(closed(1, 'needsDecision'), sent(2)))
      .when(approve('frida'))
      .thenRefused(refusal);
    given(waiting)
      .when(approve('frida', { version: 2 }))
      .thenRefused(refusal);
  });
});

describe('putting minutes on the next agenda', () => {
  const defer = (deferredBy: string) => (meeting: typeof waiting) =>
    deferMinutes(meeting, committee, { deferredBy, at, version: 1 });
  const deferred = underApproval(closed(1, 'needsDecision'), {
    type: 'MinutesDeferred',
    version: 1,
    deferredBy: 'sigrid',
  });

  it('is for those who may take a stand', () => {
    for (const person of ['sigrid', 'frida', 'vibeke'])
      given(waiting)
        .when(defer(person))
        .thenHappened({ type: 'MinutesDeferred', version: 1, deferredBy: person });
    given(waiting)
      .when(defer('mads'))
      .thenRefused({ code: 'not-permitted', needs: ['secretary', 'chair', 'viceChair'] });
  });

  it('leaves nothing for two to approve: the committee itself decides', () => {
    given(deferred).when(approve('frida')).thenRefused({ code: 'no-decision-needed' });
    given(deferred).when(defer('frida')).thenRefused({ code: 'no-decision-needed' });
  });
});
