import { danishDay } from '../../domain/calendar/danish-time.ts';
import type { Committee } from '../../domain/committee/committee.ts';
import { isCalled, isVersioned, newestVersion } from '../../domain/meeting/meeting.ts';
import type { CardView } from '../../ports/card-view.ts';
import type { MeetingRow } from '../../ports/read-models.ts';
import type { Seat } from '../committee/who-is.ts';
import { viewOf } from '../effects/show-card.ts';
import { meetingStream } from '../streams.ts';
import { agendaView } from '../views/agenda-view.ts';
import { type Asked, type ShowPorts, type ShowResult, seatsAsked, views } from './asked.ts';

/** `møde`: for the secretary the next step of every meeting that is not finished, for others the list of meetings. */
export function createShowMeetings(ports: ShowPorts) {
  return async (asked: Asked): Promise<ShowResult> => {
    const seats = await seatsAsked(ports, asked);
    if (seats.length === 0) return { kind: 'refused', refusal: { code: 'not-a-member' } };
    const shown = await Promise.all(seats.map((seat) => meetingsOf(ports, seat, asked)));
    return views(...shown.flat());
  };
}

async function meetingsOf(
  ports: ShowPorts,
  { committee, mandate }: Seat,
  asked: Asked,
): Promise<readonly CardView[]> {
  const rows = await ports.readModels.meetingsOf(committee.committeeId);
  const isSecretary = mandate.roles.includes('secretary') && asked.scope === 'personal';
  const list = await listOf(ports, committee, rows, isSecretary);
  return isSecretary ? [list, ...(await unfinishedSteps(ports, committee, asked.personId))] : [list];
}

async function nextStep(
  ports: ShowPorts,
  { committeeId }: Committee,
  meetingId: string,
  personId: string,
): Promise<readonly CardView[]> {
  const view = await viewOf(
    ports,
    { card: 'next-step', committeeId, meetingId },
    { to: 'person', personId },
    ports.ids.next(),
  );
  return view === undefined ? [] : [view];
}

async function listOf(
  { log }: ShowPorts,
  committee: Committee,
  rows: readonly MeetingRow[],
  isSecretary: boolean,
): Promise<CardView> {
  const meetings = await Promise.all(
    rows.slice(0, 8).map(async ({ meetingId, date }) => {
      const { meeting } = await log.load({ meeting: meetingStream(meetingId) });
      const deadline =
        meeting.situation === 'sentForApproval'
          ? { deadline: Temporal.Instant.from(newestVersion(meeting).terms.deadline) }
          : {};
      return { meetingId, date, situation: meeting.situation, ...deadline };
    }),
  );
  return { card: 'meetings', committee: committee.name, meetings, isSecretary };
}

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
        agendaView(
          meeting,
          committee,
          scope === 'personal' ? personId : undefined,
          ports.ids.next(),
          ports.clock.now(),
        ),
      ];
  }
  return [];
}

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

/** `status`: the secretary's next steps; for others where the newest minutes stand. */
export function createShowStatus(ports: ShowPorts) {
  const showMinutes = createShowMinutes(ports);
  return async (asked: Asked): Promise<ShowResult> => {
    const seats = await seatsAsked(ports, asked);
    const own =
      asked.scope === 'personal' ? seats.filter(({ mandate }) => mandate.roles.includes('secretary')) : [];
    if (own.length === 0) return showMinutes(asked);
    const steps = await Promise.all(
      own.map(({ committee }) => unfinishedSteps(ports, committee, asked.personId)),
    );
    return shownOr(seats, steps.flat(), 'no-meeting');
  };
}

async function unfinishedSteps(
  ports: ShowPorts,
  committee: Committee,
  personId: string,
): Promise<readonly CardView[]> {
  const rows = await ports.readModels.meetingsOf(committee.committeeId);
  const unfinished = rows.filter(({ situation }) => !finished.includes(situation));
  const steps = await Promise.all(
    unfinished.map(({ meetingId }) => nextStep(ports, committee, meetingId, personId)),
  );
  return steps.flat().toReversed();
}

const finished: readonly string[] = ['approved', 'published', 'noted', 'archived', 'cancelled'];

function shownOr(
  seats: readonly Seat[],
  shown: readonly CardView[],
  code: 'no-meeting' | 'no-minutes',
): ShowResult {
  if (seats.length === 0) return { kind: 'refused', refusal: { code: 'not-a-member' } };
  return shown.length === 0 ? { kind: 'refused', refusal: { code } } : views(...shown);
}
