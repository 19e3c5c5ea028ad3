import { readBody } from '../../../src/adapters/http/read-body.ts';
import type { Route } from '../../../src/adapters/http/route.ts';
import { createHttpServer } from '../../../src/adapters/http/server.ts';
import { createTeamsBot, type TeamsBot, type TeamsBotOptions } from '../../../src/adapters/teams/bot.ts';
import type { BotHandlers } from '../../../src/adapters/teams/handlers.ts';
import type { ConversationBook, ConversationReference } from '../../../src/ports/conversation-book.ts';
import { createStubConnector, type StubConnector } from '../../support/stub-connector.ts';
import { startTokenIssuer, type TokenIssuer } from '../../support/token-issuer.ts';
import { botId, goodActivity, received, tenantId } from './gate-bench.ts';

export type Logged = {
  readonly level: 'debug' | 'warn' | 'error';
  readonly fields: Readonly<Record<string, unknown>>;
};

export type BotBench = {
  readonly origin: string;
  readonly bot: TeamsBot;
  readonly issuer: TokenIssuer;
  readonly connector: StubConnector;
  readonly remembered: ConversationReference[];
  readonly forgotten: string[];
  readonly logged: Logged[];
  /** Sends an activity, signed; the good click with these changes. */
  deliver(
    changes: Readonly<Record<string, unknown>>,
  ): Promise<{ readonly status: number; readonly body: unknown }>;
  close(): Promise<void>;
};

/** A handler that a test does not expect fails it. */
export const noHandlers: BotHandlers = {
  message: unexpected,
  act: unexpected,
  fetchDialog: unexpected,
  submitDialog: unexpected,
  file: unexpected,
  fileRefused: unexpected,
  installed: unexpected,
};

function unexpected(): never {
  throw new Error('The test did not expect this handler.');
}

export type BotWish = {
  readonly handlers?: Partial<BotHandlers>;
  readonly personOf?: (tenantId: string, objectId: string) => Promise<string | undefined>;
  readonly witness?: TeamsBotOptions['witness'];
  /** Other paths of the same origin, such as a file to download. */
  readonly routes?: readonly Route[];
};

/** The whole bot behind a real door, with an issuer and a connector of its own. */
export async function startBot(wish: BotWish = {}): Promise<BotBench> {
  let origin = '';
  const connector = createStubConnector();
  const issuer = await startTokenIssuer(botId, () => `${origin}/connector/`);
  const book = createBook();
  const logged: Logged[] = [];
  const bot = createTeamsBot({
    appId: botId,
    credentials: {
      kind: 'local',
      origin: () => origin,
      issuer: () => issuer.issuer,
      openIdMetadataUrl: () => issuer.openIdMetadataUrl,
      botToken: () => Promise.resolve('the-bots-own-token'),
    },
    isTenantAllowed: (id) => id === tenantId,
    readBody,
    clock: { now: () => received },
    handlers: { ...noHandlers, ...wish.handlers },
    conversations: book.book,
    personOf: wish.personOf ?? (() => Promise.resolve('anna')),
    ...(wish.witness === undefined ? {} : { witness: wish.witness }),
    log: logInto(logged),
  });
  const routes = [bot.route, connector.handle, ...(wish.routes ?? [])];
  const server = createHttpServer({
    host: '127.0.0.1',
    port: 0,
    routes,
    clock: { now: () => received },
    log: logInto(logged),
    closeWithinMs: 100,
  });
  origin = await server.listen();
  const { remembered, forgotten } = book;
  return {
    ...{ origin, bot, issuer, connector, remembered, forgotten, logged },
    deliver: (changes) => deliver(origin, issuer, changes),
    close: () => Promise.all([server.close(), issuer.close()]).then(() => undefined),
  };
}

async function deliver(origin: string, issuer: TokenIssuer, changes: Readonly<Record<string, unknown>>) {
  const response = await fetch(`${origin}/api/messages`, {
    method: 'POST',
    headers: { authorization: `Bearer ${await issuer.sign()}`, 'content-type': 'application/json' },
    body: JSON.stringify({ ...goodActivity(`${origin}/connector/`), ...changes }),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? undefined : (JSON.parse(text) as unknown) };
}

function createBook() {
  const remembered: ConversationReference[] = [];
  const forgotten: string[] = [];
  const nothing = () => Promise.resolve(undefined);
  const book: ConversationBook = {
    remember: (reference) => Promise.resolve(void remembered.push(reference)),
    forget: (id) => Promise.resolve(void forgotten.push(id)),
    personal: nothing,
    find: nothing,
    serviceUrlOf: nothing,
    posted: nothing,
    savePosted: nothing,
    dropPosted: nothing,
    saveDelivery: nothing,
    deliveries: () => Promise.resolve([]),
  };
  return { book, remembered, forgotten };
}

function logInto(logged: Logged[]) {
  const at = (level: Logged['level']) => (fields: Logged['fields']) => void logged.push({ level, fields });
  return { debug: at('debug'), warn: at('warn'), error: at('error') };
}
