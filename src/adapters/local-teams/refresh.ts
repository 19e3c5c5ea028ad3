import { type CardAction, isObject, type Json } from './card-actions.ts';

/** The action a card wants pressed by itself when this person sees it. Without `userIds`: everybody, as in Teams. */
export function refreshAction(card: Json | undefined, mri: string): CardAction | undefined {
  const wish = card?.['refresh'];
  if (!isObject(wish) || !isObject(wish['action'])) return undefined;
  if (Array.isArray(wish['userIds']) && !wish['userIds'].includes(mri)) return undefined;
  return { ...wish['action'], type: 'Action.Execute' };
}
