import { z } from 'zod';
import type { StoredActivity } from './activities.ts';
import { findAction, pressedData } from './card-actions.ts';
import type { ChatOpening } from './chat-opening.ts';
import { clockWish, describeClock, moveClock } from './clock-control.ts';
import { chatOf, type Desk, personOf } from './desk.ts';
import { type Answer, HttpFault, readBody, readJson } from './http-parts.ts';
import { personMri } from './identities.ts';
import { activities, documents, happenings, mails, state } from './local-reads.ts';
import { type Actor, deliver, press, refresh, say, submitDialog } from './person-acts.ts';
import { type Call, param, type Route, route } from './routes.ts';
import { uploadLimitBytes } from './uploads.ts';
import { originalCard } from './views.ts';

/**
 * The JSON API below `/local/api/`, by which the page, or a test, acts as a person. Writing calls answer when the bot
 * has answered, so that a test need not wait. Faults are `{error: {code, message}}` with 400, 403, 404, 409 or 413.
 *
 * GET  state?person=P                        people with unread marks, P's chats, clock, commands
 * GET  live                                  Server-Sent Events: `{type: 'chat', chatId}` | `{type: 'chats'}` | `{type: 'clock'}`
 * GET  chats/C/activities?person=P&after=N   what P sees; only what changed after change number N (0: all)
 * POST chats/C/read {person, seq}            P has seen everything up to seq
 * POST chats/C/messages {person, text, uploadIds?}      → {id, delivered: true | false | 'notForTheBot'}
 * POST chats/C/activities/A/resend {person}             hand a message to the bot again
 * POST chats/C/activities/A/press {person, choose: {verb|title|id}, inputs?}   press what P's view of the card offers
 * POST chats/C/activities/A/press {person, action: {type, verb?, data}}        as the renderer reports it
 * POST chats/C/activities/A/refresh {person}            what Teams does when a card with `refresh` comes into view
 * POST chats/C/dialog {person, data}                    submit an open dialog
 *      press, refresh, dialog → {kind: 'card', card} | {kind: 'message' | 'error', text}
 *                             | {kind: 'dialog', dialog: {title, height, width, card}} | {kind: 'done'}
 * POST uploads?person=P&name=N (bytes)                  → {uploadId}, for `uploadIds` of a message
 * POST block {person, blocked}                          the bot can no longer reach P in the personal chat
 * GET  clock                                            → {now, nextDeadline} as ISO, and in Danish
 * POST clock {days} | {to: 'deadline' | 'pastDeadline'} | {instant} | {local}   only forward
 * GET  documents                                        → [{path, href, modified, note, when}]
 * GET  happenings?after=N                               → [{seq, at, text, when}]
 * GET  mails                                            → [{mailId, to, subject, at, text, when}]
 */
export function localApiRoutes(desk: Desk, opening: ChatOpening): readonly Route[] {
  const { options, live } = desk;
  const act = (name: string, work: (call: Call) => Promise<Answer>) => route('POST', name, work);
  return [
    route('GET', 'state', (call) => state(desk, opening, call)),
    route('GET', 'live', (call) => {
      live.listen(call.response);
      return 'handled';
    }),
    route('GET', 'chats/:chat/activities', (call) => activities(desk, call)),
    act('chats/:chat/read', (call) => markRead(desk, call)),
    act('chats/:chat/messages', (call) => message(desk, call)),
    act('chats/:chat/activities/:activity/resend', (call) => resend(desk, call)),
    act('chats/:chat/activities/:activity/press', (call) => pressed(desk, call)),
    act('chats/:chat/activities/:activity/refresh', (call) => refreshed(desk, call)),
    act('chats/:chat/dialog', (call) => dialog(desk, call)),
    act('uploads', (call) => upload(desk, call)),
    act('block', (call) => block(desk, call)),
    route('GET', 'clock', async () => ok(await describeClock(options.clock))),
    act('clock', (call) => clock(desk, call)),
    route('GET', 'documents', () => documents(desk)),
    route('GET', 'happenings', (call) => happenings(desk, call)),
    route('GET', 'mails', () => mails(desk)),
  ];
}

