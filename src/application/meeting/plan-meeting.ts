import type { AgendaItem } from '../../domain/agenda/agenda.ts';
import type { MeetingPlan } from '../../domain/meeting/meeting-event.ts';
import { planMeeting } from '../../domain/meeting/plan-meeting.ts';
import type { Digest } from '../../ports/digest.ts';
import type { Decided, EventLog } from '../../ports/event-log.ts';
import type { MeetingRow, ReadModels } from '../../ports/read-models.ts';
import { nextStepCards } from '../effects/wanted.ts';
import { done, type Result, refuse } from '../result.ts';
import { committeeStream, meetingStream } from '../streams.ts';

export type PlanRequest = Omit<MeetingPlan, 'meetingId' | 'named'> &
  Partial<Pick<MeetingPlan, 'named'>> & {
    readonly personId: string;
    readonly receivedAt: Temporal.Instant;
    readonly items?: readonly AgendaItem[];
    readonly breaksAfter?: readonly number[];
  };

export type PlanPorts = {
  readonly log: EventLog;
  readonly digest: Digest;
  readonly readModels: Pick<ReadModels, 'meetingsOf'>;
};

export type PlanResult = Result<{ readonly meetingId: string }>;

/** A new meeting. A committee has one meeting a day: planning the same day again is refused, and a double press too. */
export function createPlanMeeting({ log, digest, readModels }: PlanPorts) {
  return async ({ personId, receivedAt, items, breaksAfter, ...about }: PlanRequest): Promise<PlanResult> => {
    const { committeeId, date } = about;
    const rows = await readModels.meetingsOf(committeeId);
    const sameDay = rows.some((each) => each.date === date && each.situation !== 'cancelled');
    if (sameDay) return refuse({ code: 'meeting-exists', date });
    const meetingId = freeId(digest, rows, committeeId, date);
    const meetingOf = meetingStream(meetingId);
    const plan: MeetingPlan = { ...about, meetingId, named: about.named ?? [] };
    return log.transact({
      load: { meeting: meetingOf, committee: committeeStream(committeeId) },
      decide: ({ meeting, committee }): Decided<PlanResult> => {
        if (committee.situation === 'unknown') return { result: refuse({ code: 'no-such-committee' }) };
        const imported = items === undefined ? {} : { items, breaksAfter: breaksAfter ?? [] };
        const outcome = planMeeting(meeting, committee, {
          plan,
          plannedBy: personId,
          at: receivedAt,
          nextId: numberedIds(digest, meetingId),
          ...imported,
        });
        if (outcome.kind === 'refused') return { result: refuse(outcome.refusal) };
        return {
          result: done({ meetingId }),
          append: [{ stream: meetingOf.stream, events: outcome.events }],
          effects: nextStepCards(committee, meetingId, receivedAt),
          actor: { personId },
          at: receivedAt,
        };
      },
    });
  };
}

/** The same for two presses at once. One planned for this day may have been moved to another or cancelled. */
function freeId(
  { sha256 }: Digest,
  rows: readonly Pick<MeetingRow, 'meetingId'>[],
  committeeId: string,
  date: string,
): string {
  const idOf = (round: number) =>
    sha256(['meeting', committeeId, date, ...(round === 0 ? [] : [round])].join('|')).slice(0, 32);
  const isTaken = (id: string) => rows.some(({ meetingId }) => meetingId === id);
  let round = 0;
  while (isTaken(idOf(round))) round += 1;
  return idOf(round);
}

/** Ids that follow from the meeting, so that deciding again decides the same. */
function numberedIds(digest: Digest, meetingId: string): () => string {
  let count = 0;
  return () => {
    count += 1;
    return digest.sha256(['item', meetingId, count].join('|')).slice(0, 32);
  };
}
