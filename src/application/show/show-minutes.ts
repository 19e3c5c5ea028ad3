import type { Committee } from '../../domain/committee/committee.ts';
import { isVersioned, newestVersion } from '../../domain/meeting/meeting.ts';
import type { CardView } from '../../ports/card-view.ts';
import { viewOf } from '../effects/show-card.ts';
import { meetingStream } from '../streams.ts';
import { type Asked, type ShowPorts, type ShowResult, seatsAsked, shownOr } from './asked.ts';

/** `referat` and `status`: the newest minutes that were sent; in the committee's chat the shared count, never who. */
export function createShowMinutes(ports: ShowPorts) {
  return async (asked: Asked): Promise<ShowResult> => {
    const seats = await seatsAsked(ports, asked);
    const shown = await Promise.all(seats.map(({ committee }) => minutesOf(ports, committee, asked)));
    return shownOr(seats, shown.flat(), 'no-minutes');
  };
}

async function minutesOf(
  ports: ShowPorts,
  committee: Committee,
  { personId, scope }: Asked,
): Promise<readonly CardView[]> {
  for (const { meetingId } of await ports.readModels.meetingsOf(committee.committeeId)) {
    const { meeting } = await ports.log.load({ meeting: meetingStream(meetingId) });
    if (!isVersioned(meeting)) continue;
    const { version } = newestVersion(meeting);
    const card = scope === 'personal' ? 'minutes-for-approval' : 'minutes-status';
    const view = await viewOf(
      ports,
      { card, meetingId, version },
      { to: 'person', personId },
      ports.ids.next(),
    );
    return view === undefined ? [] : [view];
  }
  return [];
}
