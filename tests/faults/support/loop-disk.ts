import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A file system of its own in a file: what was never synced is in the machine's memory, and not in the file. */
export type LoopDisk = {
  readonly folder: string;
  /** What the disk holds at this moment, as a machine finds it that was cut off from power now. */
  cutPower(): string;
  remove(): void;
};

const imageMb = 48;

/** Undefined where mounting is not allowed. */
export function makeLoopDisk(): LoopDisk | undefined {
  const place = mkdtempSync(join(tmpdir(), 'udvalgsbot-disk-'));
  const image = join(place, 'disk.img');
  const folder = join(place, 'mounted');
  mkdirSync(folder);
  try {
    run('dd', 'if=/dev/zero', `of=${image}`, 'bs=1M', 'count=0', `seek=${imageMb}`);
    run('mkfs.ext4', '-q', '-F', image);
    run('mount', '-o', 'loop', image, folder);
  } catch {
    rmSync(place, { recursive: true, force: true });
    return undefined;
  }
  return {
    folder,
    cutPower: () => foundAfterwards(place, image),
    remove: () => {
      run('umount', '-l', folder);
      rmSync(place, { recursive: true, force: true });
    },
  };
}

/** The copy's own journal is played back by mounting it; its files are laid beside. */
function foundAfterwards(place: string, image: string): string {
  const copy = join(place, 'cut.img');
  const mounted = join(place, 'after');
  const files = join(place, 'files');
  run('cp', '--sparse=always', image, copy);
  mkdirSync(mounted);
  run('mount', '-o', 'loop', copy, mounted);
  try {
    cpSync(mounted, files, { recursive: true, filter: (path) => !path.endsWith('lost+found') });
  } finally {
    run('umount', '-l', mounted);
  }
  return files;
}

function run(command: string, ...args: readonly string[]): void {
  execFileSync(command, args, { stdio: ['ignore', 'ignore', 'ignore'] });
}
