import { existsSync, statSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import type { Digest } from '../../../ports/digest.ts';
import { defaultSchool } from '../default-school.ts';
import { StoreNotOpened } from '../store-not-opened.ts';
import type { ChainReport, ReadRaw } from '../verify-chain.ts';
import { openForReading, openUntouched } from './connection.ts';
import { createReadRaw, verifyFile } from './raw-events.ts';

/** Any file with a log in it: a store, or a copy of one. Nothing of it is changed. */
export type LogFile = {
  readonly readRaw: ReadRaw;
  verify(): Promise<ChainReport>;
  /** A whole copy in one file, as of one instant, also while the program writes. The path must be free. */
  copyTo(path: string): void;
  close(): void;
};

/** Throws `StoreNotOpened`: 'missing', or 'no-store' for a file that is none. */
export function openLogFile(file: string, digest: Digest, school = defaultSchool): LogFile {
  if (statSync(file, { throwIfNoEntry: false })?.isFile() !== true)
    throw new StoreNotOpened(`There is no file ${file}.`, { reason: 'missing' });
  // In a write-ahead log beside it lies what the file itself has not got yet.
  const db = existsSync(`${file}-wal`) ? openForReading(file) : openUntouched(file);
  try {
    const readRaw = createReadRaw(db, school);
    return {
      readRaw,
      verify: () => verifyFile(db, readRaw, digest),
      copyTo: (path) => copyInto(db, path),
      close: () => db.close(),
    };
  } catch (cause) {
    db.close();
    throw new StoreNotOpened(`${file} is no store.`, { reason: 'no-store', cause });
  }
}

function copyInto(db: DatabaseSync, path: string): void {
  db.prepare('VACUUM INTO ?').run(path);
}
