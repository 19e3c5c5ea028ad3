import type { IsClosedDay } from '../../domain/calendar/danish-time.ts';
import type { Committee } from '../../domain/committee/committee.ts';
import { defect } from '../../domain/defect.ts';
import type { KnownMeeting, Meeting } from '../../domain/meeting/meeting.ts';
import type { MeetingEvent } from '../../domain/meeting/meeting-event.ts';
import type { Finding, MeetingPaper } from '../../domain/meeting/meeting-paper.ts';
import { canonicalJson } from '../../domain/minutes/canonical-json.ts';
import { sendMinutes } from '../../domain/minutes/send-minutes.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Digest } from '../../ports/digest.ts';
import type { DocumentLibrary } from '../../ports/document-library.ts';
import type { DocumentReader } from '../../ports/document-reader.ts';
import type { EventLog } from '../../ports/event-log.ts';
import type { AnsweredVersion } from '../streams.ts';
import { readDraft } from './draft-file.ts';

export type SendPorts = {
  readonly log: EventLog;
  readonly library: DocumentLibrary;
  readonly reader: DocumentReader;
  readonly digest: Digest;
  readonly isClosedDay: IsClosedDay;
};

export type SentEvent = Extract<MeetingEvent, { type: 'MinutesSent' }>;

/** The text in the minute-taker's file, with the hash that acts will bind to, or why there is none. */
export type ToSend =
  | {
      readonly kind: 'read';
      readonly paper: MeetingPaper;
      readonly findings: readonly Finding[];
      readonly hash: string;
    }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

export async function textToSend(ports: SendPorts, meeting: KnownMeeting): Promise<ToSend> {
  const draft = await readDraft(ports, meeting);
  if (draft.kind === 'missing') return { kind: 'refused', refusal: { code: 'draft-missing' } };
  if (draft.kind === 'unreadable') return { kind: 'refused', refusal: { code: 'draft-unreadable' } };
  const { paper, findings } = draft;
  return { kind: 'read', paper, findings, hash: ports.digest.sha256(canonicalJson(paper)) };
}

export type Sending = {
  readonly sentBy: string;
  readonly at: Temporal.Instant;
  readonly hash: string;
  readonly paper: MeetingPaper;
  readonly answered: readonly AnsweredVersion[];
};

/** What the rules say to sending this text now: the event, or the no. Asked for the preview and again for the sending. */
export function sentOrRefused(
  { isClosedDay }: SendPorts,
  meeting: Meeting,
  committee: Committee,
  sending: Sending,
):
  | { readonly kind: 'sent'; readonly event: SentEvent }
  | { readonly kind: 'refused'; readonly refusal: Refusal } {
  const outcome = sendMinutes(meeting, committee, { ...sending, isClosedDay });
  if (outcome.kind === 'refused') return outcome;
  const [event] = outcome.events.filter((each) => each.type === 'MinutesSent');
  return { kind: 'sent', event: event ?? defect('sending gave no MinutesSent') };
}
