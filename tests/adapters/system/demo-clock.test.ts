import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDemoClock } from '../../../src/adapters/system/demo-clock.ts';
import { createMovedClock, type MovedClock } from '../../contracts/moved-clock.ts';

const startsAt = Temporal.Instant.from('2023-12-08T11:00:00Z');

describe('the clock of the demo', () => {
  let dataDir: string;
  let machine: MovedClock;
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'clock-'));
    machine = createMovedClock('2027-03-01T08:00:00Z');
  });
  afterEach(() => rmSync(dataDir, { recursive: true, force: true }));
  const open = (options: { readonly startsAt?: Temporal.Instant } = { startsAt }) =>
    createDemoClock({ dataDir, machine, ...options });
  const shown = (clock: ReturnType<typeof open>) => clock.now().toString();

  it('begins at the time it is given and runs as the machine runs', () => {
    const clock = open();
    expect(shown(clock)).toBe('2023-12-08T11:00:00Z');
    machine.move({ minutes: 5 });
    expect(shown(clock)).toBe('2023-12-08T11:05:00Z');
  });

  it('begins at the time of the machine when it is given none', () => {
    expect(shown(open({}))).toBe('2027-03-01T08:00:00Z');
  });

  it('moves forward and never back', () => {
    const clock = open();
    expect(clock.advanceTo(startsAt.add({ hours: 400 })).toString()).toBe('2023-12-25T03:00:00Z');
    expect(clock.advanceTo(startsAt).toString()).toBe('2023-12-25T03:00:00Z');
    machine.move({ seconds: 1 });
    expect(shown(clock)).toBe('2023-12-25T03:00:01Z');
  });

  it('goes on where it was after a restart, whatever start it is given then', () => {
    open().advanceTo(startsAt.add({ hours: 400 }));
    machine.move({ seconds: 7 });
    expect(shown(open({ startsAt: startsAt.add({ hours: 9_999 }) }))).toBe('2023-12-25T03:00:07Z');
    expect(readdirSync(dataDir)).toEqual(['demo-clock.json']);
  });

  it('stands still rather than fall back when the machine falls back', () => {
    const clock = open();
    clock.advanceTo(startsAt.add({ hours: 1 }));
    machine.move({ minutes: 10 });
    expect(shown(clock)).toBe('2023-12-08T12:10:00Z');
    machine.move({ hours: -3 });
    expect(shown(clock)).toBe('2023-12-08T12:10:00Z');
    expect(Temporal.Instant.compare(open().now(), startsAt.add({ hours: 1 }))).toBeGreaterThanOrEqual(0);
  });
});
