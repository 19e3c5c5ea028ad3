import type { EffectState } from '../../ports/outbox.ts';
import type { PortFailure } from '../../ports/port-failure.ts';

/** What becomes of an effect that failed. */
export type Aftermath = { readonly state: Exclude<EffectState, 'done'>; readonly dueAt: Temporal.Instant };

const secondMs = 1_000;
const minuteMs = 60 * secondMs;
const dayMs = 24 * 60 * minuteMs;

const hourMs = 60 * minuteMs;

/** Twelve tries outlast a restart; then whoever is asked sees it, and it goes on by itself through an outage of days. */
const retries = { firstWaitMs: secondMs, longestWaitMs: 10 * minuteMs, attempts: 12 };
const outage = { waitMs: hourMs, attempts: 14 * 24 };
/** A file may stand open in Word over a holiday; then somebody is asked. */
const openFile = { firstWaitMs: minuteMs, longestWaitMs: dayMs, givenUpAfterMs: 14 * dayMs };

/**
 * The waits of PLATFORM 1.12 and 3.3. `tries` counts the failures of this kind in a row, this one included, from 1;
 * `chance` is 0 to 1 and spreads what failed together.
 */
export function afterFailure(
  failure: PortFailure,
  tries: number,
  now: Temporal.Instant,
  chance: number,
): Aftermath {
  const due = (milliseconds: number) => now.add({ milliseconds: Math.ceil(milliseconds) });
  // Whoever is told when to come again does not come before, however short the own wait would be.
  const retryMs = Math.max(retryWaitMs(tries, chance), failure.retryAfterMs ?? 0);
  switch (failure.kind) {
    case 'throttled':
      return { state: 'waiting', dueAt: due(Math.max(failure.retryAfterMs ?? retryMs, 0)) };
    case 'unavailable':
      if (tries < retries.attempts) return { state: 'waiting', dueAt: due(retryMs) };
      return tries < retries.attempts + outage.attempts
        ? { state: 'parked', dueAt: due(outage.waitMs) }
        : { state: 'dead', dueAt: now };
    case 'locked': {
      const wait = lockedWaitMs(tries);
      return wait === undefined ? { state: 'dead', dueAt: now } : { state: 'parked', dueAt: due(wait) };
    }
    case 'denied':
    case 'conflict':
      return { state: 'parked', dueAt: due(dayMs) };
    case 'gone':
      return { state: 'dead', dueAt: now };
  }
}

/** Doubles from 1 s to 10 min, made up to a quarter shorter or longer, within these bounds. */
function retryWaitMs(tries: number, chance: number): number {
  const { firstWaitMs, longestWaitMs } = retries;
  const spread = doubling(firstWaitMs, longestWaitMs, tries) * (0.75 + chance / 2);
  return Math.min(Math.max(spread, firstWaitMs), longestWaitMs);
}

/** Doubles from a minute to a day; undefined when the waits add up to 14 days. */
function lockedWaitMs(tries: number): number | undefined {
  const { firstWaitMs, longestWaitMs, givenUpAfterMs } = openFile;
  const waits = Array.from({ length: tries }, (_, before) =>
    doubling(firstWaitMs, longestWaitMs, before + 1),
  );
  const total = waits.reduce((sum, wait) => sum + wait, 0);
  return total > givenUpAfterMs ? undefined : waits.at(-1);
}

function doubling(first: number, longest: number, tries: number): number {
  return Math.min(first * 2 ** (tries - 1), longest);
}
