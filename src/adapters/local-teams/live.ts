import type { ServerResponse } from 'node:http';

export type LiveEvent =
  | { readonly type: 'chat'; readonly chatId: string }
  | { readonly type: 'chats' }
  | { readonly type: 'clock' };

export type Live = {
  /** Turns the response into a Server-Sent Events stream that ends with the page or with `close`. */
  listen(response: ServerResponse): void;
  tell(event: LiveEvent): void;
  close(): void;
};

const heartbeatMs = 20_000;

/** Tells every open page that something changed, never what: the page asks for what its person may see. */
export function createLive(): Live {
  const listeners = new Set<ServerResponse>();
  // A silent stream is cut by browsers and proxies; the beat also finds out that a listener is gone.
  const heartbeat = setInterval(() => write(listeners, ': beat\n\n'), heartbeatMs);
  heartbeat.unref();
  return {
    listen(response) {
      response.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      });
      response.write('retry: 1000\nevent: hello\ndata: {}\n\n');
      listeners.add(response);
      response.on('close', () => listeners.delete(response));
    },
    tell: (event) => write(listeners, `data: ${JSON.stringify(event)}\n\n`),
    close() {
      clearInterval(heartbeat);
      for (const response of listeners) response.end();
      listeners.clear();
    },
  };
}

function write(listeners: ReadonlySet<ServerResponse>, text: string): void {
  for (const response of listeners) response.write(text);
}
