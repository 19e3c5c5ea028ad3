import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { LogPlace } from '../../../domain/operation/operation.ts';
import type { Digest } from '../../../ports/digest.ts';
import { type Copied, codeOf, copiedTo } from './backup-store.ts';
import { openForWriting, syncFolder } from './connection.ts';
import { openLogFile } from './log-file.ts';
import { databaseFile } from './open-sqlite-store.ts';
import { takeWriterLock } from './writer-lock.ts';

export type RestoreStore = {
  readonly dataDir: string;
  /** The copy that is to be the store. */
  readonly file: string;
  /** Puts a store that holds something aside, under a name with this instant in it. */
  readonly replace: boolean;
  readonly now: Temporal.Instant;
  readonly digest: Digest;
};

export type Restored =
  /** `aside`: the name under which the former store is kept in the same folder. */
  | { readonly kind: 'done'; readonly head: LogPlace; readonly aside?: string }
  | { readonly kind: 'not-empty'; readonly events: number | 'unknown' }
  | { readonly kind: 'not-written'; readonly code: string }
  | Extract<Copied, { kind: 'broken' }>;

/**
 * Makes a verified copy the store. Deletes nothing. Throws `StoreNotOpened`: 'in-use' while the program runs, 'missing' and
 * 'no-store' for a file that is no copy.
 */
export async function restoreStore(wanted: RestoreStore): Promise<Restored> {
  const { dataDir, file, digest } = wanted;
  openLogFile(file, digest).close();
  mkdirSync(dataDir, { recursive: true });
  const lock = takeWriterLock(dataDir);
  const draft = join(dataDir, `.restored.${process.pid}.new`);
  try {
    const events = eventsIn(databaseFile(dataDir), digest);
    if (!wanted.replace && (await events) !== 0) return { kind: 'not-empty', events: await events };
    const copied = await copiedTo(file, draft, digest);
    return copied.kind === 'done' ? { ...copied, ...putInPlace(wanted, draft) } : copied;
  } catch (error) {
    const code = codeOf(error);
    if (code === undefined) throw error;
    return { kind: 'not-written', code };
  } finally {
    rmSync(draft, { force: true });
    lock.release();
  }
}

/** How many events the store in place holds; one that cannot be read holds something all the same. */
async function eventsIn(file: string, digest: Digest): Promise<number | 'unknown'> {
  if (!existsSync(file)) return 0;
  try {
    const log = openLogFile(file, digest);
    const report = await log.verify();
    log.close();
    return report.chain === 'whole' ? report.head.seq : 'unknown';
  } catch {
    return 'unknown';
  }
}

function putInPlace({ dataDir, now }: RestoreStore, draft: string): { readonly aside?: string } {
  const store = databaseFile(dataDir);
  const aside = existsSync(store) ? freeName(store, now) : undefined;
  if (aside !== undefined) {
    carryIn(store);
    // What is left beside a store belongs to it: read with another, it would spoil that.
    for (const ending of ['-wal', '-shm', '']) moved(`${store}${ending}`, `${aside}${ending}`);
  }
  renameSync(draft, store);
  syncFolder(dataDir);
  return aside === undefined ? {} : { aside: basename(aside) };
}

/** Brings what still lies in the write-ahead log into the store's own file, where that can be done. */
function carryIn(store: string): void {
  try {
    openForWriting(store).close();
  } catch {
    // A store that cannot be opened is put aside as it is, with all that lies beside it.
  }
}

function moved(from: string, to: string): void {
  if (existsSync(from)) renameSync(from, to);
}

function freeName(store: string, now: Temporal.Instant): string {
  const stamp = now.toString({ smallestUnit: 'second' }).replaceAll(/[:Z]/g, '').replace('T', '-');
  for (let number = 1; ; number += 1) {
    const name = store.replace(/\.db$/, `-${stamp}${number === 1 ? '' : `-${number}`}.db`);
    if (!existsSync(name)) return name;
  }
}
