import { Agent, request as httpRequest } from 'node:http';
import { type Block, blockOf } from './statistics.ts';

export type Door = { readonly url: string; readonly tokens: readonly string[] };

/** One click: what is posted, and whether the answer is the wanted one. */
export type Click = { readonly body: string; readonly accept: (answer: string) => boolean };

/**
 * As many clients as the door has tokens, each on a connection of its own that stays open, each clicking when its last
 * click was answered. An answer that is not the wanted one ends the run.
 */
export async function clickThrough(door: Door, clicks: readonly Click[]): Promise<Block> {
  const agent = new Agent({ keepAlive: true, maxSockets: door.tokens.length });
  const latencies: number[] = [];
  let next = 0;
  const client = async (token: string) => {
    for (let click = clicks[next++]; click !== undefined; click = clicks[next++]) {
      const began = performance.now();
      const answer = await post(agent, door.url, token, click.body);
      latencies.push(performance.now() - began);
      if (!click.accept(answer)) throw new Error(`The door answered ${answer.slice(0, 400)}`);
    }
  };
  const began = performance.now();
  await Promise.all(door.tokens.map(client));
  agent.destroy();
  return blockOf(latencies, performance.now() - began);
}

/** Posts once over a connection of the agent; resolves with status and body. */
export function post(agent: Agent, url: string, token: string, body: string): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
  };
  const request = httpRequest(url, { method: 'POST', agent, headers }, (response) => {
    let text = '';
    response.setEncoding('utf8');
    response.on('data', (part: string) => {
      text += part;
    });
    response.on('end', () => resolve(`${response.statusCode} ${text}`));
  });
  request.on('error', reject);
  request.end(body);
  return promise;
}
