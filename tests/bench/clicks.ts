import type { Click } from './clients.ts';
import { memberId, objectIdOf, personalChat, tenantId, type Vote } from './crowd.ts';

/** The bot's own id in every measurement. */
export const appId = '7c1c7a2e-0000-4000-8000-00000000b07a';

const isReceipted = (answer: string) => /[A-Z0-9]{4}-[A-Z0-9]{2}/.test(answer);

/** A press of Godkend in the member's own chat; the answer must be a card, not a refusal's sentence. */
export function approveClick(number: number, serviceUrl: string, { meetingId, hash }: Vote): Click {
  const data = { meetingId, version: 1, hash, nonce: `nonce-${number}` };
  const value = { action: { type: 'Action.Execute', verb: 'minutes.approve', data }, trigger: 'manual' };
  return {
    body: activity(number, serviceUrl, meetingId, { name: 'adaptiveCard/action', value }),
    accept: (answer) =>
      answer.startsWith('200 ') && answer.includes('"statusCode":200') && answer.includes('AdaptiveCard'),
  };
}

/** A filled-in Indsigelse that is sent; the answer must hold a receipt. */
export function objectClick(number: number, serviceUrl: string, { meetingId, hash }: Vote): Click {
  const data = {
    verb: 'minutes.object',
    meetingId,
    version: 1,
    hash,
    nonce: `nonce-${number}`,
    itemNumber: 0,
    text: 'Opdigtet indsigelse, der skal måles.',
  };
  return {
    body: activity(number, serviceUrl, meetingId, { name: 'task/submit', value: { data } }),
    accept: (answer) => answer.startsWith('200 ') && isReceipted(answer),
  };
}

function activity(number: number, serviceUrl: string, meetingId: string, invoked: object): string {
  return JSON.stringify({
    type: 'invoke',
    id: `f:${meetingId}-${number}`,
    timestamp: Temporal.Now.instant().toString(),
    channelId: 'msteams',
    serviceUrl,
    from: { id: `29:1${memberId(number)}`, name: 'Medlem', aadObjectId: objectIdOf(number) },
    recipient: { id: `28:${appId}`, name: 'Udvalgsbot' },
    conversation: { id: personalChat(number), conversationType: 'personal', tenantId },
    channelData: { tenant: { id: tenantId } },
    entities: [{ type: 'clientInfo', locale: 'da-DK' }],
    ...invoked,
  });
}
