import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StoreNotOpened } from '../store-not-opened.ts';

export type WriterLock = { release(): void };

/**
 * One writer a store. The lock is the operating system's, held by a second tiny database: a process that is killed
 * gives it back at once, and no file has to be judged stale. The number beside it is for the message only.
 */
export function takeWriterLock(dataDir: string): WriterLock {
  const lock = new DatabaseSync(join(dataDir, 'writer.lock'), { timeout: 0 });
  const numberFile = join(dataDir, 'writer.pid');
  try {
    lock.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE;');
  } catch (cause) {
    lock.close();
    if (!isBusy(cause)) throw cause;
    const sentence = `The store in ${dataDir} is in use by process ${holder(numberFile)}; stop that one first.`;
    throw new StoreNotOpened(sentence, { reason: 'in-use', cause });
  }
  writeFileSync(numberFile, String(process.pid));
  return { release: () => lock.close() };
}

/** SQLITE_BUSY; anything else, such as a folder that cannot be written, is no other process. */
function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === 5;
}

function holder(numberFile: string): string {
  try {
    return readFileSync(numberFile, 'utf8');
  } catch {
    return 'unknown';
  }
}
