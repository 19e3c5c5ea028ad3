import { randomUUID } from 'node:crypto';
import { danishZone } from '../../domain/calendar/danish-time.ts';
import type { ActivityBody } from './activities.ts';
import type { Chat } from './chats.ts';
import type { LocalPerson } from './contract.ts';
import { botMri, botName, personMri } from './identities.ts';

/** Where and by whom something is done: the part that every activity to the bot has in common. */
export type Scene = {
  readonly botId: string;
  readonly serviceUrl: string;
  readonly chat: Chat;
  readonly person: LocalPerson;
  readonly now: Temporal.Instant;
};

const mention = `<at>${botName}</at>`;

export function messageActivity(scene: Scene, id: string, content: ActivityBody): ActivityBody {
  return { type: 'message', id, textFormat: 'plain', ...envelope(scene, content['replyToId']), ...content };
}

/** The HTML twin that Teams sends beside every text a person writes. */
export function textContent(text: string): ActivityBody {
  const bare = text.replaceAll(mention, botName);
  const html = bare.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return { text, attachments: [{ contentType: 'text/html', content: `<p>${html}</p>` }] };
}

/** In a group chat a bot only hears what mentions it. Returns undefined when nobody is mentioned. */
export function mentionContent(botId: string, text: string): ActivityBody | undefined {
  const pattern = new RegExp(`@${botName}(?![\\p{L}\\p{N}])`, 'giu');
  if (!pattern.test(text)) return undefined;
  const entity = { type: 'mention', mentioned: { id: botMri(botId), name: botName }, text: mention };
  return { ...textContent(text.replace(pattern, mention)), entities: [entity, clientInfo()] };
}

export type InvokeName = 'adaptiveCard/action' | 'task/fetch' | 'task/submit';

/** `replyToId`: the message whose card was pressed; a dialog's own submit has none. */
export function invokeActivity(
  scene: Scene,
  name: InvokeName,
  value: ActivityBody,
  replyToId?: string,
): ActivityBody {
  const reply = replyToId === undefined ? {} : { replyToId };
  return { type: 'invoke', name, id: `f:${randomUUID()}`, value, ...envelope(scene, replyToId), ...reply };
}

/** The bot came into the chat; in a personal chat the person is new there too. */
export function conversationUpdate(scene: Scene): ActivityBody {
  const bot = { id: botMri(scene.botId) };
  const person = { id: personMri(scene.botId, scene.person.personId), aadObjectId: scene.person.objectId };
  const membersAdded = scene.chat.kind === 'personal' ? [person, bot] : [bot];
  return { type: 'conversationUpdate', id: `f:${randomUUID()}`, membersAdded, ...envelope(scene, undefined) };
}

export function installationUpdate(scene: Scene): ActivityBody {
  const id = `f:${randomUUID()}`;
  return { type: 'installationUpdate', action: 'add', id, ...envelope(scene, undefined) };
}

function envelope(scene: Scene, replyToId: unknown): ActivityBody {
  const { chat, person, now } = scene;
  const local = now.toZonedDateTimeISO(danishZone);
  return {
    timestamp: now.toString({ fractionalSecondDigits: 3 }),
    localTimestamp: local.toString({ fractionalSecondDigits: 3, timeZoneName: 'never' }),
    localTimezone: danishZone,
    channelId: 'msteams',
    serviceUrl: scene.serviceUrl,
    from: {
      id: personMri(scene.botId, person.personId),
      name: person.name,
      aadObjectId: person.objectId,
    },
    conversation: conversation(chat),
    recipient: { id: botMri(scene.botId), name: botName },
    locale: 'da-DK',
    entities: [clientInfo()],
    channelData: {
      tenant: { id: chat.tenantId },
      ...(replyToId === undefined ? {} : { source: { name: 'message' }, legacy: { replyToId } }),
    },
  };
}

function conversation(chat: Chat): ActivityBody {
  const group = chat.kind === 'groupChat' ? { isGroup: true, name: chat.title } : {};
  return { id: chat.id, conversationType: chat.kind, tenantId: chat.tenantId, ...group };
}

function clientInfo() {
  return { type: 'clientInfo', locale: 'da-DK', country: 'DK', platform: 'Web', timezone: danishZone };
}
