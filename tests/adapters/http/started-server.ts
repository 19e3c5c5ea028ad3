import { connect } from 'node:net';
import { afterEach } from 'vitest';
import type { Route } from '../../../src/adapters/http/route.ts';
import { createHttpServer, type HttpServer } from '../../../src/adapters/http/server.ts';

export const noon = Temporal.Instant.from('2023-12-08T11:00:00Z');
export const started: HttpServer[] = [];
export const logged: { readonly fields: Readonly<Record<string, unknown>>; readonly message: string }[] = [];

afterEach(async () => {
  await Promise.all(started.splice(0).map((server) => server.close()));
  logged.length = 0;
});

/** The server with these routes on a free port; closed after the test. Resolves with its origin. */
export function start(routes: readonly Route[], closeWithinMs = 200): Promise<string> {
  const server = createHttpServer({
    host: '127.0.0.1',
    port: 0,
    routes,
    clock: { now: () => noon },
    log: { error: (fields, message) => logged.push({ fields, message }) },
    closeWithinMs,
  });
  started.push(server);
  return server.listen();
}

/** Everything the server writes until it closes or pauses after its answer. */
export function raw(origin: string, text: string): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<string>();
  const socket = connect(Number(new URL(origin).port), '127.0.0.1');
  let answer = '';
  socket.on('data', (data) => {
    answer += data;
    if (answer.includes('\r\n\r\n')) socket.destroy();
  });
  socket.on('close', () => resolve(answer));
  socket.on('error', () => undefined);
  socket.write(text);
  return promise;
}
