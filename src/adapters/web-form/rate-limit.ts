/** So many at once, and then one more each `refillMs`. */
export type Limit = { readonly burst: number; readonly refillMs: number };

export type RateLimit = {
  /** Undefined when the request may go on; else in how many seconds the next one may. */
  waitFor(key: string, now: Temporal.Instant): number | undefined;
};

/** What nobody asked for lately makes room: memory does not grow with the number of senders. */
const mostKeys = 10_000;

/** Counts requests by who sends them, in this process. */
export function createRateLimit({ burst, refillMs }: Limit, capacity = mostKeys): RateLimit {
  const used = new Map<string, { readonly tokens: number; readonly at: number }>();
  return {
    waitFor(key, now) {
      const at = now.epochMilliseconds;
      const before = used.get(key) ?? { tokens: burst, at };
      const elapsed = Math.max(at - before.at, 0);
      const tokens = Math.min(before.tokens + elapsed / refillMs, burst);
      used.delete(key);
      used.set(key, { tokens: tokens < 1 ? tokens : tokens - 1, at });
      if (used.size > capacity) used.delete(used.keys().next().value ?? '');
      return tokens < 1 ? Math.ceil(((1 - tokens) * refillMs) / 1_000) : undefined;
    },
  };
}
