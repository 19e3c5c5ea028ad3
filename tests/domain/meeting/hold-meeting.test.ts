import { describe, it } from 'vitest';
import { type HoldMeeting, holdMeeting } from '../../../src/domain/meeting/hold-meeting.ts';
import { danish } from '../../support/danish-calendar.ts';
import { given } from '../../support/given-when-then.ts';
import { committee, minutesPaper } from '../../support/invented-committee.ts';
import { called, drafted, meetingAfter, planned } from '../../support/invented-minutes.ts';

const ready = { meeting: meetingAfter(...called), committee };
const begins = danish('2025-09-10 09:00');

function hold(more: Partial<HoldMeeting> = {}) {
  const command = { heldBy: 'sigrid', at: begins, draft: minutesPaper, ...more };
  return (states: typeof ready) => holdMeeting(states.meeting, states.committee, command);
}

describe('holding a meeting', () => {
  it('makes the draft of the minutes of it, from the hour it begins', () => {
    given(ready)
      .when(hold())
      .thenHappened({ type: 'MeetingHeld' }, { type: 'MinutesDrafted', paper: minutesPaper });
  });

  it('is refused before it begins', () => {
    given(ready)
      .when(hold({ at: begins.subtract({ nanoseconds: 1 }) }))
      .thenRefused({ code: 'meeting-not-begun', begins });
  });

  it('is for secretary, minute-taker and chair', () => {
    given(ready)
      .when(hold({ heldBy: 'frida' }))
      .thenHappened({ type: 'MeetingHeld' }, { type: 'MinutesDrafted' });
    given(ready)
      .when(hold({ heldBy: 'mads' }))
      .thenRefused({ code: 'not-permitted', needs: ['secretary', 'minuteTaker'] });
  });

  it('is refused before the agenda went out, and the second time', () => {
    given({ ...ready, meeting: meetingAfter(...planned) })
      .when(hold())
      .thenRefused({ code: 'agenda-not-sent' });
    given({ ...ready, meeting: meetingAfter(...drafted) })
      .when(hold())
      .thenRefused({ code: 'meeting-held' });
  });
});
