import type { Committee } from '../../domain/committee/committee.ts';
import { newestVersion } from '../../domain/meeting/meeting.ts';
import { deadlineFor } from '../../domain/minutes/version-deadline.ts';
import type { CardView } from '../../ports/card-view.ts';
import type { MeetingRow } from '../../ports/read-models.ts';
import type { Seat } from '../committee/who-is.ts';
import { meetingStream } from '../streams.ts';
import { type Asked, type ShowPorts, type ShowResult, seatsAsked, views } from './asked.ts';
import { unfinishedSteps } from './unfinished-steps.ts';

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
  const list = await listOf(ports, committee, rows, isSecretary, asked.personId);
  return isSecretary ? [list, ...(await unfinishedSteps(ports, committee, asked.personId))] : [list];
}

async function listOf(
  { log }: ShowPorts,
  committee: Committee,
  rows: readonly MeetingRow[],
  isSecretary: boolean,
  personId: string,
): Promise<CardView> {
  const meetings = await Promise.all(
    rows.slice(0, 8).map(async ({ meetingId, date }) => {
      const { meeting } = await log.load({ meeting: meetingStream(meetingId) });
      const deadline =
        meeting.situation === 'sentForApproval'
          ? { deadline: deadlineFor(newestVersion(meeting), personId) }
          : {};
      return { meetingId, date, situation: meeting.situation, ...deadline };
    }),
  );
  const { committeeId, name } = committee;
  return { card: 'meetings', committeeId, committee: name, meetings, isSecretary };
}
