import type { CardView } from './card-view.ts';
import type { Audience } from './outbox.ts';

/** What happened to a card that was to be shown. `unchanged`: it already showed this. */
export type Shown = { readonly result: 'posted' | 'updated' | 'unchanged' };

/**
 * Shows cards in chats. One card a key and chat: the first time it is posted, later it is changed in place. Opens a
 * personal chat where there is none. Throws `PortFailure`: 'denied' (blocked, not installed), 'gone', 'throttled', 'unavailable'.
 */
export interface Messenger {
  show(cardKey: string, view: CardView, audience: Audience): Promise<Shown>;
}
