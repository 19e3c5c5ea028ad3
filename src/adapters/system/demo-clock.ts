import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '../../ports/clock.ts';

/** The demo's clock: the machine's time and an offset that a person can make larger, never smaller. */
export type DemoClock = Clock & {
  /** Moves time forward to the instant, durably; an instant that has passed changes nothing. Returns the time it now is. */
  advanceTo(instant: Temporal.Instant): Temporal.Instant;
};

export type DemoClockOptions = {
  readonly dataDir: string;
  /** What the clock shows when a data folder is first used; afterwards it goes on from where it was. */
  readonly startsAt?: Temporal.Instant;
  /** The time the offset is added to. */
  readonly machine: Clock;
};

/** `reached` is what the clock showed when this was written: below it the clock never falls, whatever the machine says. */
type Kept = { readonly offsetMs: number; readonly reached: number };

export function createDemoClock({ dataDir, startsAt, machine }: DemoClockOptions): DemoClock {
  mkdirSync(dataDir, { recursive: true });
  const file = join(dataDir, 'demo-clock.json');
  const machineMs = () => machine.now().epochMilliseconds;
  let kept = readKept(file) ?? keptAt(startsAt?.epochMilliseconds ?? machineMs(), machineMs());
  let latest = kept.reached;
  const now = () => {
    latest = Math.max(latest, machineMs() + kept.offsetMs);
    return Temporal.Instant.fromEpochMilliseconds(latest);
  };
  writeKept(dataDir, file, { ...kept, reached: now().epochMilliseconds });
  return {
    now,
    advanceTo: (instant) => {
      if (Temporal.Instant.compare(instant, now()) <= 0) return now();
      // Written first: time that somebody has seen must not be unseen after a restart.
      const moved = keptAt(instant.epochMilliseconds, machineMs());
      writeKept(dataDir, file, moved);
      kept = moved;
      latest = moved.reached;
      return now();
    },
  };
}

function keptAt(reached: number, machineMs: number): Kept {
  return { offsetMs: reached - machineMs, reached };
}

function readKept(file: string): Kept | undefined {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
  const { offsetMs, reached } = JSON.parse(text) as Kept;
  return { offsetMs, reached };
}

function writeKept(folder: string, file: string, kept: Kept): void {
  const draft = `${file}.new`;
  const handle = openSync(draft, 'w');
  writeFileSync(handle, JSON.stringify(kept));
  fsyncSync(handle);
  closeSync(handle);
  renameSync(draft, file);
  if (process.platform !== 'win32') syncName(folder);
}

function syncName(folder: string): void {
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
}
