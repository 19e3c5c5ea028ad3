import type { IncomingMessage, ServerResponse } from 'node:http';

/** How long a refused sender is listened to before the connection is cut. */
const lingerMs = 1_000;

/**
 * The whole body, or undefined when it was refused: more than `limitBytes` by its own Content-Length or by count is
 * answered 413 with an empty body, and the connection is closed. Rejects when the sender breaks off.
 */
export async function readBody(
  request: IncomingMessage,
  response: ServerResponse,
  limitBytes: number,
): Promise<Buffer | undefined> {
  const announced = Number(request.headers['content-length'] ?? 0);
  const body = announced > limitBytes ? undefined : await collect(request, limitBytes);
  if (body === undefined) refuse(request, response);
  return body;
}

function collect(request: IncomingMessage, limitBytes: number): Promise<Buffer | undefined> {
  const { promise, resolve, reject } = Promise.withResolvers<Buffer | undefined>();
  const parts: Buffer[] = [];
  let size = 0;
  request.on('data', (part: Buffer) => {
    size += part.length;
    if (size > limitBytes) resolve(undefined);
    else parts.push(part);
  });
  request.on('end', () => resolve(Buffer.concat(parts)));
  request.on('error', reject);
  return promise;
}

/**
 * The answer goes out at once. The rest of the body is still read for a moment, unkept: cutting the connection under a
 * sender that is still sending makes its system throw our answer away with the connection.
 */
function refuse(request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(413, { connection: 'close', 'content-length': 0 });
  response.flushHeaders();
  const timer = setTimeout(cut, lingerMs);
  function cut(): void {
    clearTimeout(timer);
    response.end();
  }
  request.once('close', cut);
  request.once('end', cut);
  request.resume();
}
