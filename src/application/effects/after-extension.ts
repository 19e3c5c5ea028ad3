import type { Committee } from '../../domain/committee/committee.ts';
import type { MinutesVersion } from '../../domain/meeting/meeting.ts';
import type { Effect } from '../../ports/outbox.ts';
import type { AnsweredVersion } from '../streams.ts';
import { reminderCards } from './reminder-cards.ts';
import { cardHolders, cardInChat, cardsFor, nextStepCards } from './wanted.ts';

/**
 * A deadline was moved: everybody's card says which one holds for them and when the result comes, also where only some were
 * given longer; the filed minutes carry the new deadline.
 */
export function effectsOfExtension(
  committee: Committee,
  meetingId: string,
  extended: MinutesVersion,
  answered: readonly AnsweredVersion[],
  at: Temporal.Instant,
): readonly Effect[] {
  const { version } = extended;
  return [
    { kind: 'stamp-papers', meetingId, version },
    ...cardInChat(committee, { card: 'minutes-status', meetingId, version }),
    ...cardsFor(cardHolders(extended, answered), { card: 'minutes-for-approval', meetingId, version }),
    ...reminderCards(
      meetingId,
      answered.filter((each) => each.version === version),
    ),
    ...nextStepCards(committee, meetingId, at),
  ];
}
