import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterFailure } from '../../../src/adapters/scheduler/after-failure.ts';
import { PortFailure, type PortFailureKind } from '../../../src/ports/port-failure.ts';

const now = Temporal.Instant.from('2027-03-01T08:00:00Z');

function aftermath(kind: PortFailureKind, tries: number, chance = 0.5, retryAfterMs?: number) {
  const { state, dueAt } = afterFailure(new PortFailure(kind, 'code', retryAfterMs), tries, now, chance);
  return { state, waitMs: dueAt.since(now).total('milliseconds') };
}

const hourMs = 3_600_000;

describe('after a failure', () => {
  it('nothing throttled is tried before the time it was told', () => {
    const told = fc.integer({ min: 0, max: 10 * hourMs });
    fc.assert(
      fc.property(
        told,
        fc.integer({ min: 1, max: 50 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (ms, tries, chance) => {
          expect(aftermath('throttled', tries, chance, ms)).toEqual({ state: 'waiting', waitMs: ms });
        },
      ),
    );
  });

  it('what is throttled without a time waits longer and longer, and is never given up', () => {
    expect(aftermath('throttled', 1)).toEqual({ state: 'waiting', waitMs: 1_000 });
    expect(aftermath('throttled', 500)).toEqual({ state: 'waiting', waitMs: 600_000 });
  });

  it('what is unavailable is tried twelve times within half an hour, then hourly for a fortnight', () => {
    const course = Array.from({ length: 348 }, (_, before) => aftermath('unavailable', before + 1));
    const first = course.slice(0, 11);
    expect(first.map(({ waitMs }) => waitMs / 1_000)).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 600]);
    expect(new Set(first.map(({ state }) => state))).toEqual(new Set(['waiting']));
    const later = course.slice(11, -1);
    expect(later.every(({ state, waitMs }) => state === 'parked' && waitMs === 3_600_000)).toBe(true);
    expect(course.at(-1)?.state).toBe('dead');
  });

  it('waits are spread by chance, between one second and ten minutes', () => {
    const chances = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 11 }), chances, (tries, chance) => {
        const { waitMs } = aftermath('unavailable', tries, chance);
        expect(waitMs).toBeGreaterThanOrEqual(1_000);
        expect(waitMs).toBeLessThanOrEqual(600_000);
      }),
    );
    expect(aftermath('unavailable', 5, 0).waitMs).toBe(12_000);
    expect(aftermath('unavailable', 5, 1).waitMs).toBe(20_000);
  });

  it('an open file is asked for at most a day apart, for fourteen days', () => {
    const course = Array.from({ length: 40 }, (_, before) => aftermath('locked', before + 1));
    const parked = course.filter(({ state }) => state === 'parked');
    const days = parked.reduce((sum, { waitMs }) => sum + waitMs, 0) / (24 * hourMs);
    expect(days).toBeGreaterThan(13);
    expect(days).toBeLessThanOrEqual(14);
    expect(parked[0]).toEqual({ state: 'parked', waitMs: 60_000 });
    expect(Math.max(...parked.map(({ waitMs }) => waitMs))).toBe(24 * hourMs);
    expect(course.slice(parked.length).every(({ state }) => state === 'dead')).toBe(true);
  });

  it.each(['denied', 'conflict'] as const)('what is %s waits a day for a person', (kind) => {
    expect(aftermath(kind, 9)).toEqual({ state: 'parked', waitMs: 24 * hourMs });
  });

  it('what is gone is given up', () => {
    expect(aftermath('gone', 1).state).toBe('dead');
  });
});

it('tries what is unavailable again not before the time it was told', () => {
  expect(aftermath('unavailable', 1, 0.5, 30_000)).toEqual({ state: 'waiting', waitMs: 30_000 });
});
