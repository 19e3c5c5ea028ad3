import { type Committee, successorOf } from '../../domain/committee/committee.ts';
import type { Answer } from '../../domain/minutes/answer.ts';
import type { CardRef, Effect } from '../../ports/outbox.ts';
import { reminderCards } from './reminder-cards.ts';
import { cardFor, cardInChat, cardsFor, nextStepCards, rulersOf } from './wanted.ts';

type InheritedRef = Extract<CardRef, { readonly card: 'objection-inherited' }>;

/** Whose answer to which version was changed by an act, and which objection the act was about. */
export type ActDone = {
  readonly meetingId: string;
  readonly version: number;
  readonly personId: string;
  readonly at: Temporal.Instant;
  readonly answer: Answer;
  readonly objectionId?: string;
};

/**
 * The person's own cards, the shared count, the secretary's overview; with an objection also those who rule on it, and
 * whoever takes over the seat of somebody who is leaving (R13).
 */
export function cardsAfterAct(committee: Committee, act: ActDone): readonly Effect[] {
  const { meetingId, version, personId, at, answer, objectionId } = act;
  return [
    cardFor(personId, { card: 'minutes-for-approval', meetingId, version }),
    ...reminderCards(meetingId, [{ version, personId, answer }]),
    ...(objectionId === undefined ? [] : objectionCards(committee, { ...act, objectionId })),
    ...cardInChat(committee, { card: 'minutes-status', meetingId, version }),
    ...nextStepCards(committee, meetingId, at),
  ];
}

function objectionCards(
  committee: Committee,
  { meetingId, version, personId, at, objectionId }: ActDone & { readonly objectionId: string },
): readonly Effect[] {
  const about = { meetingId, version, objectionId, objectorId: personId };
  return [
    ...cardsFor(rulersOf(committee, at), { card: 'objection-received', ...about }),
    ...inheritedCards(committee, about),
  ];
}

/** To whoever takes over the seat of the objector; nothing for one who stays. */
export function inheritedCards(committee: Committee, about: Omit<InheritedRef, 'card'>): readonly Effect[] {
  const successor = successorOf(committee, about.objectorId);
  return successor === undefined ? [] : [cardFor(successor, { card: 'objection-inherited', ...about })];
}
