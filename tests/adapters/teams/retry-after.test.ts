import { expect, test } from 'vitest';
import { retryAfterMs, throttledMs } from '../../../src/adapters/teams/sending/retry-after.ts';

const now = Temporal.Instant.from('2015-10-21T07:27:30Z');

test.each([
  ['7', 7_000],
  ['0', 0],
  ['Wed, 21 Oct 2015 07:28:00 GMT', 30_000],
  ['Wed, 21 Oct 2015 07:27:00 GMT', 0],
  ['999999', 24 * 3_600_000],
  ['soon', undefined],
  ['Wed, 99 Oct 2015 07:28:00 GMT', undefined],
  ['Wed, 21 Xyz 2015 07:28:00 GMT', undefined],
  [undefined, undefined],
])('Retry-After %s means %s milliseconds', (header, ms) => {
  expect(retryAfterMs(header, now)).toBe(ms);
});

test('a throttled call that is not told how long waits five seconds', () => {
  expect(throttledMs(undefined, now)).toBe(5_000);
  expect(throttledMs('60', now)).toBe(60_000);
});
