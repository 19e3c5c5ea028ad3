import { lstat, mkdir, open, readdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { PortFailure, type PortFailureKind } from '../../ports/port-failure.ts';

/** The few things the library does with a disk; a test stops it at any of them. Throws `PortFailure`. */
export type Disk = {
  read(path: string): Promise<Uint8Array | undefined>;
  /** Something that changes whenever the file does; undefined when there is no regular file. */
  fingerprint(path: string): Promise<string | undefined>;
  entries(folder: string): Promise<readonly DiskEntry[]>;
  makeFolder(path: string): Promise<void>;
  /** Returns when the bytes are on the disk; what was there before is overwritten. */
  write(path: string, bytes: Uint8Array): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  /** Makes names in the folder durable. */
  syncFolder(folder: string): Promise<void>;
};

export type DiskEntry = { readonly name: string; readonly isFolder: boolean };

export function createDisk(): Disk {
  return {
    read: (path) => attempt<Uint8Array | undefined>(() => readFile(path), { answer: undefined }),
    fingerprint: (path) => attempt(() => fingerprint(path), { answer: undefined }),
    entries: (folder) => attempt(() => entries(folder), { answer: [] }),
    makeFolder: (path) => attempt(async () => void (await mkdir(path, { recursive: true }))),
    write: (path, bytes) => attempt(() => writeSynced(path, bytes)),
    rename: (from, to) => attempt(() => rename(from, to)),
    syncFolder: (folder) => attempt(() => syncFolder(folder)),
  };
}

/** The same disk with paths that begin at the root. */
export function diskBelow(root: string, disk: Disk): Disk {
  return {
    read: (path) => disk.read(join(root, path)),
    fingerprint: (path) => disk.fingerprint(join(root, path)),
    entries: (folder) => disk.entries(join(root, folder)),
    makeFolder: (path) => disk.makeFolder(join(root, path)),
    write: (path, bytes) => disk.write(join(root, path), bytes),
    rename: (from, to) => disk.rename(join(root, from), join(root, to)),
    syncFolder: (folder) => disk.syncFolder(join(root, folder)),
  };
}

async function fingerprint(path: string): Promise<string | undefined> {
  const found = await lstat(path, { bigint: true });
  return found.isFile() ? [found.size, found.mtimeNs, found.ctimeNs, found.ino].join('-') : undefined;
}

async function entries(folder: string): Promise<readonly DiskEntry[]> {
  const found = await readdir(folder, { withFileTypes: true });
  return found.map((each) => ({ name: each.name, isFolder: each.isDirectory() }));
}

async function writeSynced(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'w');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function syncFolder(folder: string): Promise<void> {
  // Windows cannot open folders; NTFS keeps names by its own journal.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const kinds: Readonly<Record<string, PortFailureKind>> = {
  EBUSY: 'locked',
  EPERM: 'locked',
  EACCES: 'denied',
  EROFS: 'denied',
};

/** `absent`, if given, is the answer when there is nothing by that name. */
async function attempt<T>(work: () => Promise<T>, absent?: { readonly answer: T }): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    if (absent !== undefined && (code === 'ENOENT' || code === 'ENOTDIR')) return absent.answer;
    throw failureOf(code);
  }
}

function failureOf(code: string): PortFailure {
  return new PortFailure(kinds[code] ?? 'unavailable', `library ${code}`);
}
