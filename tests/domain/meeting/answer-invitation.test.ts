import { describe, expect, it } from 'vitest';
import { answerInvitation, beginsAt, endsAt } from '../../../src/domain/meeting/answer-invitation.ts';
import { isKnown } from '../../../src/domain/meeting/meeting.ts';
import { danish } from '../../support/danish-calendar.ts';
import { given } from '../../support/given-when-then.ts';
import { committee, committeeAfter, seat } from '../../support/invented-committee.ts';
import { called, drafted, meetingAfter, planned } from '../../support/invented-minutes.ts';

const open = { meeting: meetingAfter(...called), committee };
const press = { personId: 'mads', nonce: 'n1', receivedAt: danish('2025-09-05 10:00') };

const coming =
  (more: Partial<typeof press> = {}) =>
  (states: typeof open) =>
    answerInvitation(states.meeting, states.committee, { ...press, ...more, coming: true });

const apologies =
  (more: Partial<typeof press> & { substitute?: { name: string }; message?: string } = {}) =>
  (states: typeof open) =>
    answerInvitation(states.meeting, states.committee, { ...press, ...more, coming: false });

describe('answering an invitation', () => {
  it('is Deltager, or Afbud with a substitute and a message', () => {
    given(open).when(coming()).thenHappened({ type: 'AttendanceAnnounced', personId: 'mads', nonce: 'n1' });
    given(open).when(apologies()).thenHappened({ type: 'ApologiesSent', personId: 'mads', nonce: 'n1' });
    const said = { substitute: { name: 'Sofie Suppleant-Prøve' }, message: 'Hun kommer kl. 10.' };
    given(open)
      .when(apologies(said))
      .thenHappened({ type: 'ApologiesSent', personId: 'mads', ...said });
  });

  it('can be changed until the meeting is over', () => {
    const last = danish('2025-09-10 11:59:59');
    given(open)
      .when(coming({ receivedAt: last }))
      .thenHappened({ type: 'AttendanceAnnounced' });
    given(open)
      .when(coming({ receivedAt: danish('2025-09-10 12:00') }))
      .thenRefused({ code: 'meeting-over' });
  });

  it('is refused to those who serve the committee, and open to whoever got a seat at the table since', () => {
    given(open)
      .when(coming({ personId: 'sigrid' }))
      .thenRefused({ code: 'not-invited' });
    const joined = committeeAfter({ type: 'MandatesGranted', mandates: [seat('ida')] });
    given({ ...open, committee: joined })
      .when(coming({ personId: 'ida' }))
      .thenHappened({ type: 'AttendanceAnnounced', personId: 'ida' });
  });

  it('is refused without a seat, before the agenda went out and after the meeting was held', () => {
    given(open)
      .when(coming({ personId: 'nobody' }))
      .thenRefused({ code: 'not-a-member' });
    given({ ...open, meeting: meetingAfter(...planned) })
      .when(coming())
      .thenRefused({ code: 'agenda-not-sent' });
    given({ ...open, meeting: meetingAfter(...drafted) })
      .when(coming())
      .thenRefused({ code: 'meeting-held' });
  });

  it('is open to those who only attend', () => {
    given(open)
      .when(coming({ personId: 'elev' }))
      .thenHappened({ type: 'AttendanceAnnounced', personId: 'elev' });
  });
});

describe('R5: a press on an invitation', () => {
  const came = { type: 'AttendanceAnnounced', personId: 'mads', nonce: 'n1' } as const;
  const stayed = { type: 'ApologiesSent', personId: 'mads', nonce: 'n2' } as const;

  it('delivered twice counts once', () => {
    given({ ...open, meeting: meetingAfter(...called, came) })
      .when(coming())
      .thenNothingHappened();
  });

  it('delivered again after a newer answer does not undo it', () => {
    given({ ...open, meeting: meetingAfter(...called, came, stayed) })
      .when(coming())
      .thenNothingHappened();
  });

  it('on the other button of the same card is another act', () => {
    given({ ...open, meeting: meetingAfter(...called, came) })
      .when(apologies())
      .thenHappened({ type: 'ApologiesSent' });
  });

  it('of another person on the same shared card is theirs', () => {
    given({ ...open, meeting: meetingAfter(...called, came) })
      .when(coming({ personId: 'bo' }))
      .thenHappened({ type: 'AttendanceAnnounced', personId: 'bo' });
  });
});

it('a meeting begins and ends at Danish wall times', () => {
  const { meeting } = open;
  if (!isKnown(meeting)) throw new TypeError('a meeting was planned');
  expect(beginsAt(meeting).toString()).toBe('2025-09-10T07:00:00Z');
  expect(endsAt(meeting).toString()).toBe('2025-09-10T10:00:00Z');
});
