import type { IsClosedDay } from '../../domain/calendar/danish-time.ts';
import type { People } from '../../domain/committee/people.ts';
import { defect } from '../../domain/defect.ts';
import { noAnswer } from '../../domain/minutes/answer.ts';
import { noticeChannel } from '../../domain/minutes/notice-channel.ts';
import { remindMembers } from '../../domain/minutes/remind-members.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Decided, EventLog } from '../../ports/event-log.ts';
import type { Effect } from '../../ports/outbox.ts';
import { meetingWithCommittee } from '../committee/committee-of.ts';
import { cardFor } from '../effects/wanted.ts';
import {
  type AnsweredVersion,
  answeredVersions,
  answerStreams,
  committeeStream,
  meetingStream,
  peopleStream,
} from '../streams.ts';

export type RemindPorts = {
  readonly log: EventLog;
  readonly clock: Clock;
  readonly isClosedDay: IsClosedDay;
};

/** Called by the sweep when a reminder is due. `false`: not yet, it is night or a closed day. */
export function createRemindMembers({ log, clock, isClosedDay }: RemindPorts) {
  return async (meetingId: string, version: number, number: number): Promise<boolean> => {
    const found = await meetingWithCommittee(log, meetingId);
    if (found === undefined) return false;
    const meetingOf = meetingStream(meetingId);
    return log.transact({
      load: {
        meeting: meetingOf,
        committee: committeeStream(found.committee.committeeId),
        people: peopleStream,
        answers: answerStreams(meetingId),
      },
      decide: ({ meeting, committee, people, answers }): Decided<boolean> => {
        if (committee.situation === 'unknown') return defect('minutes without a committee');
        const now = clock.now();
        const answered = answeredVersions(answers);
        const reminding = remindMembers(meeting, committee, { version, number, now, answered, isClosedDay });
        if (reminding.kind !== 'reminded') return { result: reminding.kind !== 'not-yet' };
        const own = answered.filter((each) => each.version === version);
        return {
          result: true,
          append: [{ stream: meetingOf.stream, events: [reminding.event] }],
          effects: reminding.event.persons.flatMap((personId) =>
            reminderFor({ meetingId, version, number, personId }, people, own),
          ),
          actor: { system: 'sweep' },
          at: now,
        };
      },
    });
  };
}

/** By the channel that reaches the person now; whoever nothing reaches stands on the secretary's card already. */
function reminderFor(
  about: {
    readonly meetingId: string;
    readonly version: number;
    readonly number: number;
    readonly personId: string;
  },
  people: People,
  answered: readonly AnsweredVersion[],
): readonly Effect[] {
  const { personId, number, ...minutes } = about;
  const { tries } = answered.find((each) => each.personId === personId)?.answer ?? noAnswer;
  const channel = noticeChannel(people.persons.get(personId), tries);
  if (channel === 'teams') return [cardFor(personId, { card: 'minutes-reminder', ...minutes, number })];
  if (channel !== 'mail') return [];
  return [{ kind: 'send-mail', mail: 'minutes-reminder', ...minutes, personId, about: String(number) }];
}
