import type { IncomingMessage, ServerResponse } from 'node:http';
import { createChatOpening } from './chat-opening.ts';
import { connectorRoutes } from './connector.ts';
import type { LocalTeams, LocalTeamsOptions } from './contract.ts';
import { createDesk, type Desk } from './desk.ts';
import { HttpFault, sendAnswer, sendFault } from './http-parts.ts';
import { localApiRoutes } from './local-api.ts';
import { sendAsset, sendPage } from './page-files.ts';
import { findRoute, type Route, route } from './routes.ts';
import { refuseStrangers } from './same-origin.ts';

export type { LocalTeams, LocalTeamsOptions } from './contract.ts';

/**
 * Teams on one machine: a Bot Connector subset at `/connector/`, the issuer of the tokens for both directions and the
 * page's API at `/local/`, the page itself at `/`. The bot is reached at `{origin}/api/messages` only, as in Teams.
 */
export function createLocalTeams(options: LocalTeamsOptions): LocalTeams {
  const desk = createDesk(options);
  const opening = createChatOpening(desk);
  const areas: readonly Area[] = [
    { prefix: '/connector/', routes: connectorRoutes(desk), admit: (request) => admitBot(desk, request) },
    { prefix: '/local/api/', routes: localApiRoutes(desk, opening) },
    { prefix: '/local/', routes: localFileRoutes(desk) },
    { prefix: '/', routes: [route('GET', '', (call) => handled(sendPage(call.response)))] },
  ];
  const running = new Set<Promise<unknown>>();
  return {
    handle(request, response) {
      const work = handle(areas, request, response);
      const settled = work.catch(() => undefined).finally(() => running.delete(settled));
      running.add(settled);
      return work;
    },
    issuer: {
      get issuer() {
        return desk.issuer.issuer();
      },
      openIdMetadataUrl: desk.issuer.openIdMetadataUrl,
    },
    botToken: desk.issuer.botToken,
    start: opening.beginInstalling,
    async close() {
      desk.door.close();
      desk.live.close();
      await Promise.all([...running, opening.settled()]);
      desk.db.close();
    },
  };
}

type Area = {
  readonly prefix: string;
  readonly routes: readonly Route[];
  readonly admit?: (request: IncomingMessage) => Promise<void>;
};

function localFileRoutes(desk: Desk): readonly Route[] {
  return [
    route('GET', '.well-known/openid-configuration', () => ({
      status: 200,
      body: desk.issuer.openIdMetadata(),
    })),
    route('GET', '.well-known/keys', async () => ({ status: 200, body: await desk.issuer.jwks() })),
    route('GET', 'assets/:file', (call) => handled(sendAsset(call.params['file'] ?? '', call.response))),
    route('GET', 'assets/:folder/:file', (call) =>
      handled(sendAsset(`${call.params['folder']}/${call.params['file']}`, call.response)),
    ),
    route('GET', 'uploads/:upload/:name', (call) =>
      handled(desk.uploads.send(call.params['upload'] ?? '', call.response)),
    ),
  ];
}

async function handled(work: Promise<void>): Promise<'handled'> {
  await work;
  return 'handled';
}

async function handle(
  areas: readonly Area[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const [path = '/', query = ''] = (request.url ?? '/').split('?', 2);
  const area = areas.find((one) => (one.prefix === '/' ? path === '/' : path.startsWith(one.prefix)));
  if (area === undefined) return false;
  try {
    refuseStrangers(request, area.prefix === '/');
    await area.admit?.(request);
    const method = request.method === 'HEAD' ? 'GET' : (request.method ?? ''); // node leaves the body out by itself
    const found = findRoute(area.routes, method, path.slice(area.prefix.length));
    const call = { request, response, params: found.params, query: new URLSearchParams(query) };
    const answer = await found.handler(call);
    if (answer !== 'handled') sendAnswer(response, answer);
  } catch (error) {
    if (!(error instanceof HttpFault)) throw error;
    sendFault(response, error);
  }
  return true;
}

async function admitBot(desk: Desk, request: IncomingMessage): Promise<void> {
  if (await desk.issuer.isBotToken(request.headers.authorization)) return;
  throw new HttpFault(401, 'Unauthorized', 'Authorization has been denied for this request.');
}
