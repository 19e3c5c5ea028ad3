import { connect, createServer, type Socket } from 'node:net';

/**
 * What becomes of the next COMMIT: it is kept from the server; sent, and the way is cut at once; or carried out, and its
 * answer is kept from the program.
 */
export type Cut = 'before' | 'at once' | 'after';

export type CuttingProxy = {
  readonly port: number;
  /** Cuts at the next COMMIT that comes by. */
  arm(cut: Cut): void;
  /** How often each cut was made. */
  readonly made: Record<Cut, number>;
  close(): Promise<void>;
};

/** Stands between the program and PostgreSQL and knows one word of what they say. */
export async function startCuttingProxy(serverPort: number): Promise<CuttingProxy> {
  const made: Record<Cut, number> = { before: 0, 'at once': 0, after: 0 };
  const sockets = new Set<Socket>();
  let armed: Cut | undefined;
  const server = createServer((client) => {
    const upstream = connect(serverPort, '127.0.0.1');
    let muted = false;
    const cut = () => {
      client.destroy();
      upstream.destroy();
    };
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', cut);
      socket.on('close', () => {
        sockets.delete(socket);
        cut();
      });
    }
    client.on('data', (chunk) => {
      const how = chunk.includes('COMMIT\0') ? armed : undefined;
      if (how === undefined) return void upstream.write(chunk);
      armed = undefined;
      made[how] += 1;
      if (how === 'before') return cut();
      muted = true;
      upstream.write(chunk, () => how === 'at once' && cut());
    });
    upstream.on('data', (chunk) => (muted ? cut() : void client.write(chunk)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The proxy does not listen.');
  return {
    port: address.port,
    arm: (cut) => {
      armed = cut;
    },
    made,
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
