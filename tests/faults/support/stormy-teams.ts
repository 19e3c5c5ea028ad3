import type { ConnectorClient } from '../../../src/adapters/teams/sending/connector-clients.ts';
import type { Chance } from './chance.ts';
import type { VirtualTime } from './virtual-time.ts';

/** How Teams answers a chat, until it is as it should be. */
export type Weather =
  | { readonly kind: 'fine' }
  /** Not before; said in seconds, as a date, or not at all. */
  | { readonly kind: 'throttled'; readonly seconds: number; readonly says: 'seconds' | 'date' | 'nothing' }
  | { readonly kind: 'status'; readonly status: 412 | 500 | 502 | 503 | 504; readonly seconds?: number }
  /** Taken in, and answered with an error all the same. */
  | { readonly kind: 'delivered'; readonly status: 502 }
  | { readonly kind: 'refused'; readonly status: 403 | 404; readonly code: string }
  | { readonly kind: 'reset' }
  | { readonly kind: 'hang' };

/** One request as Teams saw it. */
export type Seen = { readonly chat: string; readonly atMs: number; readonly answer: Weather['kind'] };

export type StormyTeams = {
  readonly client: ConnectorClient;
  readonly seen: Seen[];
  /** Messages that arrived, by chat. */
  readonly arrived: Map<string, number>;
  /** Requests that came before the time Teams had named for that chat. */
  readonly tooEarly: Seen[];
};

/** Teams with weather of its own for each chat, in simulated time; the last weather of a chat stays. */
export function createStormyTeams(
  time: VirtualTime,
  chance: Chance,
  weatherOf: (chat: string) => readonly Weather[],
): StormyTeams {
  const coming = new Map<string, Weather[]>();
  const notBefore = new Map<string, number>();
  const storm = { seen: [] as Seen[], arrived: new Map<string, number>(), tooEarly: [] as Seen[] };
  let given = 0;
  const answer = async (chat: string): Promise<{ readonly id: string }> => {
    const left = coming.get(chat) ?? [...weatherOf(chat)];
    coming.set(chat, left);
    const weather = left.shift() ?? { kind: 'fine' };
    if (weather.kind === 'refused') left.unshift(weather);
    const atMs = time.elapsedMs();
    const entry = { chat, atMs, answer: weather.kind };
    storm.seen.push(entry);
    if (atMs < (notBefore.get(chat) ?? 0)) storm.tooEarly.push(entry);
    await time.wait(20 + chance.below(weather.kind === 'fine' ? 60 : 180));
    const seconds = namedSeconds(weather);
    if (seconds !== undefined) notBefore.set(chat, time.elapsedMs() + seconds * 1_000);
    if (weather.kind === 'hang') await new Promise(() => undefined);
    if (weather.kind === 'fine' || weather.kind === 'delivered')
      storm.arrived.set(chat, (storm.arrived.get(chat) ?? 0) + 1);
    if (weather.kind !== 'fine') throw failureOf(weather, time.now());
    given += 1;
    return { id: `message ${given}` };
  };
  const conversations = {
    sendToConversation: (chat: string) => answer(chat),
    updateActivity: (chat: string) => answer(chat),
  };
  return { ...storm, client: { conversations } as unknown as ConnectorClient };
}

function namedSeconds(weather: Weather): number | undefined {
  if (weather.kind === 'status') return weather.seconds;
  return weather.kind === 'throttled' && weather.says !== 'nothing' ? weather.seconds : undefined;
}

/** It has whole seconds, and none is cut off. */
function httpDate(instant: Temporal.Instant): string {
  return new Date(Math.ceil(instant.epochMilliseconds / 1_000) * 1_000).toUTCString();
}

/** As the SDK throws it: the answer's status, headers and body hang on the error. */
function failureOf(weather: Exclude<Weather, { readonly kind: 'fine' }>, now: Temporal.Instant): Error {
  if (weather.kind === 'reset') return Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
  const status = 'status' in weather ? weather.status : 429;
  const code = weather.kind === 'refused' ? weather.code : 'Whatever';
  const headers = new Map<string, string>();
  const seconds = namedSeconds(weather);
  if (seconds !== undefined) {
    const isDate = weather.kind === 'throttled' && weather.says === 'date';
    headers.set('retry-after', isDate ? httpDate(now.add({ seconds })) : String(seconds));
  }
  const response = { status, bodyAsText: JSON.stringify({ error: { code } }), headers };
  return Object.assign(new Error(`answered ${status}`), { statusCode: status, response });
}
