import type { CardView } from '../../../src/ports/card-view.ts';
import type { Audience } from '../../../src/ports/outbox.ts';
import type { FakeMessenger } from '../../fakes/fake-messenger.ts';

export type ShownOnce = { readonly to: string; readonly cardKey: string; readonly view: CardView };

/** A messenger that keeps every card it ever showed: who was shown what. */
export function watched(messenger: FakeMessenger): FakeMessenger & {
  readonly everShown: readonly ShownOnce[];
  /** What hangs in the chats now, by card and place. */
  readonly hanging: ReadonlyMap<string, ShownOnce>;
  /** Cards that were shown by a program whose log was restored away since are not this program's. */
  forgetAll(): void;
} {
  const everShown: ShownOnce[] = [];
  const hanging = new Map<string, ShownOnce>();
  return {
    ...messenger,
    everShown,
    hanging,
    forgetAll: () => hanging.clear(),
    show: async (cardKey, view, audience) => {
      const result = await messenger.show(cardKey, view, audience);
      const shown = { to: placeOf(audience), cardKey, view };
      everShown.push(shown);
      hanging.set(`${cardKey} → ${shown.to}`, shown);
      return result;
    },
  };
}

function placeOf(audience: Audience): string {
  return audience.to === 'person' ? audience.personId : audience.conversationId;
}
