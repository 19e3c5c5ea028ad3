import type { IncomingMessage, ServerResponse } from 'node:http';

export type ConnectorCall = {
  readonly method: string;
  /** Below `/connector/`, decoded. */
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: Readonly<Record<string, unknown>>;
};

export type ConnectorAnswer =
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: unknown }
  /** The call is taken in and the line cut without an answer. */
  | 'reset'
  /** No answer ever. */
  | 'silence';

export type StubConnector = {
  handle(request: IncomingMessage, response: ServerResponse): Promise<boolean>;
  readonly calls: ConnectorCall[];
  /** How the next call is answered; then it is sound again. */
  answerNext(answer: ConnectorAnswer): void;
};

/** Bot Connector's three calls that a bot in Teams makes, on plain HTTP, with any failure wished for. */
export function createStubConnector(): StubConnector {
  const calls: ConnectorCall[] = [];
  const wished: ConnectorAnswer[] = [];
  let posted = 0;
  return {
    calls,
    answerNext: (answer) => wished.push(answer),
    async handle(request, response) {
      const path = decodeURIComponent(request.url ?? '');
      if (!path.startsWith('/connector/')) return false;
      const { authorization } = request.headers;
      const method = request.method ?? '';
      calls.push({
        method,
        path: path.slice('/connector/'.length),
        authorization,
        body: await json(request),
      });
      posted += 1;
      give(response, wished.shift() ?? sound(method, path, posted));
      return true;
    },
  };
}

function sound(method: string, path: string, posted: number): ConnectorAnswer {
  if (path.endsWith('/v3/conversations')) return { status: 201, body: { id: 'a:opened' } };
  if (method === 'PUT') return { status: 200, body: { id: 'changed' } };
  if (method === 'GET')
    return { status: 200, body: { members: [{ id: '29:1anna', aadObjectId: 'AA-1' }, { id: '29:1bo' }] } };
  return { status: 201, body: { id: `posted-${posted}` } };
}

function give(response: ServerResponse, answer: ConnectorAnswer): void {
  if (answer === 'silence') return;
  if (answer === 'reset') return void response.socket?.resetAndDestroy();
  response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers });
  response.end(answer.body === undefined ? '' : JSON.stringify(answer.body));
}

async function json(request: IncomingMessage): Promise<Readonly<Record<string, unknown>>> {
  const parts: Buffer[] = [];
  for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
  return parts.length === 0 ? {} : JSON.parse(Buffer.concat(parts).toString('utf8'));
}
