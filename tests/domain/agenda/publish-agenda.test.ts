import { describe, it } from 'vitest';
import { type PublishAgenda, publishAgenda } from '../../../src/domain/agenda/publish-agenda.ts';
import { danish } from '../../support/danish-calendar.ts';
import { given } from '../../support/given-when-then.ts';
import { committee, committeeAfter, minutesPaper, plan, seat } from '../../support/invented-committee.ts';
import { called, meetingAfter, planned } from '../../support/invented-minutes.ts';

const ready = { meeting: meetingAfter(...planned), committee };

function publish(more: Partial<PublishAgenda> = {}) {
  const command = {
    publishedBy: 'sigrid',
    at: danish('2025-09-01 10:00'),
    paper: minutesPaper,
    hash: 'h',
    ...more,
  };
  return (states: typeof ready) => publishAgenda(states.meeting, states.committee, command);
}

describe('publishing the agenda', () => {
  it('locks the paper as it was sent and invites everybody who stands in a list, each once', () => {
    const twice = committeeAfter({
      type: 'MandatesGranted',
      mandates: [seat('mads', { list: 'tilforordnet' })],
    });
    given({ ...ready, committee: twice })
      .when(publish())
      .thenHappened({
        type: 'AgendaPublished',
        paper: minutesPaper,
        hash: 'h',
        invited: ['frida', 'mads', 'bo', 'elev'],
      });
  });

  it('invites nobody whose seat has ended or not begun', () => {
    const changed = committeeAfter(
      { type: 'MandateEnded', personId: 'mads', until: '2025-08-31T22:00:00Z' },
      { type: 'MandatesGranted', mandates: [seat('ida', { from: '2025-10-01T00:00:00Z' })] },
    );
    given({ ...ready, committee: changed })
      .when(publish())
      .thenHappened({ invited: ['frida', 'bo', 'elev'] });
  });

  it('is for secretary and chair', () => {
    const needs = { code: 'not-permitted', needs: ['secretary', 'chair'] } as const;
    given(ready)
      .when(publish({ publishedBy: 'frida' }))
      .thenHappened({ type: 'AgendaPublished' });
    given(ready)
      .when(publish({ publishedBy: 'mads' }))
      .thenRefused(needs);
    given(ready)
      .when(publish({ publishedBy: 'nobody' }))
      .thenRefused(needs);
  });

  it('is refused for no meeting, a locked agenda and an empty one', () => {
    given({ ...ready, meeting: meetingAfter() })
      .when(publish())
      .thenRefused({ code: 'no-meeting' });
    given({ ...ready, meeting: meetingAfter(...called) })
      .when(publish())
      .thenRefused({ code: 'agenda-locked' });
    const cancelled = meetingAfter(...planned, { type: 'MeetingCancelled', reason: 'Sne' });
    given({ ...ready, meeting: cancelled })
      .when(publish())
      .thenRefused({ code: 'agenda-locked' });
    const empty = meetingAfter(
      { type: 'MeetingPlanned', ...plan },
      { type: 'AgendaDrafted', items: [], breaksAfter: [] },
    );
    given({ ...ready, meeting: empty })
      .when(publish())
      .thenRefused({ code: 'agenda-empty' });
  });
});
