import { createServer } from 'node:http';

export type ConnectorSink = { readonly origin: string; calls(): number; close(): Promise<void> };

/** A connector that takes every card at once and keeps none. */
export async function startConnectorSink(): Promise<ConnectorSink> {
  let calls = 0;
  const server = createServer((request, response) => {
    calls += 1;
    request.resume();
    request.on('end', () => {
      response.writeHead(201, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ id: `shown-${calls}` }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The sink does not listen.');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    calls: () => calls,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
