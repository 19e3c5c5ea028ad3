import type { CardView, ViewOf } from '../../src/ports/card-view.ts';
import type { Messenger, Shown } from '../../src/ports/messenger.ts';
import type { Audience } from '../../src/ports/outbox.ts';
import { PortFailure, type PortFailureKind } from '../../src/ports/port-failure.ts';
import { promised } from './promised.ts';

type CardName = CardView['card'];

export type FakeMessenger = Messenger & {
  /** From now on nothing reaches this person or chat. */
  block(to: string, kind: PortFailureKind): void;
  unblock(to: string): void;
  /** The card of that name that stands before a person or in a chat now; the newest, where there are several. */
  shown<N extends CardName>(to: string, card: N, version?: number): ViewOf<N> | undefined;
  /** Every card that stands anywhere: `agenda → mads`. */
  standing(): readonly string[];
};

/** Cards by key and place, as they stand: posted once, changed in place. */
export function createFakeMessenger(): FakeMessenger {
  const cards = new Map<string, { readonly to: string; readonly view: CardView }>();
  const blocked = new Map<string, PortFailureKind>();
  return {
    show: (cardKey, view, audience) =>
      promised((): Shown => {
        const to = placeOf(audience);
        const kind = blocked.get(to);
        if (kind !== undefined) throw new PortFailure(kind, 'blocked by the test');
        const key = `${cardKey} → ${to}`;
        const before = cards.get(key)?.view;
        cards.set(key, { to, view });
        if (before === undefined) return { result: 'posted' };
        return { result: textOf(before) === textOf(view) ? 'unchanged' : 'updated' };
      }),
    block: (to, kind) => void blocked.set(to, kind),
    unblock: (to) => void blocked.delete(to),
    shown: (to, card, version) => {
      const found = [...cards.values()].findLast(
        ({ to: place, view }) => place === to && view.card === card && isOf(view, version),
      );
      return found?.view as ViewOf<typeof card> | undefined;
    },
    standing: () => [...cards.values()].map(({ to, view }) => `${view.card} → ${to}`).toSorted(),
  };
}

function isOf(view: CardView, version: number | undefined): boolean {
  return version === undefined || ('version' in view && view.version === version);
}

function placeOf(audience: Audience): string {
  return audience.to === 'person' ? audience.personId : audience.conversationId;
}

function textOf(view: CardView): string {
  return JSON.stringify({ ...view, nonce: '' });
}
