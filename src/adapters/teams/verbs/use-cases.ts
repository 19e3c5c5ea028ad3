import type { UseCases as AllUseCases } from '../../../application/use-cases.ts';
import type { Person } from '../../../domain/committee/people.ts';
import type { Turn } from '../handlers.ts';

/** What the bot can be asked to do; setting up and the sweep are not among it. */
export type UseCases = Omit<
  AllUseCases,
  'foundCommittee' | 'markTimeCame' | 'closeMinutes' | 'remindMembers'
>;

/** A person known to us, in a turn of theirs. */
export type Known = { readonly turn: Turn; readonly person: Person };

/** What every request to a use case says about who and when. */
export function requester({ turn, person }: Known) {
  const { receivedAt, sentAt } = turn;
  return { personId: person.personId, receivedAt, ...(sentAt === undefined ? {} : { sentAt }) };
}
