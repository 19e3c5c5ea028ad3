import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { storeIn } from '../adapters/store/sqlite/store-in-folder.ts';
import { type Chance, seededChance } from './support/chance.ts';
import { type LoopDisk, makeLoopDisk } from './support/loop-disk.ts';
import { recordFigures, times } from './support/report.ts';

const file = fileURLToPath(new URL('./support/process/act-without-end.ts', import.meta.url));
const row = 'power loss, SQLite';

type Acting = { readonly pid: number; readonly ended: Promise<unknown>; readonly acknowledged: string[] };

/** A process that acts without end; resolves at its first acknowledgement. */
async function act(command: readonly [string, ...string[]], args: readonly string[]): Promise<Acting> {
  const [program, ...before] = command;
  const child = spawn(program, [...before, file, ...args], { stdio: ['ignore', 'pipe', 'ignore'] });
  const said: string[] = [];
  const first = Promise.withResolvers<void>();
  createInterface({ input: child.stdout }).on('line', (line) => {
    said.push(line);
    if (said.length > 1) first.resolve();
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  void ended.then(() => first.reject(new Error('The process ended before it acted.')));
  await first.promise;
  const [pid] = said.splice(0, 1);
  return { pid: Number(pid), ended, acknowledged: said };
}

async function ended(acting: Acting): Promise<void> {
  process.kill(acting.pid, 'SIGKILL');
  await acting.ended;
}

type Loss = { readonly acknowledged: number; readonly missing: number; readonly whole: boolean };

/** Acts on a disk whose power goes at any moment; reads what is on it then. */
async function losePower(disk: LoopDisk, chance: Chance, planted: string): Promise<Loss> {
  const acting = await act([process.execPath], [disk.folder, planted]);
  await pause(chance.below(500));
  // What was told up to here is told. Stopped, the process adds nothing while the disk is copied.
  const told = [...acting.acknowledged];
  process.kill(acting.pid, 'SIGSTOP');
  const files = disk.cutPower();
  await ended(acting);
  const kept = new Set<string>();
  const store = await storeIn(files);
  for (const { event } of await store.log.read(0, 1_000_000))
    if (event.type === 'MinutesNoted') kept.add(event.atMeetingId);
  const { chain } = await store.verify();
  await store.close();
  return {
    acknowledged: told.length,
    missing: told.filter((word) => !kept.has(word)).length,
    whole: chain === 'whole',
  };
}

async function loseAgain(count: number, chance: Chance, planted = ''): Promise<readonly Loss[] | undefined> {
  const losses: Loss[] = [];
  while (losses.length < count) {
    const disk = makeLoopDisk();
    if (disk === undefined) return undefined;
    try {
      losses.push(await losePower(disk, chance, planted));
    } finally {
      disk.remove();
    }
  }
  return losses;
}

/** Where nothing may be mounted: each acknowledgement is held against the syncs that the system saw. */
async function countSyncs(): Promise<{ readonly acknowledged: number; readonly syncs: number } | undefined> {
  if (!isThere('strace')) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'udvalgsbot-syncs-'));
  const trace = join(folder, 'trace');
  const strace = [
    'strace',
    '-f',
    '-qq',
    '-e',
    'trace=fsync,fdatasync,write',
    '-e',
    'write=1',
    '-o',
    trace,
  ] as const;
  const acting = await act([...strace, process.execPath], [folder]);
  await pause(1_000);
  await ended(acting);
  const lines = readFileSync(trace, 'utf8').split('\n');
  rmSync(folder, { recursive: true, force: true });
  const syncs = lines.filter((line) => /\b(fsync|fdatasync)\(.*= 0/.test(line)).length;
  return { acknowledged: acting.acknowledged.length, syncs };
}

function isThere(program: string): boolean {
  try {
    execFileSync('which', [program], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

const canMount = ((): boolean => {
  const disk = makeLoopDisk();
  disk?.remove();
  return disk !== undefined;
})();

const onDisk = () => {
  it('holds every act that was acknowledged', async () => {
    const losses = (await loseAgain(times(5, 50), seededChance(row))) ?? [];
    const acknowledged = losses.reduce((sum, loss) => sum + loss.acknowledged, 0);
    const missing = losses.reduce((sum, loss) => sum + loss.missing, 0);
    recordFigures(row, {
      how: 'disk image copied',
      'power losses': losses.length,
      'acts acknowledged': acknowledged,
      missing,
    });
    expect(missing).toBe(0);
    expect(losses.every(({ whole }) => whole)).toBe(true);
    expect(acknowledged).toBeGreaterThan(losses.length * 10);
  });

  it('is seen to lose acts of a store that does not wait for it', async () => {
    const losses = (await loseAgain(2, seededChance('power loss, planted fault'), 'syncs-nothing')) ?? [];
    expect(losses.reduce((sum, { missing }) => sum + missing, 0)).toBeGreaterThan(0);
  });
};

const bySyncs = () => {
  it('every commit is synced before it is acknowledged, by the settings and by the syncs that are seen', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'udvalgsbot-settings-'));
    const store = await storeIn(folder);
    expect(await store.durability()).toMatchObject({ journal_mode: 'wal', synchronous: 2 });
    await store.close();
    rmSync(folder, { recursive: true, force: true });
    const counted = await countSyncs();
    recordFigures(row, { how: counted === undefined ? 'settings asserted' : 'syncs counted', ...counted });
    // Up to eight acts share a commit, and a commit is one sync at least.
    if (counted !== undefined) expect(counted.syncs).toBeGreaterThanOrEqual(counted.acknowledged / 8);
  });
};

if (canMount) describe('a disk whose power goes in the middle of writing', onDisk);
else describe('where no disk may be mounted', bySyncs);
