import type { ActivityBody, StoredActivity } from './activities.ts';
import { patience, wasTaken } from './bot-door.ts';
import { type CardAction, isObject, type Json } from './card-actions.ts';
import type { Chat } from './chats.ts';
import type { LocalPerson } from './contract.ts';
import { type Desk, sceneOf } from './desk.ts';
import { HttpFault } from './http-parts.ts';
import { executeOutcome, type Outcome, taskOutcome } from './invoke-answers.ts';
import { refreshAction } from './refresh.ts';
import { invokeActivity, mentionContent, messageActivity, textContent } from './teams-shapes.ts';
import { fileAttachment } from './uploads.ts';
import { originalCard } from './views.ts';

/** Somebody in a chat. */
export type Actor = { readonly chat: Chat; readonly person: LocalPerson };

type Sent = { readonly id: string; readonly delivered: boolean | 'notForTheBot' };

/** A person writes. In a group chat the bot hears it only when it is mentioned. */
export function say(desk: Desk, actor: Actor, text: string, uploadIds: readonly string[]): Promise<Sent> {
  refuseBlocked(desk, actor);
  if (actor.chat.kind === 'groupChat' && uploadIds.length > 0) throw new HttpFault(400, 'OnlyInPersonalChat');
  if (text.trim() === '' && uploadIds.length === 0) throw new HttpFault(400, 'NothingToSend');
  const forBot = actor.chat.kind === 'personal' || mentionContent(desk.options.botId, text) !== undefined;
  const stored = store(desk, actor, contentOf(desk, actor, text, uploadIds), forBot);
  return forBot ? deliver(desk, stored) : Promise.resolve({ id: stored.id, delivered: 'notForTheBot' });
}

function contentOf(desk: Desk, actor: Actor, text: string, uploadIds: readonly string[]): ActivityBody {
  const { botId, origin } = desk.options;
  if (actor.chat.kind === 'groupChat') return mentionContent(botId, text) ?? textContent(text);
  const files = uploadIds.map((id) => {
    const upload = desk.uploads.find(id);
    if (upload?.personId !== actor.person.personId) throw new HttpFault(404, 'UploadNotFound');
    return fileAttachment(origin(), upload);
  });
  const written = textContent(text);
  return { ...written, attachments: [...files, ...(written['attachments'] as readonly Json[])] };
}

function store(desk: Desk, actor: Actor, content: ActivityBody, forBot: boolean): StoredActivity {
  const { chat, person } = actor;
  const scene = sceneOf(desk, chat, person);
  const id = desk.activities.nextId(scene.now.epochMilliseconds);
  const stored = desk.activities.add({
    id,
    chatId: chat.id,
    sender: person.personId,
    body: messageActivity(scene, id, content),
    at: scene.now.toString(),
    delivery: forBot ? 'pending' : 'none',
  });
  desk.live.tell({ type: 'chat', chatId: chat.id });
  return stored;
}

/** Hands a stored message to the bot, or hands it over again, with the same id. */
export async function deliver(desk: Desk, stored: StoredActivity): Promise<Sent> {
  const answer = await desk.door.post(stored.body, patience.message);
  const delivered = wasTaken(answer);
  desk.activities.setDelivery(stored.id, delivered ? 'sent' : 'failed');
  desk.live.tell({ type: 'chat', chatId: stored.chatId });
  return { id: stored.id, delivered };
}

/** A person presses an action; `data` is the action's own, merged with the inputs. */
export function press(
  desk: Desk,
  actor: Actor,
  message: StoredActivity,
  action: CardAction,
  data: Json,
): Promise<Outcome> {
  refuseBlocked(desk, actor);
  if (action.type === 'Action.Execute') return execute(desk, actor, message, { ...action, data }, 'manual');
  if (action.type !== 'Action.Submit') throw new HttpFault(400, 'NotForTheBot', String(action['url'] ?? ''));
  const msteams = isObject(data['msteams']) ? data['msteams'] : {};
  if (msteams['type'] !== 'task/fetch') return submit(desk, actor, message, data, msteams);
  return task(desk, actor, 'task/fetch', data, message.id);
}

