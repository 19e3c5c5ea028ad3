import { agendaPaper } from '../../domain/agenda/agenda-paper.ts';
import { publishAgenda } from '../../domain/agenda/publish-agenda.ts';
import type { Committee } from '../../domain/committee/committee.ts';
import { isCalled, isKnown, type Meeting } from '../../domain/meeting/meeting.ts';
import { canonicalJson } from '../../domain/minutes/canonical-json.ts';
import type { Digest } from '../../ports/digest.ts';
import type { Decided, EventLog } from '../../ports/event-log.ts';
import type { Effect } from '../../ports/outbox.ts';
import type { Wording } from '../../ports/wording.ts';
import { meetingWithCommittee } from '../committee/committee-of.ts';
import { rosterOf } from '../committee/roster.ts';
import { agendaCards, nextStepCards } from '../effects/wanted.ts';
import { done, type Result, refuse } from '../result.ts';
import { committeeStream, meetingStream, peopleStream } from '../streams.ts';
import { type LastMinutesPorts, lastMinutes } from './last-minutes.ts';

export type MeetingRequest = {
  readonly personId: string;
  readonly meetingId: string;
  readonly receivedAt: Temporal.Instant;
};

export type PublishPorts = LastMinutesPorts & {
  readonly log: EventLog;
  readonly digest: Digest;
  readonly wording: Wording;
};

type PublishResult = Result<{ readonly invited: number; readonly repeated: boolean }>;

/** Sends the agenda: locked from now on, filed as Word and PDF, shown in the committee's chat and to everybody invited. */
export function createPublishAgenda(ports: PublishPorts) {
  const { log, digest, wording } = ports;
  return async ({ personId, meetingId, receivedAt }: MeetingRequest): Promise<PublishResult> => {
    const found = await meetingWithCommittee(log, meetingId);
    if (found === undefined) return refuse({ code: 'no-meeting' });
    const { committeeId } = found.committee;
    const previous = await lastMinutes(ports, committeeId, found.meeting.plan.date);
    const meetingOf = meetingStream(meetingId);
    return log.transact({
      load: { meeting: meetingOf, committee: committeeStream(committeeId), people: peopleStream },
      decide: ({ meeting, committee, people }): Decided<PublishResult> => {
        if (committee.situation === 'unknown' || !isKnown(meeting))
          return { result: refuse({ code: 'no-meeting' }) };
        const paper = agendaPaper(
          committee.name,
          meeting.plan,
          meeting.agenda,
          rosterOf(committee, people, receivedAt, wording),
          previous,
        );
        const hash = digest.sha256(canonicalJson(paper));
        const outcome = publishAgenda(meeting, committee, {
          publishedBy: personId,
          at: receivedAt,
          paper,
          hash,
        });
        if (outcome.kind === 'refused') return { result: repeatedOr(meeting, outcome.refusal) };
        const invited = outcome.events.flatMap((event) =>
          event.type === 'AgendaPublished' ? event.invited : [],
        );
        return {
          result: done({ invited: invited.length, repeated: false }),
          append: [{ stream: meetingOf.stream, events: outcome.events }],
          effects: effectsOf(committee, meetingId, invited, receivedAt),
          actor: { personId },
          at: receivedAt,
        };
      },
    });
  };
}

/** A double press finds the agenda sent already: that is what was wanted. */
function repeatedOr(meeting: Meeting, refusal: Parameters<typeof refuse>[0]): PublishResult {
  const alreadySent =
    refusal.code === 'agenda-locked' && meeting.situation === 'agendaSent' && isCalled(meeting);
  return alreadySent ? done({ invited: meeting.sent.invited.length, repeated: true }) : refuse(refusal);
}

function effectsOf(
  committee: Committee,
  meetingId: string,
  invited: readonly string[],
  at: Temporal.Instant,
): readonly Effect[] {
  return [
    { kind: 'file-paper', meetingId, paper: 'agenda', version: 1 },
    ...agendaCards(committee, meetingId, invited),
    ...nextStepCards(committee, meetingId, at),
  ];
}
