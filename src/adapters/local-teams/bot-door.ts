import type { ActivityBody } from './activities.ts';
import { jsonOrNothing } from './http-parts.ts';
import type { TokenIssuer } from './tokens.ts';

export type BotAnswer =
  | { readonly reached: true; readonly status: number; readonly body: unknown }
  | { readonly reached: false };

export type BotDoor = {
  /** Posts an activity to the bot, signed. Never rejects: a bot that is silent or down is an answer too. */
  post(activity: ActivityBody, patienceMs: number): Promise<BotAnswer>;
  close(): void;
};

/** A person's message may start long work (a file is read); Teams itself gives up after 15 s on a click. */
export const patience = { message: 60_000, click: 15_000 };

export function createBotDoor(origin: () => string, issuer: TokenIssuer): BotDoor {
  const closing = new AbortController();
  return {
    async post(activity, patienceMs) {
      try {
        const response = await fetch(`${origin()}/api/messages`, {
          method: 'POST',
          redirect: 'error',
          headers: {
            'content-type': 'application/json; charset=utf-8',
            authorization: `Bearer ${await issuer.tokenForBotDoor()}`,
          },
          body: JSON.stringify(activity),
          signal: AbortSignal.any([closing.signal, AbortSignal.timeout(patienceMs)]),
        });
        return { reached: true, status: response.status, body: jsonOrNothing(await response.text()) };
      } catch {
        return { reached: false };
      }
    },
    close: () => closing.abort(),
  };
}

export function wasTaken(answer: BotAnswer): boolean {
  return answer.reached && answer.status >= 200 && answer.status < 300;
}
