import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { LocalLibrary } from '../../../src/adapters/local-library/create-local-library.ts';
import { createDisk, type Disk } from '../../../src/adapters/local-library/disk.ts';
import { minutesRequest, textOf } from '../../contracts/document-library.contract.ts';
import { libraryIn } from './library-in-folder.ts';

/** How a step dies: before it does anything, half-way through its bytes, or when it is done but nobody heard. */
const deaths = ['before', 'half', 'after'] as const;
type Death = (typeof deaths)[number];

const crash = new Error('the process died here');

/** Does not wait for the disk: a process that dies leaves behind what it wrote, waited for or not. */
const quickDisk: Disk = {
  ...createDisk(),
  write: (path, bytes) => writeFile(path, bytes),
  syncFolder: () => Promise.resolve(),
};

/** The library as the next process finds it. */
function reopened(root: string): LocalLibrary {
  return libraryIn(root, { disk: quickDisk });
}

/** A disk that dies at its n-th change and stays dead, as a process does. */
function mortalDisk(n: number, death: Death): Disk & { died(): boolean } {
  const disk = quickDisk;
  let steps = 0;
  const step = async (whole: () => Promise<void>, half: () => Promise<void>) => {
    steps += 1;
    if (steps > n) throw crash;
    if (steps < n || death === 'after') await whole();
    else if (death === 'half') await half();
    if (steps === n) throw crash;
  };
  const nothing = () => Promise.resolve();
  return {
    ...disk,
    makeFolder: (path) => step(() => disk.makeFolder(path), nothing),
    write: (path, bytes) =>
      step(
        () => disk.write(path, bytes),
        () => disk.write(path, bytes.slice(0, bytes.length / 2)),
      ),
    rename: (from, to) => step(() => disk.rename(from, to), nothing),
    syncFolder: (folder) => step(() => disk.syncFolder(folder), nothing),
    died: () => steps >= n,
  };
}

function editions(root: string): readonly string[] {
  const found = readdirSync(root, { recursive: true, withFileTypes: true });
  return found
    .filter((each) => each.isFile() && each.parentPath.includes('.versions') && !each.name.startsWith('.'))
    .map((each) => readFileSync(join(each.parentPath, each.name), 'utf8'))
    .toSorted();
}

/** Tries every step until the work goes through; returns how many steps it died at. */
async function atEveryStep(
  attempt: (root: string, disk: Disk) => Promise<unknown>,
  prepare: (root: string) => Promise<unknown>,
  check: (root: string) => Promise<void>,
): Promise<number> {
  for (let n = 1; ; n += 1) {
    for (const death of deaths) {
      const root = mkdtempSync(join(tmpdir(), 'crash-'));
      await prepare(root);
      const disk = mortalDisk(n, death);
      const outcome = await attempt(root, disk).then(
        () => 'done',
        (error: unknown) => error,
      );
      if (!disk.died()) {
        rmSync(root, { recursive: true });
        return n - 1;
      }
      expect(outcome, `step ${n}, ${death}`).toBe(crash);
      await check(root);
      rmSync(root, { recursive: true });
    }
  }
}

const replacing = minutesRequest({ text: 'second, longer', existing: 'replace' });

describe('a library whose process dies at any step', { timeout: 60_000 }, () => {
  it('has one file of an operation when that comes again, with exactly its bytes', async () => {
    const steps = await atEveryStep(
      (root, disk) => libraryIn(root, { disk }).file(minutesRequest()),
      () => Promise.resolve(),
      async (root) => {
        const library = reopened(root);
        const filed = await library.file(minutesRequest());
        expect(filed).toMatchObject({ edition: 1, size: 5, metadata: { status: 'Udkast' } });
        expect(textOf((await library.read(filed.documentId)).bytes)).toBe('first');
        expect(await library.list()).toEqual([filed]);
        expect(editions(root)).toEqual(['first']);
      },
    );
    expect(steps).toBeGreaterThan(20);
  });

  it('has one file also when the bytes are made anew and differ', async () => {
    await atEveryStep(
      (root, disk) => libraryIn(root, { disk }).file(minutesRequest()),
      () => Promise.resolve(),
      async (root) => {
        const library = reopened(root);
        const filed = await library.file(minutesRequest({ text: 'made anew' }));
        expect(['first', 'made anew']).toContain(textOf((await library.read(filed.documentId)).bytes));
        expect(await library.list()).toEqual([filed]);
      },
    );
  });

  it('has the old edition or the new one, whole, and both kept when the operation comes again', async () => {
    const steps = await atEveryStep(
      (root, disk) => libraryIn(root, { disk }).file(replacing),
      (root) => reopened(root).file(minutesRequest()),
      async (root) => {
        const seen = await reopened(root).find('minutes/m1/1');
        expect([
          { edition: 1, size: 5 },
          { edition: 2, size: 14 },
        ]).toContainEqual({ edition: seen?.edition, size: seen?.size });
        const library = reopened(root);
        const filed = await library.file(replacing);
        expect(filed).toMatchObject({ edition: 2, documentId: seen?.documentId, path: seen?.path });
        expect(textOf((await library.read(filed.documentId)).bytes)).toBe('second, longer');
        expect(editions(root)).toEqual(['first', 'second, longer']);
      },
    );
    expect(steps).toBeGreaterThan(9);
  });

  it('keeps what a person changed between the crash and the next start', async () => {
    await atEveryStep(
      (root, disk) => libraryIn(root, { disk }).file(replacing),
      (root) => reopened(root).file(minutesRequest()),
      async (root) => {
        const path = readdirSync(root, { recursive: true, encoding: 'utf8' }).find((each) =>
          each.endsWith('/Referat af møde.docx'),
        );
        writeFileSync(join(root, path ?? ''), 'by hand');
        const library = reopened(root);
        await expect(library.file(replacing)).rejects.toMatchObject({ kind: 'conflict' });
        const [listed] = await library.list();
        expect(textOf((await library.read(listed?.documentId ?? '')).bytes)).toBe('by hand');
        expect(editions(root)).toEqual(expect.arrayContaining(['by hand', 'first']));
      },
    );
  });

  it('has the old columns or the new ones when it died while setting them', async () => {
    await atEveryStep(
      async (root, disk) => {
        const library = libraryIn(root, { disk });
        const found = await library.find('minutes/m1/1');
        await library.stamp(found?.documentId ?? '', { status: 'Godkendt' });
      },
      (root) => reopened(root).file(minutesRequest()),
      async (root) => {
        const found = await reopened(root).find('minutes/m1/1');
        expect(['Udkast', 'Godkendt']).toContain(found?.metadata.status);
        expect(found).toMatchObject({ edition: 1, metadata: { version: 1 } });
      },
    );
  });

  it('would find after a power cut what it found now: every new name is made durable at once', async () => {
    const root = mkdtempSync(join(tmpdir(), 'crash-'));
    const changes: string[] = [];
    const disk: Disk = {
      ...quickDisk,
      makeFolder: (path) => quickDisk.makeFolder(path).then(() => void changes.push(dirname(path))),
      rename: (from, to) => quickDisk.rename(from, to).then(() => void changes.push(dirname(to))),
      syncFolder: (folder) => Promise.resolve(void changes.push(`synced ${folder}`)),
    };
    await libraryIn(root, { disk }).file(minutesRequest());
    await libraryIn(root, { disk }).file(replacing);
    const made = changes.filter((_, place) => place % 2 === 0);
    expect(made.length).toBeGreaterThan(10);
    expect(changes.filter((_, place) => place % 2 === 1)).toEqual(made.map((folder) => `synced ${folder}`));
    rmSync(root, { recursive: true });
  });
});
