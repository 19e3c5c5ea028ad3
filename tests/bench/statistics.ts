/** The value below which the share of the values lies; 0 of none. */
function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

export function spread(values: readonly number[]): { readonly least: number; readonly most: number } {
  return { least: Math.min(...values), most: Math.max(...values) };
}

/** What one block of requests showed: how many a second, and how long one took. */
export type Block = { readonly perSecond: number; readonly p50Ms: number; readonly p99Ms: number };

export function blockOf(latenciesMs: readonly number[], elapsedMs: number): Block {
  return {
    perSecond: (latenciesMs.length * 1_000) / elapsedMs,
    p50Ms: median(latenciesMs),
    p99Ms: percentile(latenciesMs, 0.99),
  };
}
