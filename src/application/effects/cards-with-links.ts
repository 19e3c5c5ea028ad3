import type { Committee } from '../../domain/committee/committee.ts';
import {
  type FiledPaperRef,
  isCalled,
  isVersioned,
  type KnownMeeting,
  versionOf,
} from '../../domain/meeting/meeting.ts';
import type { Effect } from '../../ports/outbox.ts';
import { cardInChat, cardsFor, nextStepCards } from './wanted.ts';

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
  if (paper === 'agenda')
    return [
      ...secretary,
      ...cardInChat(committee, { card: 'agenda', meetingId }),
      ...cardsFor(meeting.sent.invited, { card: 'agenda', meetingId }),
    ];
  const entitled = isVersioned(meeting) ? (versionOf(meeting, version)?.entitled ?? []) : [];
  return [
    ...secretary,
    ...cardInChat(committee, { card: 'minutes-status', meetingId, version }),
    ...cardsFor(entitled, { card: 'minutes-for-approval', meetingId, version }),
  ];
}
