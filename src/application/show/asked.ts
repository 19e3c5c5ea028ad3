import type { Refusal } from '../../domain/refusal.ts';
import type { CardView } from '../../ports/card-view.ts';
import type { Clock } from '../../ports/clock.ts';
import type { EventLog } from '../../ports/event-log.ts';
import type { Ids } from '../../ports/ids.ts';
import type { PersonalLinks } from '../../ports/personal-links.ts';
import type { ReadModels } from '../../ports/read-models.ts';
import { type Seat, seatsOf } from '../committee/who-is.ts';

export type ShowPorts = {
  readonly log: EventLog;
  readonly readModels: ReadModels;
  readonly ids: Ids;
  readonly clock: Clock;
  readonly links: PersonalLinks;
};

/** Who asks to see something, and where: in the committee's own chat it is about that committee only. */
export type Asked = {
  readonly personId: string;
  readonly conversationId: string;
  readonly scope: 'personal' | 'groupChat' | 'channel';
  readonly receivedAt: Temporal.Instant;
};

export type ShowResult =
  | { readonly kind: 'views'; readonly views: readonly CardView[] }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

export function views(...shown: readonly CardView[]): ShowResult {
  return { kind: 'views', views: shown };
}

/** The committees a question is about: that of the chat, or in the personal chat all in which the person has a seat. */
export async function seatsAsked(
  ports: Pick<ShowPorts, 'log' | 'readModels'>,
  asked: Asked,
): Promise<readonly Seat[]> {
  const seats = await seatsOf(ports, asked.personId, asked.receivedAt);
  if (asked.scope === 'personal') return seats;
  const row = await ports.readModels.committeeOfConversation(asked.conversationId);
  return seats.filter(({ committee }) => committee.committeeId === row?.committeeId);
}

/** The views, or why there is nothing to show. */
export function shownOr(
  seats: readonly Seat[],
  shown: readonly CardView[],
  code: 'no-meeting' | 'no-minutes',
): ShowResult {
  if (seats.length === 0) return { kind: 'refused', refusal: { code: 'not-a-member' } };
  return shown.length === 0 ? { kind: 'refused', refusal: { code } } : views(...shown);
}
