import { type Committee, personsWithRole } from '../../domain/committee/committee.ts';
import {
  type FiledPaperRef,
  isCalled,
  isClosed,
  isVersioned,
  type KnownMeeting,
  versionOf,
} from '../../domain/meeting/meeting.ts';
import type { Effect } from '../../ports/outbox.ts';
import { agendaCards, cardInChat, cardsFor, nextStepCards } from './wanted.ts';

/** Cards that show a link to the paper that has just been filed: they are changed in place. */
export function cardsWithLinks(
  meeting: KnownMeeting,
  committee: Committee,
  { paper, version, format }: FiledPaperRef,
  at: Temporal.Instant,
): readonly Effect[] {
  const { meetingId } = meeting.plan;
  const secretary = nextStepCards(committee, meetingId, at);
  if (format !== 'pdf' || !isCalled(meeting)) return secretary;
  if (paper === 'agenda') return [...secretary, ...agendaCards(committee, meetingId, meeting.sent.invited)];
  const entitled = isVersioned(meeting) ? (versionOf(meeting, version)?.entitled ?? []) : [];
  if (paper === 'evidence') {
    const serving = personsWithRole(committee, at, 'secretary', 'chair', 'minuteTaker');
    const shown = entitled.filter((personId) => serving.includes(personId));
    return [...secretary, ...cardsFor(shown, { card: 'minutes-outcome', meetingId, version })];
  }
  const decided = isDecided(meeting, version) ? entitled : [];
  return [
    ...secretary,
    ...cardInChat(committee, { card: 'minutes-status', meetingId, version }),
    ...cardsFor(entitled, { card: 'minutes-for-approval', meetingId, version }),
    ...cardsFor(decided, { card: 'minutes-outcome', meetingId, version }),
  ];
}

/** A paper that was filed only after the decision, or after its deadline was moved, was not there to be stamped with it. */
export function stampAfterDecision(
  meeting: KnownMeeting,
  { paper, version }: FiledPaperRef,
): readonly Effect[] {
  const { meetingId } = meeting.plan;
  return paper === 'minutes' && (isDecided(meeting, version) || isMoved(meeting, version))
    ? [{ kind: 'stamp-papers', meetingId, version }]
    : [];
}

function isMoved(meeting: KnownMeeting, version: number): boolean {
  const sent = isVersioned(meeting) ? versionOf(meeting, version) : undefined;
  return sent !== undefined && sent.extensions.length > 0;
}

function isDecided(meeting: KnownMeeting, version: number): boolean {
  return isClosed(meeting) && meeting.closing.version === version;
}
