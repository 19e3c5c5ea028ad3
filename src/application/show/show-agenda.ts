import { danishDay } from '../../domain/calendar/danish-time.ts';
import type { Committee } from '../../domain/committee/committee.ts';
import { isCalled } from '../../domain/meeting/meeting.ts';
import type { CardView } from '../../ports/card-view.ts';
import { meetingStream, peopleStream } from '../streams.ts';
import { agendaView } from '../views/agenda-view.ts';
import { type Asked, type ShowPorts, type ShowResult, seatsAsked, shownOr } from './asked.ts';

/** `dagsorden`: the agenda of the next meeting, or of the last one where none is ahead. */
export function createShowAgenda(ports: ShowPorts) {
  return async (asked: Asked): Promise<ShowResult> => {
    const seats = await seatsAsked(ports, asked);
    const shown = await Promise.all(seats.map(({ committee }) => agendaOf(ports, committee, asked)));
    return shownOr(seats, shown.flat(), 'no-meeting');
  };
}

async function agendaOf(
  ports: ShowPorts,
  committee: Committee,
  { personId, scope, receivedAt }: Asked,
): Promise<readonly CardView[]> {
  const rows = (await ports.readModels.meetingsOf(committee.committeeId)).toSorted((a, b) =>
    a.date.localeCompare(b.date),
  );
  const today = danishDay(receivedAt).toString();
  const ordered = [
    ...rows.filter(({ date }) => date >= today),
    ...rows.filter(({ date }) => date < today).toReversed(),
  ];
  for (const { meetingId } of ordered) {
    const { meeting } = await ports.log.load({ meeting: meetingStream(meetingId) });
    if (isCalled(meeting))
      return [
        agendaView({
          meeting,
          committee,
          ...(await ports.log.load({ people: peopleStream })),
          ...(scope === 'personal' ? { personId } : {}),
          nonce: ports.ids.next(),
          now: ports.clock.now(),
        }),
      ];
  }
  return [];
}
