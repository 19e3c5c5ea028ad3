import { type Activity, ActivityTypes } from 'botbuilder';
import type { Said } from '../handlers.ts';

export const cardType = 'application/vnd.microsoft.card.adaptive';

/** A message as the connector takes it. */
export function outgoingMessage(appId: string, conversationId: string, said: Said): Partial<Activity> {
  const { card, text, summary } = said;
  return {
    type: ActivityTypes.Message,
    channelId: 'msteams',
    from: { id: botMri(appId), name: '' },
    conversation: { id: conversationId, name: '', isGroup: false, conversationType: '' },
    ...(text === undefined ? {} : { text, textFormat: 'plain' }),
    ...(summary === undefined ? {} : { summary }),
    ...(card === undefined ? {} : { attachments: [{ contentType: cardType, content: card }] }),
  };
}

export function botMri(appId: string): string {
  return `28:${appId}`;
}
