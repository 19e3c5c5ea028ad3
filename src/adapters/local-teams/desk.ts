import type { DatabaseSync } from 'node:sqlite';
import { type Activities, createActivities } from './activities.ts';
import { type BotDoor, createBotDoor } from './bot-door.ts';
import { type Chat, type Chats, createChats } from './chats.ts';
import type { LocalPerson, LocalTeamsOptions } from './contract.ts';
import { HttpFault } from './http-parts.ts';
import { createLive, type Live } from './live.ts';
import { openStore } from './store.ts';
import type { Scene } from './teams-shapes.ts';
import { createTokenIssuer, type TokenIssuer } from './tokens.ts';
import { createUploads, type Uploads } from './uploads.ts';

/** Everything the stand-in's parts share. */
export type Desk = {
  readonly options: LocalTeamsOptions;
  readonly db: DatabaseSync;
  readonly chats: Chats;
  readonly activities: Activities;
  readonly uploads: Uploads;
  readonly issuer: TokenIssuer;
  readonly door: BotDoor;
  readonly live: Live;
};

export function createDesk(options: LocalTeamsOptions): Desk {
  const db = openStore(options.dataDir);
  const issuer = createTokenIssuer(options.origin, options.botId);
  return {
    options,
    db,
    issuer,
    chats: createChats(db),
    activities: createActivities(db),
    uploads: createUploads(db, options.dataDir),
    door: createBotDoor(options.origin, issuer),
    live: createLive(),
  };
}

export function sceneOf(desk: Desk, chat: Chat, person: LocalPerson): Scene {
  const { botId, clock } = desk.options;
  return { botId, serviceUrl: desk.issuer.serviceUrl(), chat, person, now: clock.now() };
}

export async function personOf(desk: Desk, personId: string | null): Promise<LocalPerson> {
  const person = (await desk.options.people()).find((one) => one.personId === personId);
  if (person === undefined) throw new HttpFault(404, 'PersonNotFound');
  return person;
}

/** The chat as one of its members; others are told that it does not exist. */
export function chatOf(desk: Desk, chatId: string, personId: string): Chat {
  const chat = desk.chats.find(chatId);
  if (!chat?.memberIds.includes(personId)) throw new HttpFault(404, 'ChatNotFound');
  return chat;
}