const limit = 1_000_000;
const person = z.string();
const bag = z.record(z.string(), z.unknown());
const bodies = {
  read: z.strictObject({ person, seq: z.int() }),
  message: z.strictObject({ person, text: z.string(), uploadIds: z.array(z.string()).max(10).optional() }),
  person: z.strictObject({ person }),
  press: z.union([
    z.strictObject({
      person,
      choose: z.strictObject({
        verb: z.string().optional(),
        title: z.string().optional(),
        id: z.string().optional(),
      }),
      inputs: bag.optional(),
    }),
    z.strictObject({ person, action: z.looseObject({ type: z.string(), data: bag.optional() }) }),
  ]),
  dialog: z.strictObject({ person, data: bag }),
  block: z.strictObject({ person, blocked: z.boolean() }),
};

async function markRead(desk: Desk, call: Call): Promise<Answer> {
  const wish = await readJson(call.request, bodies.read, limit);
  const { chat, person } = await actor(desk, call, wish.person);
  if (desk.activities.markRead(person.personId, chat.id, wish.seq)) desk.live.tell({ type: 'chats' });
  return ok({});
}

async function message(desk: Desk, call: Call): Promise<Answer> {
  const wish = await readJson(call.request, bodies.message, limit);
  return ok(await say(desk, await actor(desk, call, wish.person), wish.text, wish.uploadIds ?? []));
}

async function resend(desk: Desk, call: Call): Promise<Answer> {
  const wish = await readJson(call.request, bodies.person, limit);
  const { chat, person } = await actor(desk, call, wish.person);
  const stored = storedIn(desk, call, chat.id);
  if (stored.sender !== person.personId) throw new HttpFault(404, 'ActivityNotFound');
  if (stored.delivery !== 'failed') throw new HttpFault(409, 'AlreadyDelivered');
  return ok(await deliver(desk, stored));
}

async function pressed(desk: Desk, call: Call): Promise<Answer> {
  const wish = await readJson(call.request, bodies.press, limit);
  const who = await actor(desk, call, wish.person);
  const stored = storedIn(desk, call, who.chat.id);
  const card = desk.activities.overlay(stored.id, who.person.personId) ?? originalCard(stored);
  if (card === undefined) throw new HttpFault(404, 'ActionNotOnCard');
  if ('action' in wish) return ok(await press(desk, who, stored, wish.action, wish.action.data ?? {}));
  const action = findAction(card, wish.choose);
  return ok(await press(desk, who, stored, action, pressedData(card, action, wish.inputs ?? {})));
}

async function refreshed(desk: Desk, call: Call): Promise<Answer> {
  const wish = await readJson(call.request, bodies.person, limit);
  const who = await actor(desk, call, wish.person);
  const mri = personMri(desk.options.botId, who.person.personId);
  return ok(await refresh(desk, who, storedIn(desk, call, who.chat.id), mri));
}

async function dialog(desk: Desk, call: Call): Promise<Answer> {
  const wish = await readJson(call.request, bodies.dialog, limit);
  return ok(await submitDialog(desk, await actor(desk, call, wish.person), wish.data));
}

async function upload(desk: Desk, call: Call): Promise<Answer> {
  const me = await personOf(desk, call.query.get('person'));
  const name = call.query.get('name') ?? '';
  if (name === '' || name.length > 255) throw new HttpFault(400, 'BadName');
  const bytes = await readBody(call.request, uploadLimitBytes);
  const kept = await desk.uploads.keep(me.personId, name, bytes, desk.options.clock.now().toString());
  return ok({ uploadId: kept.id });
}

async function block(desk: Desk, call: Call): Promise<Answer> {
  const wish = await readJson(call.request, bodies.block, limit);
  desk.chats.setBlocked((await personOf(desk, wish.person)).personId, wish.blocked);
  desk.live.tell({ type: 'chats' });
  return ok({});
}

async function clock(desk: Desk, call: Call): Promise<Answer> {
  await moveClock(desk.options.clock, await readJson(call.request, clockWish, limit));
  desk.live.tell({ type: 'clock' });
  return ok(await describeClock(desk.options.clock));
}

async function actor(desk: Desk, call: Call, personId: string): Promise<Actor> {
  const who = await personOf(desk, personId);
  return { person: who, chat: chatOf(desk, param(call, 'chat'), who.personId) };
}

function storedIn(desk: Desk, call: Call, chatId: string): StoredActivity {
  const stored = desk.activities.find(chatId, param(call, 'activity'));
  if (stored === undefined || stored.deleted) throw new HttpFault(404, 'ActivityNotFound');
  return stored;
}

function ok(body: unknown): Answer {
  return { status: 200, body };
}
