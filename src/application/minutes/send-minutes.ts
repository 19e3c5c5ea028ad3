import type { IsClosedDay } from '../../domain/calendar/danish-time.ts';
import type { Committee } from '../../domain/committee/committee.ts';
import { isVersioned, type Meeting, newestVersion } from '../../domain/meeting/meeting.ts';
import type { MeetingEvent } from '../../domain/meeting/meeting-event.ts';
import type { MeetingPaper } from '../../domain/meeting/meeting-paper.ts';
import { canonicalJson } from '../../domain/minutes/canonical-json.ts';
import { changedItems } from '../../domain/minutes/minutes-text.ts';
import { sendMinutes } from '../../domain/minutes/send-minutes.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { SendMinutesDialogView } from '../../ports/card-view.ts';
import type { Digest } from '../../ports/digest.ts';
import type { DocumentLibrary } from '../../ports/document-library.ts';
import type { DocumentReader } from '../../ports/document-reader.ts';
import type { Decided, EventLog } from '../../ports/event-log.ts';
import type { Effect } from '../../ports/outbox.ts';
import type { MeetingRequest } from '../agenda/publish-agenda.ts';
import { meetingWithCommittee } from '../committee/committee-of.ts';
import { cardInChat, cardsFor, nextStepCards } from '../effects/wanted.ts';
import { done, type Result, refuse } from '../result.ts';
import { type AnsweredVersion, answeredVersions, answerStreams, committeeStream, meetingStream } from '../streams.ts';
import { meetingFacts } from '../views/meeting-facts.ts';
import { readDraft } from './draft-file.ts';

export type SendPorts = { readonly log: EventLog; readonly library: DocumentLibrary; readonly reader: DocumentReader; readonly digest: Digest; readonly isClosedDay: IsClosedDay };

type SentEvent = Extract<MeetingEvent, { type: 'MinutesSent' }>;

/** What would be sent if the secretary said yes now: read from the file, with its doubts. */
export function createPreviewMinutes(ports: SendPorts) {
  return async ({ personId, meetingId, receivedAt }: MeetingRequest): Promise<Result<{ readonly view: SendMinutesDialogView }>> => {
    const found = await meetingWithCommittee(ports.log, meetingId);
    if (found === undefined) return refuse({ code: 'no-meeting' });
    const draft = await readDraft(ports, found.meeting);
    if (draft.kind !== 'read') return refuse({ code: draft.kind === 'missing' ? 'draft-missing' : 'draft-unreadable' });
    const { answers } = await ports.log.load({ answers: answerStreams(meetingId) });
    const hash = hashOf(ports.digest, draft.paper);
    const outcome = ruleOn(ports, found.meeting, found.committee, answeredVersions(answers), { personId, receivedAt, hash, paper: draft.paper });
    if (outcome.kind === 'refused') return refuse(outcome.refusal);
    const sent = sentEvent(outcome.events);
    const before = isVersioned(found.meeting) ? newestVersion(found.meeting).paper : undefined;
    const view: SendMinutesDialogView = {
      card: 'send-minutes',
      meeting: meetingFacts(found.meeting, found.committee),
      version: sent.version,
      hash,
      deadline: Temporal.Instant.from(sent.deadline),
      asked: sent.entitled.length,
      decisions: draft.paper.items.filter((item) => item.decision !== undefined).length,
      findings: draft.findings,
      changes: before === undefined ? [] : changedItems(before, draft.paper),
    };
    return done({ view });
  };
}

export type SendResult = Result<{ readonly version: number; readonly deadline: Temporal.Instant; readonly asked: number }>;

/** The yes: the same text that was looked at is frozen as a version and asked about. */
export function createSendMinutes(ports: SendPorts) {
  return async ({ personId, meetingId, receivedAt, hash }: MeetingRequest & { readonly hash: string }): Promise<SendResult> => {
    const found = await meetingWithCommittee(ports.log, meetingId);
    if (found === undefined) return refuse({ code: 'no-meeting' });
    const draft = await readDraft(ports, found.meeting);
    if (draft.kind !== 'read') return refuse({ code: draft.kind === 'missing' ? 'draft-missing' : 'draft-unreadable' });
    if (hashOf(ports.digest, draft.paper) !== hash) return refuse({ code: 'draft-changed' });
    const meetingOf = meetingStream(meetingId);
    return ports.log.transact({
      load: { meeting: meetingOf, committee: committeeStream(found.committee.committeeId), answers: answerStreams(meetingId) },
      decide: ({ meeting, committee, answers }): Decided<SendResult> => {
        if (committee.situation === 'unknown') return { result: refuse({ code: 'no-meeting' }) };
        const outcome = ruleOn(ports, meeting, committee, answeredVersions(answers), { personId, receivedAt, hash, paper: draft.paper });
        if (outcome.kind === 'refused') return { result: repeatedOr(meeting, hash, outcome.refusal) };
        const sent = sentEvent(outcome.events);
        return {
          result: done({ version: sent.version, deadline: Temporal.Instant.from(sent.deadline), asked: sent.entitled.length }),
          append: [{ stream: meetingOf.stream, events: outcome.events }],
          effects: effectsOf(meeting, committee, meetingId, sent, receivedAt),
          actor: { personId },
          at: receivedAt,
        };
      },
    });
  };
}

type Sending = { readonly personId: string; readonly receivedAt: Temporal.Instant; readonly hash: string; readonly paper: MeetingPaper };

function ruleOn({ isClosedDay }: SendPorts, meeting: Meeting, committee: Committee, answered: readonly AnsweredVersion[], sending: Sending): Outcome<MeetingEvent, Refusal> {
  const { personId, receivedAt, hash, paper } = sending;
  return sendMinutes(meeting, committee, { sentBy: personId, at: receivedAt, paper, hash, isClosedDay, answered });
}

/** A double press finds this text sent already: that is what was wanted. */
function repeatedOr(meeting: Meeting, hash: string, refusal: Refusal): SendResult {
  if (refusal.code !== 'minutes-under-approval' || !isVersioned(meeting)) return refuse(refusal);
  const { version, entitled, terms, hash: sentHash } = newestVersion(meeting);
  if (sentHash !== hash) return refuse(refusal);
  return done({ version, deadline: Temporal.Instant.from(terms.deadline), asked: entitled.length });
}

function effectsOf(before: Meeting, committee: Committee, meetingId: string, sent: SentEvent, at: Temporal.Instant): readonly Effect[] {
  const asked = cardsFor(sent.entitled, { card: 'minutes-for-approval', meetingId, version: sent.version });
  const earlier = isVersioned(before) ? newestVersion(before) : undefined;
  const superseded =
    earlier === undefined
      ? []
      : [
          ...cardsFor(earlier.entitled, { card: 'minutes-for-approval', meetingId, version: earlier.version }),
          ...cardInChat(committee, { card: 'minutes-status', meetingId, version: earlier.version }),
        ];
  return [
    { kind: 'file-paper', meetingId, paper: 'minutes', version: sent.version },
    ...cardInChat(committee, { card: 'minutes-status', meetingId, version: sent.version }),
    ...asked,
    ...superseded,
    ...nextStepCards(committee, meetingId, at),
  ];
}

function sentEvent(events: readonly MeetingEvent[]): SentEvent {
  const [sent] = events.filter((event) => event.type === 'MinutesSent');
  if (sent === undefined) throw new TypeError('sending gave no MinutesSent');
  return sent;
}

function hashOf(digest: Digest, paper: MeetingPaper): string {
  return digest.sha256(canonicalJson(paper));
}
