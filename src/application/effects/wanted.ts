import { type Committee, personsWithRole } from '../../domain/committee/committee.ts';
import type { MinutesVersion } from '../../domain/meeting/meeting.ts';
import type { Audience, CardRef, Effect } from '../../ports/outbox.ts';
import type { AnsweredVersion } from '../streams.ts';

/** "This card shows the state" for one person. */
export function cardFor(personId: string, ref: CardRef): Effect {
  return { kind: 'show-card', ref, audience: { to: 'person', personId } };
}

export function cardsFor(personIds: readonly string[], ref: CardRef): readonly Effect[] {
  return [...new Set(personIds)].map((personId) => cardFor(personId, ref));
}

/** Before whom a version's card hangs: everybody who was asked, and whoever got the right later and used it (R6). */
export function cardHolders(
  { version, entitled }: Pick<MinutesVersion, 'version' | 'entitled'>,
  answered: readonly AnsweredVersion[],
): readonly string[] {
  const own = answered.filter((each) => each.version === version && each.answer.receipts.length > 0);
  return [...new Set([...entitled, ...own.map(({ personId }) => personId)])];
}

/** The same for the committee's own chat; nothing where none is linked. */
export function cardInChat(committee: Committee, ref: CardRef): readonly Effect[] {
  if (committee.conversation === undefined) return [];
  const audience: Audience = { to: 'conversation', conversationId: committee.conversation.conversationId };
  return [{ kind: 'show-card', ref, audience }];
}

/** The agenda's card wherever it stands: in the committee's chat and with everybody who is invited. */
export function agendaCards(
  committee: Committee,
  meetingId: string,
  invited: readonly string[],
): readonly Effect[] {
  const ref = { card: 'agenda', meetingId } as const;
  return [...cardInChat(committee, ref), ...cardsFor(invited, ref)];
}

/** The secretary's card on what comes next. */
export function nextStepCards(
  committee: Committee,
  meetingId: string,
  at: Temporal.Instant,
): readonly Effect[] {
  const { committeeId } = committee;
  return cardsFor(personsWithRole(committee, at, 'secretary'), { card: 'next-step', committeeId, meetingId });
}

/** Chair and minute-taker, who rule on objections. */
export function rulersOf(committee: Committee, at: Temporal.Instant): readonly string[] {
  return [...new Set(personsWithRole(committee, at, 'chair', 'minuteTaker'))];
}
