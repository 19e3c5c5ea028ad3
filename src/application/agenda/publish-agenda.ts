import type { Agenda } from '../../domain/agenda/agenda.ts';
import { agendaPaper } from '../../domain/agenda/agenda-paper.ts';
import { publishAgenda } from '../../domain/agenda/publish-agenda.ts';
import { withDeferred } from '../../domain/agenda/with-deferred.ts';
import type { Committee } from '../../domain/committee/committee.ts';
import { isCalled, isKnown, type KnownMeeting, type Meeting } from '../../domain/meeting/meeting.ts';
import type { MeetingEvent } from '../../domain/meeting/meeting-event.ts';
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
import { deferredMinutes } from './deferred-minutes.ts';
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
    const { previous, deferred } = await minutesBefore(ports, committeeId, found.meeting);
    const meetingOf = meetingStream(meetingId);
    return log.transact({
      load: { meeting: meetingOf, committee: committeeStream(committeeId), people: peopleStream },
      decide: ({ meeting, committee, people }): Decided<PublishResult> => {
        if (committee.situation === 'unknown' || !isKnown(meeting))
          return { result: refuse({ code: 'no-meeting' }) };
        const agenda = withDeferred(meeting.agenda, deferred, (title) =>
          digest.sha256(['deferred', meetingId, title].join('|')).slice(0, 32),
        );
        const paper = agendaPaper(
          committee.name,
          meeting.plan,
          agenda,
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
          append: [
            { stream: meetingOf.stream, events: [...draftedAnew(meeting.agenda, agenda), ...outcome.events] },
          ],
          effects: effectsOf(committee, meetingId, invited, receivedAt),
          actor: { personId },
          at: receivedAt,
        };
      },
    });
  };
}

/** What became of the minutes before: the last ones in the agenda's own item, deferred ones in items of their own. */
async function minutesBefore(ports: PublishPorts, committeeId: string, { plan, agenda }: KnownMeeting) {
  const previous = await lastMinutes(ports, committeeId, plan.date);
  const deferred = await deferredMinutes(ports, committeeId, plan.date);
  const hasOwnItem = agenda.items.some(({ standing }) => standing === 'previousMinutes');
  return { previous, deferred: deferred.filter(({ title }) => !hasOwnItem || title !== previous?.title) };
}

function draftedAnew(before: Agenda, after: Agenda): readonly MeetingEvent[] {
  return after === before ? [] : [{ type: 'AgendaDrafted', ...after }];
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
