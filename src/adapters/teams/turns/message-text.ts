import type { InboundActivity } from '../gate/inbound-activity.ts';

/** What a person wrote to the bot: without the bot's own mention, and without what only looks like space. */
export function messageText(inbound: InboundActivity): string {
  let text = inbound.text ?? '';
  for (const mention of inbound.mentions) {
    if (mention.id === inbound.recipientId && mention.text !== '') text = text.replaceAll(mention.text, ' ');
  }
  return text.replace(/[\u00a0\u200b\ufeff]/g, ' ').trim();
}
