import { capitalised, danishInstant, danishShortDate, danishTime } from '../../presentation/danish-format.ts';
import type { ChatOpening } from './chat-opening.ts';
import { describeClock } from './clock-control.ts';
import { chatOf, type Desk, personOf } from './desk.ts';
import { type Answer, HttpFault } from './http-parts.ts';
import { personMri } from './identities.ts';
import { type Call, param } from './routes.ts';
import { isVisible, seenBy, summaryOf } from './views.ts';

export async function state(desk: Desk, opening: ChatOpening, call: Call): Promise<Answer> {
  await opening.refresh();
  const { options, chats } = desk;
  const unread = (personId: string, chatId: string) => desk.activities.unread(personId, chatId);
  const people = (await options.people()).map((one) => ({
    ...one,
    mri: personMri(options.botId, one.personId),
    blocked: chats.isBlocked(one.personId),
    unread: chats.of(one.personId).reduce((sum, chat) => sum + unread(one.personId, chat.id), 0),
  }));
  const me = people.find((one) => one.personId === call.query.get('person')) ?? people[0];
  if (me === undefined) throw new HttpFault(404, 'PersonNotFound');
  const mine = chats.of(me.personId).map((chat) => {
    const last = desk.activities.last(chat.id);
    const summary =
      last === undefined ? null : { time: danishTime(Temporal.Instant.from(last.at)), text: summaryOf(last) };
    return { ...chat, unread: unread(me.personId, chat.id), last: summary };
  });
  const clockNow = await describeClock(options.clock);
  return ok({ person: me.personId, people, chats: mine, clock: clockNow, commands: options.commands });
}

export async function activities(desk: Desk, call: Call): Promise<Answer> {
  const me = await personOf(desk, call.query.get('person'));
  const chat = chatOf(desk, param(call, 'chat'), me.personId);
  const people = await desk.options.people();
  const changed = desk.activities.changedAfter(chat.id, wholeNumber(call, 'after'));
  return ok(changed.map((one) => seenBy(desk, me, people, one)).filter(isVisible));
}

export async function documents(desk: Desk): Promise<Answer> {
  const entries = await desk.options.documents();
  return ok(
    entries.map((entry) => ({
      ...entry,
      when: `${danishShortDate(entry.modified)} kl. ${danishTime(entry.modified)}`,
    })),
  );
}

export async function happenings(desk: Desk, call: Call): Promise<Answer> {
  const found = await desk.options.happenings(wholeNumber(call, 'after'));
  return ok(found.map((one) => ({ ...one, when: capitalised(danishInstant(one.at)) })));
}

export async function mails(desk: Desk): Promise<Answer> {
  const found = await desk.options.mails();
  return ok(found.map((one) => ({ ...one, when: capitalised(danishInstant(one.at)) })));
}

function wholeNumber(call: Call, name: string): number {
  return Math.max(Math.trunc(Number(call.query.get(name))) || 0, 0);
}

function ok(body: unknown): Answer {
  return { status: 200, body };
}
