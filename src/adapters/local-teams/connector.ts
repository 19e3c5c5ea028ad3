import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { StoredActivity } from './activities.ts';
import type { Chat } from './chats.ts';
import type { LocalPerson } from './contract.ts';
import type { Desk } from './desk.ts';
import { type Answer, HttpFault, readJson } from './http-parts.ts';
import { memberAccount, personalChatId, personById } from './identities.ts';
import { type Call, param, type Route, route } from './routes.ts';

/** Teams refuses about 100 KB; a body beyond the second figure is not even read. */
const messageLimitBytes = 100_000;
const bodyLimitBytes = 256_000;

const outgoing = z.looseObject({
  type: z.string().min(1),
  text: z.string().optional(),
  attachments: z.array(z.looseObject({ contentType: z.string() })).optional(),
});

const newConversation = z.looseObject({
  isGroup: z.boolean().optional(),
  members: z.array(z.looseObject({ id: z.string().min(1) })).length(1),
  tenantId: z.string().optional(),
  channelData: z.looseObject({ tenant: z.looseObject({ id: z.string() }).optional() }).optional(),
  activity: outgoing.optional(),
});

/**
 * The part of Microsoft's Bot Connector v3 that a bot in Teams uses, below `/connector/`. The caller has checked the
 * bot's token. Answers have the real service's status codes and error codes.
 */
export function connectorRoutes(desk: Desk): readonly Route[] {
  const chat = 'v3/conversations/:chat';
  return [
    route('POST', 'v3/conversations', (call) => createConversation(desk, call)),
    route('GET', chat, (call) => ok(describe(chatIn(desk, call)))),
    route('POST', `${chat}/activities`, (call) => send(desk, call)),
    route('POST', `${chat}/activities/:activity`, (call) => send(desk, call)),
    route('PUT', `${chat}/activities/:activity`, (call) => edit(desk, call)),
    route('DELETE', `${chat}/activities/:activity`, (call) => remove(desk, call)),
    route('GET', `${chat}/members`, async (call) => ok(await members(desk, chatIn(desk, call)))),
    route('GET', `${chat}/pagedmembers`, (call) => pagedMembers(desk, call)),
    route('GET', `${chat}/members/:member`, (call) => member(desk, call)),
  ];
}

async function createConversation(desk: Desk, call: Call): Promise<Answer> {
  const wanted = await readJson(call.request, newConversation, bodyLimitBytes);
  if (wanted.isGroup === true) throw new HttpFault(400, 'BadArgument', 'A bot cannot open a group chat');
  const people = await desk.options.people();
  const person = personById(desk.options.botId, people, wanted.members[0]?.id ?? '');
  if (person === undefined) throw new HttpFault(404, 'ConversationNotFound', 'Unknown member');
  const tenantId = wanted.tenantId ?? wanted.channelData?.tenant?.id;
  if (tenantId !== person.tenantId) throw new HttpFault(400, 'BadArgument', 'Tenant of the member expected');
  refuseBlocked(desk, [person.personId]);
  const id = personalChatId(person.personId);
  const chat = desk.chats.find(id);
  if (chat === undefined) throw new HttpFault(404, 'ConversationNotFound');
  if (wanted.activity === undefined) return { status: 201, body: { id } };
  return { status: 201, body: { id, activityId: post(desk, chat, wanted.activity) } };
}

async function send(desk: Desk, call: Call): Promise<Answer> {
  const chat = writableChat(desk, call);
  const activity = await readJson(call.request, outgoing, bodyLimitBytes);
  return { status: 201, body: { id: post(desk, chat, activity) } };
}

/** Only messages stay; typing and the like are acknowledged and forgotten. */
function post(desk: Desk, chat: Chat, activity: z.infer<typeof outgoing>): string {
  if (activity.type !== 'message') return randomUUID();
  refuseUnsendable(activity);
  const now = desk.options.clock.now();
  const id = desk.activities.nextId(now.epochMilliseconds);
  const body = { ...activity, id };
  desk.activities.add({ id, chatId: chat.id, sender: 'bot', body, at: now.toString(), delivery: 'none' });
  desk.live.tell({ type: 'chat', chatId: chat.id });
  return id;
}

async function edit(desk: Desk, call: Call): Promise<Answer> {
  const chat = writableChat(desk, call);
  const stored = ownMessage(desk, chat, call);
  const activity = await readJson(call.request, outgoing, bodyLimitBytes);
  refuseUnsendable(activity);
  desk.activities.edit(stored.id, { ...activity, id: stored.id });
  desk.live.tell({ type: 'chat', chatId: chat.id });
  return ok({ id: stored.id });
}

function remove(desk: Desk, call: Call): Answer {
  const chat = writableChat(desk, call);
  desk.activities.remove(ownMessage(desk, chat, call).id);
  desk.live.tell({ type: 'chat', chatId: chat.id });
  return { status: 200 };
}

function ownMessage(desk: Desk, chat: Chat, call: Call): StoredActivity {
  const stored = desk.activities.find(chat.id, param(call, 'activity'));
  if (stored === undefined || stored.deleted) throw new HttpFault(404, 'ActivityNotFoundInConversation');
  if (stored.sender !== 'bot') throw new HttpFault(403, 'ForbiddenOperationException');
  return stored;
}

async function members(desk: Desk, chat: Chat) {
  const people = await desk.options.people();
  const inChat = (person: LocalPerson) => chat.memberIds.includes(person.personId);
  return people.filter(inChat).map((person) => memberAccount(desk.options.botId, person));
}

async function pagedMembers(desk: Desk, call: Call): Promise<Answer> {
  const all = await members(desk, chatIn(desk, call));
  const size = Math.min(Math.max(Number(call.query.get('pageSize')) || 500, 1), 500);
  const start = Number(call.query.get('continuationToken')) || 0;
  const next = start + size;
  const more = next < all.length ? { continuationToken: String(next) } : {};
  return ok({ members: all.slice(start, next), ...more });
}

async function member(desk: Desk, call: Call): Promise<Answer> {
  const wanted = param(call, 'member');
  const all = await members(desk, chatIn(desk, call));
  const found = all.find((one) => one.id === wanted || one.aadObjectId === wanted);
  if (found === undefined) throw new HttpFault(404, 'MemberNotFoundInConversation');
  return ok(found);
}

function chatIn(desk: Desk, call: Call): Chat {
  const chat = desk.chats.find(param(call, 'chat'));
  if (chat === undefined) throw new HttpFault(404, 'ConversationNotFound');
  return chat;
}

function writableChat(desk: Desk, call: Call): Chat {
  const chat = chatIn(desk, call);
  if (chat.kind === 'personal') refuseBlocked(desk, chat.memberIds);
  return chat;
}

function refuseBlocked(desk: Desk, memberIds: readonly string[]): void {
  if (!memberIds.some((id) => desk.chats.isBlocked(id))) return;
  throw new HttpFault(403, 'ForbiddenOperationException', 'MessageWritesBlocked');
}

function refuseUnsendable(activity: z.infer<typeof outgoing>): void {
  if (Buffer.byteLength(JSON.stringify(activity)) > messageLimitBytes) {
    throw new HttpFault(413, 'MessageSizeTooBig');
  }
  const empty = (activity.text ?? '') === '' && (activity.attachments ?? []).length === 0;
  if (empty) throw new HttpFault(400, 'BadArgument', 'A message needs a text or an attachment');
}

function describe(chat: Chat) {
  const { id, kind, tenantId, title } = chat;
  return { id, conversationType: kind, isGroup: kind === 'groupChat', tenantId, name: title };
}

function ok(body: unknown): Answer {
  return { status: 200, body };
}
