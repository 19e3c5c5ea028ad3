import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Clock } from '../../ports/clock.ts';
import type { Log } from './log.ts';
import { sendProblem, setSecurityHeaders } from './problem.ts';
import type { Route } from './route.ts';

export type HttpServerOptions = {
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  /** Asked in order; the first that does not answer false has answered. */
  readonly routes: readonly Route[];
  readonly clock: Clock;
  readonly log: Log;
  /** How long a close waits for answers under way, at most 10 s. */
  readonly closeWithinMs?: number;
};

export type HttpServer = {
  /** Resolves with the origin (`http://127.0.0.1:3978`); rejects when the address is taken. */
  listen(): Promise<string>;
  /** Known once it listens. */
  origin(): string;
  /** Takes no new requests, lets those under way end, then cuts. */
  close(): Promise<void>;
};

/** A head must be here within 10 s and a whole request within 30 s: a slow sender holds no place for long. */
const limits = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  connectionsCheckingInterval: 2_000,
  keepAliveTimeout: 75_000,
  maxHeaderSize: 16_384,
};

export function createHttpServer(options: HttpServerOptions): HttpServer {
  let closing = false;
  const server = createServer(limits, (request, response) => {
    const receivedAt = options.clock.now(); // before all else: this instant decides what came in time
    // A connection that stays open after its answer would hold up the close.
    response.once('close', () => closing && setImmediate(() => server.closeIdleConnections()));
    void answer(options, request, response, receivedAt);
  });
  let origin: string | undefined;
  return {
    listen: async () => {
      origin = await listen(server, options);
      return origin;
    },
    // Known also after the close: what is still being carried out then may need it.
    origin: () => origin ?? originOf(server),
    close: () => {
      closing = true;
      return close(server, Math.min(options.closeWithinMs ?? 8_000, 10_000));
    },
  };
}

async function answer(
  options: HttpServerOptions,
  request: IncomingMessage,
  response: ServerResponse,
  receivedAt: Temporal.Instant,
): Promise<void> {
  setSecurityHeaders(response);
  try {
    for (const route of options.routes) {
      if (await route(request, response, receivedAt)) return;
    }
    sendProblem(response, 404);
  } catch (error) {
    if (request.destroyed && !request.complete) return; // the sender broke off: nobody is there to be answered
    fail(options.log, response, error);
  }
}

function fail(log: Log, response: ServerResponse, error: unknown): void {
  const errorId = randomUUID();
  log.error({ errorId, err: error }, 'a request ended in a defect');
  if (response.headersSent) response.destroy();
  else sendProblem(response, 500, errorId);
}

async function listen(server: Server, { host, port }: HttpServerOptions): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', reject);
  server.listen({ host, port }, resolve);
  await promise;
  server.off('error', reject);
  return originOf(server);
}

function originOf(server: Server): string {
  const address = server.address();
  if (!isAddressInfo(address)) throw new Error('The server does not listen yet.');
  const host = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return `http://${host}:${address.port}`;
}

function isAddressInfo(address: AddressInfo | string | null): address is AddressInfo {
  return typeof address === 'object' && address !== null;
}

async function close(server: Server, withinMs: number): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  server.close(() => resolve());
  server.closeIdleConnections();
  const timer = setTimeout(() => server.closeAllConnections(), withinMs);
  await promise;
  clearTimeout(timer);
}