/** The card asks for its person's own view; nothing happens when it asks for none of this person's. */
export function refresh(desk: Desk, actor: Actor, message: StoredActivity, mri: string): Promise<Outcome> {
  const action = refreshAction(originalCard(message), mri);
  if (action === undefined) return Promise.resolve({ kind: 'done' });
  const data = isObject(action['data']) ? action['data'] : {};
  return execute(desk, actor, message, { ...action, data }, 'automatic');
}

export function submitDialog(desk: Desk, actor: Actor, data: Json): Promise<Outcome> {
  refuseBlocked(desk, actor);
  return task(desk, actor, 'task/submit', data);
}

async function execute(
  desk: Desk,
  actor: Actor,
  message: StoredActivity,
  action: Json & { readonly data: Json },
  trigger: 'manual' | 'automatic',
): Promise<Outcome> {
  const { id, verb, data } = action;
  const value = {
    action: { type: 'Action.Execute', ...(id === undefined ? {} : { id }), verb: verb ?? '', data },
    trigger,
  };
  const scene = sceneOf(desk, actor.chat, actor.person);
  const invoke = invokeActivity(scene, 'adaptiveCard/action', value, message.id);
  const outcome = executeOutcome(await desk.door.post(invoke, patience.click));
  if (outcome.kind === 'card') keepView(desk, actor, message, outcome.card, trigger);
  return outcome;
}

/** A refresh that was overtaken by an edit of the message would bring an old view back: it is dropped. */
function keepView(desk: Desk, actor: Actor, message: StoredActivity, card: Json, trigger: string): void {
  const newest = desk.activities.find(message.chatId, message.id);
  if (newest === undefined || newest.deleted) return;
  if (trigger === 'automatic' && newest.version !== message.version) return;
  desk.activities.setOverlay(message.id, actor.person.personId, card);
  desk.live.tell({ type: 'chat', chatId: message.chatId });
}

async function task(
  desk: Desk,
  actor: Actor,
  name: 'task/fetch' | 'task/submit',
  data: Json,
  replyToId?: string,
): Promise<Outcome> {
  const scene = sceneOf(desk, actor.chat, actor.person);
  const invoke = invokeActivity(scene, name, { data, context: { theme: 'default' } }, replyToId);
  return taskOutcome(await desk.door.post(invoke, patience.click));
}

/** Action.Submit without a dialog becomes a message; only messageBack and imBack leave words in the chat. */
async function submit(
  desk: Desk,
  actor: Actor,
  message: StoredActivity,
  data: Json,
  msteams: Json,
): Promise<Outcome> {
  const { msteams: _, ...inputs } = data;
  const replyToId = message.id;
  if (msteams['type'] === 'imBack') {
    return outcomeOf(
      await deliver(desk, store(desk, actor, textContent(String(msteams['value'] ?? '')), true)),
    );
  }
  if (msteams['type'] === 'messageBack') {
    const value = { ...(isObject(msteams['value']) ? msteams['value'] : {}), ...inputs };
    const { text, displayText } = msteams;
    const content = { text: String(text ?? ''), value, replyToId, displayText: String(displayText ?? '') };
    return outcomeOf(await deliver(desk, store(desk, actor, content, true)));
  }
  const scene = sceneOf(desk, actor.chat, actor.person);
  const id = desk.activities.nextId(scene.now.epochMilliseconds);
  const answer = await desk.door.post(messageActivity(scene, id, { value: data, replyToId }), patience.click);
  return outcomeOf({ delivered: wasTaken(answer) });
}

function outcomeOf(sent: { readonly delivered: boolean | 'notForTheBot' }): Outcome {
  return sent.delivered === false ? executeOutcome({ reached: false }) : { kind: 'done' };
}

function refuseBlocked(desk: Desk, actor: Actor): void {
  if (actor.chat.kind !== 'personal' || !desk.chats.isBlocked(actor.person.personId)) return;
  throw new HttpFault(409, 'Blocked');
}
