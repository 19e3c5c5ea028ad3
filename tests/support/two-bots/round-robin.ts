import { type IncomingMessage, request, type ServerResponse } from 'node:http';

/** What stands in front of several instances: each request goes to the next of them, and is counted. */
export type RoundRobin = {
  readonly taken: readonly number[];
  hand(incoming: IncomingMessage, response: ServerResponse): Promise<true>;
  /** Tells all of them that the clock was moved. */
  wakeAll(): Promise<void>;
};

export const wakePath = '/for-the-bots/wake';

export function createRoundRobin(origins: readonly string[]): RoundRobin {
  const taken = origins.map(() => 0);
  let turn = 0;
  return {
    taken,
    wakeAll: async () => {
      await Promise.all(origins.map((origin) => fetch(`${origin}${wakePath}`)));
    },
    hand: (incoming, response) => {
      const place = turn % origins.length;
      turn += 1;
      taken[place] = (taken[place] ?? 0) + 1;
      return passOn(incoming, response, origins[place] ?? '');
    },
  };
}

function passOn(incoming: IncomingMessage, response: ServerResponse, origin: string): Promise<true> {
  const { promise, resolve, reject } = Promise.withResolvers<true>();
  const { method, headers, url = '/' } = incoming;
  const outgoing = request(new URL(url, origin), { method, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
    answer.once('end', () => resolve(true));
  });
  outgoing.once('error', reject);
  incoming.pipe(outgoing);
  return promise;
}
