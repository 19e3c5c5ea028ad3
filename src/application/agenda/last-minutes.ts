import type { PreviousMinutesWording } from '../../domain/agenda/agenda-paper.ts';
import { isClosed, isVersioned } from '../../domain/meeting/meeting.ts';
import type { EventLog } from '../../ports/event-log.ts';
import type { ReadModels } from '../../ports/read-models.ts';
import type { Wording } from '../../ports/wording.ts';
import { meetingStream } from '../streams.ts';

export type LastMinutesPorts = {
  readonly log: Pick<EventLog, 'load'>;
  readonly readModels: Pick<ReadModels, 'meetingsOf'>;
  readonly wording: Pick<Wording, 'previousMinutes'>;
};

/** What really became of the minutes of the meeting before, worded for the agenda; undefined for a first meeting. */
export async function lastMinutes(
  { log, readModels, wording }: LastMinutesPorts,
  committeeId: string,
  date: string,
): Promise<PreviousMinutesWording | undefined> {
  const before = (await readModels.meetingsOf(committeeId)).filter(
    (each) => each.date < date && each.situation !== 'cancelled',
  );
  const [last] = before.toSorted((a, b) => b.date.localeCompare(a.date));
  if (last === undefined) return undefined;
  const { meeting } = await log.load({ meeting: meetingStream(last.meetingId) });
  return wording.previousMinutes({
    date: last.date,
    meeting: isClosed(meeting) ? meeting : isVersioned(meeting) ? 'under-approval' : 'not-sent',
  });
}
