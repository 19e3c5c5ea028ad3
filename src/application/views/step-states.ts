import type { Committee } from '../../domain/committee/committee.ts';
import { isVersioned, type KnownMeeting, newestVersion } from '../../domain/meeting/meeting.ts';
import { noAnswer } from '../../domain/minutes/answer.ts';
import { latestNotice } from '../../domain/minutes/silence.ts';
import type { Clock } from '../../ports/clock.ts';
import type { EventLog } from '../../ports/event-log.ts';
import type { ReadModels } from '../../ports/read-models.ts';
import { type AnsweredVersion, answerStream, peopleStream } from '../streams.ts';
import type { StepStates } from './next-step-view.ts';

type StepPorts = {
  readonly log: Pick<EventLog, 'load'>;
  readonly readModels: Pick<ReadModels, 'answerCounts' | 'doubtfulAnswers'>;
  readonly clock: Clock;
};

/**
 * What the secretary's card is made from. It changes at every act, so only the answers that may ask something of the
 * secretary are read one by one; the read models count the rest.
 */
export async function stepStates(
  ports: StepPorts,
  meeting: KnownMeeting,
  committee: Committee,
): Promise<StepStates> {
  const { people } = await ports.log.load({ people: peopleStream });
  const common = { meeting, committee, people, now: ports.clock.now() };
  if (!isVersioned(meeting))
    return { ...common, counts: { approved: 0, objected: 0, silent: 0 }, doubtful: [] };
  const { meetingId } = meeting.plan;
  const newest = newestVersion(meeting);
  const rows = await ports.readModels.doubtfulAnswers(meetingId, newest.version, {
    toldBy: latestNotice(newest),
    untold: meeting.situation !== 'sentForApproval',
  });
  const doubtful = await Promise.all(
    rows.map(async ({ version, personId }): Promise<AnsweredVersion> => {
      const { answer = noAnswer } = await ports.log.load({
        answer: answerStream(meetingId, version, personId),
      });
      return { version, personId, answer };
    }),
  );
  return { ...common, counts: await ports.readModels.answerCounts(meetingId, newest.version), doubtful };
}
