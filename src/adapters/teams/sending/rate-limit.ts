import { PortFailure } from '../../../ports/port-failure.ts';

/** At most `limit` sendings in any span of `perMs`. */
export type Window = { readonly limit: number; readonly perMs: number };

/** A tenth below Teams' own 7 a second, 60 in half a minute and 1,800 an hour of one conversation. */
const conversationWindows: readonly Window[] = [
  { limit: 6, perMs: 1_000 },
  { limit: 54, perMs: 30_000 },
  { limit: 1_620, perMs: 3_600_000 },
];
/** Half of the 50 a second of one app and tenant: answers to clicks need room too. */
const tenantWindows: readonly Window[] = [{ limit: 25, perMs: 1_000 }];

/** When the next sending may go, given the instants of those before it, oldest first. */
export function nextFree(sent: readonly number[], windows: readonly Window[], now: number): number {
  const bounds = windows.map(({ limit, perMs }) => (sent.at(-limit) ?? Number.NEGATIVE_INFINITY) + perMs);
  return Math.max(now, ...bounds);
}

export type RateLimit = {
  /** Resolves when a message may go. Throws PortFailure `throttled` when that is more than some seconds away. */
  pass(conversationId: string, tenantId: string): Promise<void>;
  /** The service said not before: nothing goes to the conversation until then. */
  pause(conversationId: string, forMs: number): void;
};

export type RateLimitParts = {
  /** Milliseconds that only grow. */
  readonly elapsedMs: () => number;
  readonly wait: (ms: number) => Promise<void>;
};

const longestWaitMs = 3_000;
const mostKept = 5_000;

export function createRateLimit({ elapsedMs, wait }: RateLimitParts): RateLimit {
  const sent = new Map<string, number[]>();
  const paused = new Map<string, number>();

  async function passThrough(key: string, windows: readonly Window[]): Promise<void> {
    const now = elapsedMs();
    const times = timesOf(key);
    const at = Math.max(nextFree(times, windows, now), paused.get(key) ?? 0);
    if (at - now > longestWaitMs) throw new PortFailure('throttled', 'own limit', at - now);
    times.push(at);
    times.splice(0, times.length - Math.max(...windows.map(({ limit }) => limit)));
    if (at > now) await wait(at - now);
  }

  function timesOf(key: string): number[] {
    const found = sent.get(key) ?? [];
    sent.delete(key);
    sent.set(key, found); // the one used longest ago stands first, and goes first
    if (sent.size > mostKept) for (const oldest of sent.keys()) return dropped(oldest, found);
    return found;
  }

  function dropped(oldest: string, found: number[]): number[] {
    sent.delete(oldest);
    paused.delete(oldest);
    return found;
  }

  return {
    async pass(conversationId, tenantId) {
      await passThrough(`conversation ${conversationId}`, conversationWindows);
      await passThrough(`tenant ${tenantId}`, tenantWindows);
    },
    pause: (conversationId, forMs) => {
      paused.set(`conversation ${conversationId}`, elapsedMs() + forMs);
    },
  };
}
