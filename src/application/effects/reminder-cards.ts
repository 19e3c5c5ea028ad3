import type { Effect } from '../../ports/outbox.ts';
import type { AnsweredVersion } from '../streams.ts';
import { cardFor } from './wanted.ts';

/** The reminders that stand before people, to be changed in place like the cards they remind of. */
export function reminderCards(meetingId: string, answered: readonly AnsweredVersion[]): readonly Effect[] {
  return answered.flatMap(({ version, personId, answer }) =>
    answer.tries.flatMap(({ about, channel, number }) =>
      about === 'reminder' && channel === 'teams' && number !== undefined
        ? [cardFor(personId, { card: 'minutes-reminder', meetingId, version, number })]
        : [],
    ),
  );
}
