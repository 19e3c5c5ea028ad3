import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRateLimit, nextFree } from '../../../src/adapters/teams/sending/rate-limit.ts';
import { PortFailure } from '../../../src/ports/port-failure.ts';

const perSecond = [{ limit: 3, perMs: 1_000 }];

test('below the limit a message goes at once', () => {
  expect(nextFree([], perSecond, 500)).toBe(500);
  expect(nextFree([0, 100], perSecond, 500)).toBe(500);
});

test('at the limit it goes when the first of the span is old enough', () => {
  expect(nextFree([0, 100, 200], perSecond, 500)).toBe(1_000);
  expect(nextFree([0, 100, 200, 1_000], perSecond, 1_050)).toBe(1_100);
});

test('the strictest of several spans decides', () => {
  expect(nextFree([0, 1, 2], [...perSecond, { limit: 2, perMs: 5_000 }], 10)).toBe(5_001);
});

/** Time that stands still until somebody waits. */
function bench() {
  let now = 0;
  const limit = createRateLimit({
    elapsedMs: () => now,
    wait: (ms) => {
      now += ms;
      return Promise.resolve();
    },
  });
  return { limit, now: () => now, pass: (ms: number) => (now += ms) };
}

test('the seventh message of a second waits for the next second', async () => {
  const { limit, now } = bench();
  for (let i = 0; i < 6; i += 1) await limit.pass('a', 'school');
  expect(now()).toBe(0);
  await limit.pass('a', 'school');
  expect(now()).toBe(1_000);
});

test('another chat of the tenant is not held up by it, until the tenant has sent 25', async () => {
  const { limit, now } = bench();
  for (let i = 0; i < 25; i += 1) await limit.pass(`chat ${i}`, 'school');
  expect(now()).toBe(0);
  await limit.pass('chat 25', 'other school');
  expect(now()).toBe(0);
  await limit.pass('chat 26', 'school');
  expect(now()).toBe(1_000);
});

test('what would wait longer than three seconds is refused with the time it takes', async () => {
  const { limit, pass } = bench();
  limit.pause('a', 60_000);
  pass(10_000);
  const failure: unknown = await limit.pass('a', 'school').catch((error) => error);
  expect(failure).toBeInstanceOf(PortFailure);
  expect(failure).toMatchObject({ kind: 'throttled', retryAfterMs: 50_000 });
  pass(50_000);
  await expect(limit.pass('a', 'school')).resolves.toBeUndefined();
});

test('whatever is sent when, no second sees more than six and no half minute more than 54', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 0, max: 700 }), { minLength: 60, maxLength: 120 }),
      async (gaps) => {
        const { limit, now, pass } = bench();
        const sent: number[] = [];
        for (const gap of gaps) {
          pass(gap);
          const failure: unknown = await limit.pass('a', 'school').catch((error) => error);
          if (failure === undefined) sent.push(now());
        }
        const most = (perMs: number) =>
          Math.max(...sent.map((at) => sent.filter((other) => other >= at && other < at + perMs).length));
        expect(most(1_000)).toBeLessThanOrEqual(6);
        expect(most(30_000)).toBeLessThanOrEqual(54);
      },
    ),
    { seed: 20_231_208, numRuns: 40 },
  );
});
