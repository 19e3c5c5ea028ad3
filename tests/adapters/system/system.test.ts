import { describe, expect, it } from 'vitest';
import { createSystemClock } from '../../../src/adapters/system/system-clock.ts';
import { createSystemDigest } from '../../../src/adapters/system/system-digest.ts';
import { createSystemIds } from '../../../src/adapters/system/system-ids.ts';

describe('what the machine gives', () => {
  it('is the time of now in whole milliseconds', () => {
    const before = Date.now();
    const now = createSystemClock().now();
    expect(now.epochMilliseconds).toBeGreaterThanOrEqual(before);
    expect(now.epochMilliseconds).toBeLessThanOrEqual(Date.now());
    expect(now.epochNanoseconds % 1_000_000n).toBe(0n);
  });

  it('is a fresh UUID each time', () => {
    const ids = createSystemIds();
    const given = Array.from({ length: 1_000 }, () => ids.next());
    expect(new Set(given).size).toBe(1_000);
    expect(given[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('is SHA-256 in lower-case hex, of text and of its UTF-8 bytes alike', () => {
    const { sha256 } = createSystemDigest();
    expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(sha256(new TextEncoder().encode('æøå'))).toBe(sha256('æøå'));
  });
});
