import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRemoteJWKSet, type JWTPayload, jwtVerify } from 'jose';
import { createLocalTeams, type LocalTeams } from '../../../src/adapters/local-teams/local-teams.ts';
import { botId, committee, library, mails, people } from './invented-committee.ts';

/** Whatever JSON may hold: the assertions look into it field by field. */
export type Loose = ReturnType<typeof JSON.parse>;
export type Reply = { readonly status: number; readonly body: Loose; readonly headers: Headers };
type BotAnswer = { readonly status: number; readonly body?: unknown };
export type BotRule = (activity: Loose) => BotAnswer | undefined | Promise<BotAnswer | undefined>;

/** A bot of three lines behind a real door: it checks the token as the real one must, remembers, and answers. */
export type StubBot = {
  readonly received: Loose[];
  readonly claims: JWTPayload[];
  readonly authorizations: string[];
  /** Undefined answers with 200 and no body. */
  rule: BotRule;
};

export type Bench = {
  readonly origin: string;
  readonly dataDir: string;
  readonly teams: LocalTeams;
  readonly bot: StubBot;
  /** The demo's clock as it stands. */
  readonly clock: { now: Temporal.Instant; deadline: Temporal.Instant | undefined };
  get(path: string, headers?: Record<string, string>): Promise<Reply>;
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Reply>;
  /** A call of the bot's to the connector, with its token. */
  connector(method: string, path: string, body?: unknown): Promise<Reply>;
  close(): Promise<void>;
};

/** `dataDir`: an earlier bench's folder, to start again on what it left. */
export async function openBench(dataDir = mkdtempSync(join(tmpdir(), 'local-teams-'))): Promise<Bench> {
  const clock: Bench['clock'] = { now: Temporal.Instant.from('2023-12-08T08:05:00Z'), deadline: undefined };
  const bot: StubBot = { received: [], claims: [], authorizations: [], rule: () => undefined };
  const server = createServer((incoming, response) => {
    answer(teams, bot, incoming, response).catch((defect) => response.writeHead(500).end(String(defect)));
  });
  const origin = await listen(server);
  const teams = createLocalTeams({
    dataDir,
    origin: () => origin,
    botId,
    people: () => Promise.resolve(people),
    committeeChats: () => Promise.resolve([committee]),
    clock: {
      now: () => clock.now,
      advanceTo: (instant) => {
        clock.now = instant;
        return Promise.resolve();
      },
      nextDeadline: () => Promise.resolve(clock.deadline),
    },
    documents: () => Promise.resolve(library),
    mails: () => Promise.resolve(mails),
    happenings: (after) =>
      Promise.resolve(
        [{ seq: 1, at: clock.now, text: 'Dagsordenen er sendt.' }].filter((h) => h.seq > after),
      ),
    commands: [
      { title: 'hjælp', description: 'Se, hvad botten kan' },
      { title: 'dagsorden', description: 'Se dagsordenen for næste møde' },
    ],
  });
  const call = caller(origin);
  return {
    origin,
    dataDir,
    teams,
    bot,
    clock,
    get: (path, headers = {}) => call('GET', path, undefined, headers),
    post: (path, body, headers = {}) => call('POST', path, body, headers),
    connector: async (method, path, body) =>
      call(method, `/connector/${path}`, body, { authorization: `Bearer ${await teams.botToken()}` }),
    async close() {
      await teams.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export function removeFolder(bench: Bench): void {
  rmSync(bench.dataDir, { recursive: true, force: true });
}

/** With any header at all, also those that fetch keeps for itself (Host, Origin, Sec-Fetch-Site). */
export function rawStatus(origin: string, path: string, headers: Record<string, string>, method = 'GET') {
  return new Promise<number>((resolve, reject) => {
    const sent = request(`${origin}${path}`, { method, headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    sent.on('error', reject);
    sent.end();
  });
}

async function answer(teams: LocalTeams, bot: StubBot, incoming: IncomingMessage, response: ServerResponse) {
  if (await teams.handle(incoming, response)) return;
  if (incoming.url !== '/api/messages') return void response.writeHead(404).end();
  const parts: Buffer[] = [];
  for await (const part of incoming as AsyncIterable<Buffer>) parts.push(part);
  const activity: unknown = JSON.parse(Buffer.concat(parts).toString('utf8'));
  const authorization = incoming.headers.authorization ?? '';
  bot.authorizations.push(authorization);
  bot.claims.push(await claimsOf(teams, authorization));
  bot.received.push(activity);
  const reply = (await bot.rule(activity)) ?? { status: 200 };
  response.writeHead(reply.status, { 'content-type': 'application/json' });
  response.end(reply.body === undefined ? '' : JSON.stringify(reply.body));
}

async function claimsOf(teams: LocalTeams, authorization: string): Promise<JWTPayload> {
  const metadata: Loose = await (await fetch(teams.issuer.openIdMetadataUrl())).json();
  const keys = createRemoteJWKSet(new URL(metadata.jwks_uri));
  const token = authorization.replace('Bearer ', '');
  const wanted = { issuer: teams.issuer.issuer, audience: botId, algorithms: ['RS256'] };
  return (await jwtVerify(token, keys, wanted)).payload;
}

function caller(origin: string) {
  return async (
    method: string,
    path: string,
    body: unknown,
    headers: Record<string, string>,
  ): Promise<Reply> => {
    const raw = body instanceof Uint8Array;
    const response = await fetch(`${origin}${path}`, {
      method,
      headers: raw || body === undefined ? headers : { 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: raw ? Buffer.from(body) : JSON.stringify(body) }),
    });
    const text = await response.text();
    const json = response.headers.get('content-type')?.startsWith('application/json') === true;
    return {
      status: response.status,
      headers: response.headers,
      body: json && text !== '' ? JSON.parse(text) : text,
    };
  };
}

function listen(server: Server): Promise<string> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    });
  });
}
