import { describe, expect, it } from 'vitest';
import { isTimely, isWorkedOff, mayClose } from '../../../src/domain/minutes/timeliness.ts';
import { at } from '../../support/danish-calendar.ts';

const deadline = at('2025-09-24T22:00:00Z');
const received = (receivedAt: string, sentAt?: string) => ({
  receivedAt: at(receivedAt),
  ...(sentAt === undefined ? {} : { sentAt: at(sentAt) }),
});

describe('R2: an act is on time', () => {
  it.each([
    ['the last moment before the deadline', received('2025-09-24T21:59:59.999999999Z'), true],
    ['the deadline itself', received('2025-09-24T22:00:00Z'), false],
    ['a channel without timestamps, a second late', received('2025-09-24T22:00:01Z'), false],
    [
      'begun in time, arrived in the grace',
      received('2025-09-24T22:01:59.999Z', '2025-09-24T21:59:59.999Z'),
      true,
    ],
    ['begun at the deadline itself', received('2025-09-24T22:00:01Z', '2025-09-24T22:00:00Z'), false],
    [
      'begun in time, arrived as the grace ended',
      received('2025-09-24T22:02:00Z', '2025-09-24T21:00:00Z'),
      false,
    ],
    ['a clock at the sender that is ahead', received('2025-09-24T21:59:00Z', '2025-09-24T22:05:00Z'), true],
  ])('%s', (_what, act, timely) => {
    expect(isTimely(act, deadline)).toBe(timely);
  });
});

describe('R3: closing', () => {
  it('waits until the grace after the deadline is over', () => {
    expect(mayClose(at('2025-09-24T22:01:59.999Z'), deadline)).toBe(false);
    expect(mayClose(at('2025-09-24T22:02:00Z'), deadline)).toBe(true);
  });

  it('is possible only when nothing timely can come any more', () => {
    const closing = at('2025-09-24T22:02:00Z');
    expect(isTimely({ receivedAt: closing, sentAt: at('2025-09-24T21:59:59Z') }, deadline)).toBe(false);
  });
});

describe('R3: the other processes', () => {
  const workedOff = (...instants: readonly Temporal.Instant[]) =>
    isWorkedOff(
      deadline,
      instants.map((each) => ({ workedOff: each })),
    );

  it('have worked off an instant when each of them has decided all that it received before', () => {
    expect(workedOff(deadline)).toBe(true);
    expect(workedOff(deadline.add({ hours: 1 }), deadline)).toBe(true);
    expect(workedOff(deadline.add({ hours: 1 }), deadline.subtract({ nanoseconds: 1 }))).toBe(false);
  });

  it('are waited for only where there are any', () => {
    expect(workedOff()).toBe(true);
  });
});
