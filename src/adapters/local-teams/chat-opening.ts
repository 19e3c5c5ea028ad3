import { wasTaken } from './bot-door.ts';
import type { Chat } from './chats.ts';
import type { LocalPerson } from './contract.ts';
import { type Desk, sceneOf } from './desk.ts';
import { botName, personalChatId } from './identities.ts';
import { conversationUpdate, installationUpdate } from './teams-shapes.ts';

const installPatienceMs = 10_000;

export type ChatOpening = {
  /** Brings people and committee chats up to date; once `installing` is on, new chats are told to the bot. */
  refresh(): Promise<void>;
  beginInstalling(): Promise<void>;
  /** Resolves when no round is running any more. */
  settled(): Promise<void>;
};

export function createChatOpening(desk: Desk): ChatOpening {
  const tried = new Set<string>();
  let installing = false;
  let turn: Promise<void> = Promise.resolve();
  const work = async () => {
    const people = await desk.options.people();
    await keepChats(desk, people);
    if (!installing) return;
    // One attempt per chat and run: a bot that refuses is asked again at the next start, not at each look.
    for (const chat of desk.chats.all().filter((one) => !one.installed && !tried.has(one.id))) {
      tried.add(chat.id);
      await install(desk, chat, people);
    }
  };
  const refresh = () => {
    turn = turn.then(work, work);
    return turn;
  };
  return {
    refresh,
    beginInstalling() {
      installing = true;
      return refresh();
    },
    settled: () => turn.catch(() => undefined),
  };
}

async function keepChats(desk: Desk, people: readonly LocalPerson[]): Promise<void> {
  const known = new Map(desk.chats.all().map((chat) => [chat.id, chat]));
  const wanted = [...people.map(personalChat), ...(await committeeChats(desk, people))];
  const changed = wanted.filter((chat) => !same(chat, known.get(chat.id)));
  for (const chat of changed) desk.chats.keep(chat);
  if (changed.length > 0) desk.live.tell({ type: 'chats' });
}

type WantedChat = Omit<Chat, 'installed'>;

function personalChat(person: LocalPerson): WantedChat {
  const { personId, tenantId } = person;
  return {
    id: personalChatId(personId),
    kind: 'personal',
    title: botName,
    tenantId,
    memberIds: [personId],
  };
}

/** A group chat belongs to the secretary's tenant, also when members come from others: so it is in Teams. */
async function committeeChats(desk: Desk, people: readonly LocalPerson[]): Promise<readonly WantedChat[]> {
  const host = people[0];
  if (host === undefined) return [];
  const known = new Set(people.map((person) => person.personId));
  return (await desk.options.committeeChats()).map((chat) => ({
    id: chat.conversationId,
    kind: 'groupChat' as const,
    title: chat.title,
    tenantId: host.tenantId,
    memberIds: [...new Set(chat.memberIds)].filter((id) => known.has(id)),
  }));
}

function same(wanted: WantedChat, known: Chat | undefined): boolean {
  if (known === undefined) return false;
  const { installed: _, ...rest } = known;
  return JSON.stringify(rest) === JSON.stringify({ ...wanted });
}

async function install(desk: Desk, chat: Chat, people: readonly LocalPerson[]): Promise<void> {
  const person = people.find((one) => chat.memberIds.includes(one.personId));
  if (person === undefined) return;
  const scene = sceneOf(desk, chat, person);
  const told = await desk.door.post(conversationUpdate(scene), installPatienceMs);
  const installed = await desk.door.post(installationUpdate(scene), installPatienceMs);
  if (wasTaken(told) && wasTaken(installed)) desk.chats.setInstalled(chat.id);
}
