import type { IsClosedDay } from '../../domain/calendar/danish-time.ts';
import { isVersioned, newestVersion } from '../../domain/meeting/meeting.ts';
import { extendAfterDowntime } from '../../domain/minutes/extend-after-downtime.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Decided, EventLog } from '../../ports/event-log.ts';
import type { ReadModels } from '../../ports/read-models.ts';
import { meetingWithCommittee } from '../committee/committee-of.ts';
import { effectsOfExtension } from '../effects/after-extension.ts';
import {
  answeredVersions,
  answerStreams,
  committeeStream,
  meetingStream,
  operationStream,
} from '../streams.ts';

export type ExtendPorts = {
  readonly log: EventLog;
  readonly readModels: Pick<ReadModels, 'due'>;
  readonly clock: Clock;
  readonly isClosedDay: IsClosedDay;
};

/** No deadline lies farther ahead than the rules of procedure can say. */
const farAhead = Temporal.Duration.from({ hours: 24 * 1_000 });
const allOpen = 100_000;

/** R8: after a downtime every version under approval is looked at, and those it touches have their deadline moved at once. */
export function createExtendAfterDowntime(ports: ExtendPorts) {
  return async (): Promise<void> => {
    const due = await ports.readModels.due(ports.clock.now().add(farAhead), allOpen);
    for (const { key } of due) {
      const [what, meetingId = '', version = ''] = key.split('/');
      if (what === 'close') await extendOne(ports, meetingId, Number(version));
    }
  };
}

async function extendOne({ log, clock, isClosedDay }: ExtendPorts, meetingId: string, version: number) {
  const found = await meetingWithCommittee(log, meetingId);
  const { operation: known } = await log.load({ operation: operationStream });
  if (found === undefined) return;
  const command = { version, downtimes: known.downtimes, isClosedDay };
  if (extendAfterDowntime(found.meeting, command).length === 0) return;
  const meetingOf = meetingStream(meetingId);
  await log.transact({
    load: {
      meeting: meetingOf,
      committee: committeeStream(found.committee.committeeId),
      answers: answerStreams(meetingId),
      operation: operationStream,
    },
    decide: ({ meeting, committee, answers, operation }): Decided<undefined> => {
      const events = extendAfterDowntime(meeting, { version, downtimes: operation.downtimes, isClosedDay });
      if (events.length === 0 || committee.situation === 'unknown' || !isVersioned(meeting))
        return { result: undefined };
      const at = clock.now();
      const answered = answeredVersions(answers);
      return {
        result: undefined,
        append: [{ stream: meetingOf.stream, events }],
        effects: effectsOfExtension(committee, meetingId, newestVersion(meeting), answered, at),
        at,
      };
    },
  });
}
