import { describe, it } from 'vitest';
import { type PlanMeeting, planMeeting } from '../../../src/domain/meeting/plan-meeting.ts';
import { danish } from '../../support/danish-calendar.ts';
import { given } from '../../support/given-when-then.ts';
import { committee, items, plan } from '../../support/invented-committee.ts';
import { meetingAfter, planned } from '../../support/invented-minutes.ts';

const nothing = { meeting: meetingAfter(), committee };

function planIt(more: Partial<PlanMeeting> = {}) {
  const command = { plan, plannedBy: 'sigrid', at: danish('2025-08-01 10:00'), nextId: () => 'id', ...more };
  return (states: typeof nothing) => planMeeting(states.meeting, states.committee, command);
}

describe('planning a meeting', () => {
  it('is kept with an agenda of the standing items', () => {
    given(nothing)
      .when(planIt())
      .thenHappened(
        { type: 'MeetingPlanned', ...plan },
        {
          type: 'AgendaDrafted',
          items: [
            {
              itemId: 'id',
              title: 'Godkendelse af dagsorden',
              purpose: 'formal',
              presenters: [],
              annexes: [],
              standing: 'plain',
            },
            {
              itemId: 'id',
              title: 'Godkendelse af referat',
              purpose: 'approval',
              presenters: [],
              annexes: [],
              standing: 'previousMinutes',
            },
            {
              itemId: 'id',
              title: 'Eventuelt',
              purpose: 'formal',
              presenters: [],
              annexes: [],
              standing: 'anyOtherBusiness',
            },
          ],
          breaksAfter: [],
        },
      );
  });

  it('takes the items of an imported paper instead', () => {
    given(nothing)
      .when(planIt({ items, breaksAfter: [2] }))
      .thenHappened({ type: 'MeetingPlanned' }, { type: 'AgendaDrafted', items, breaksAfter: [2] });
  });

  it('is for the secretary', () => {
    given(nothing)
      .when(planIt({ plannedBy: 'frida' }))
      .thenRefused({ code: 'not-permitted', needs: ['secretary'] });
  });

  it('is refused where it would end before it begins', () => {
    for (const to of ['09:00', '08:59']) {
      given(nothing)
        .when(planIt({ plan: { ...plan, to } }))
        .thenRefused({ code: 'meeting-ends-first' });
    }
  });

  it('is refused for a meeting that exists, and without rules for its day', () => {
    given({ ...nothing, meeting: meetingAfter(...planned) })
      .when(planIt())
      .thenRefused({ code: 'meeting-exists', date: '2025-09-10' });
    given(nothing)
      .when(planIt({ plan: { ...plan, date: '2023-09-10' } }))
      .thenRefused({ code: 'no-rules' });
  });
});
