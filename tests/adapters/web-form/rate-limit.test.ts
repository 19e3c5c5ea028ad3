import { describe, expect, it } from 'vitest';
import { createRateLimit } from '../../../src/adapters/web-form/rate-limit.ts';

const start = Temporal.Instant.from('2025-09-12T13:00:00Z');
const later = (milliseconds: number) => start.add({ milliseconds });

describe('the limit of requests', () => {
  it('lets so many in at once, and then one more for each rest', () => {
    const limit = createRateLimit({ burst: 3, refillMs: 2_000 });
    const waits = [0, 0, 0, 0, 500].map((ms) => limit.waitFor('a', later(ms)));
    expect(waits).toEqual([undefined, undefined, undefined, 2, 2]);
    expect(limit.waitFor('a', later(2_000))).toBeUndefined();
    expect(limit.waitFor('a', later(2_000))).toBe(2);
  });

  it('counts everybody for themselves', () => {
    const limit = createRateLimit({ burst: 1, refillMs: 1_000 });
    expect(limit.waitFor('a', start)).toBeUndefined();
    expect(limit.waitFor('b', start)).toBeUndefined();
    expect(limit.waitFor('a', start)).toBe(1);
  });

  it('saves up no more than it lets in at once, and bears a clock that goes back', () => {
    const limit = createRateLimit({ burst: 2, refillMs: 1_000 });
    expect([0, 0, 1].map(() => limit.waitFor('a', later(60_000)))).toEqual([undefined, undefined, 1]);
    expect(limit.waitFor('a', start)).toBe(1);
    const rested = [0, 0, 0].map(() => limit.waitFor('a', later(600_000)));
    expect(rested).toEqual([undefined, undefined, 1]);
  });

  it('remembers no more senders than there is room for: the one not heard of longest is let go', () => {
    const limit = createRateLimit({ burst: 1, refillMs: 60_000 }, 2);
    for (const key of ['a', 'b', 'a', 'c']) limit.waitFor(key, start);
    expect(limit.waitFor('a', start)).toBe(60);
    expect(limit.waitFor('b', start)).toBeUndefined();
  });
});
