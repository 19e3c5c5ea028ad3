import { closeSync, existsSync, fsyncSync, linkSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { LogPlace } from '../../../domain/operation/operation.ts';
import type { Digest } from '../../../ports/digest.ts';
import { syncFolder } from './connection.ts';
import { openLogFile } from './log-file.ts';
import { databaseFile } from './open-sqlite-store.ts';
import { isSqlError } from './sql-failure.ts';

export type Backup =
  | { readonly kind: 'done'; readonly head: LogPlace }
  /** Nothing is written over. */
  | { readonly kind: 'exists' }
  | { readonly kind: 'no-folder' }
  /** The disk is full, or the folder cannot be written. */
  | { readonly kind: 'not-written'; readonly code: string }
  /** The copy does not verify: nor then does the store. `at` is absent where only the file is damaged. */
  | { readonly kind: 'broken'; readonly at?: number };

/**
 * A copy of the store in one file, as of one instant, also while the program writes. It has its name only when it is
 * whole, verified and on the disk. Throws `StoreNotOpened`.
 */
export async function backupStore(dataDir: string, file: string, digest: Digest): Promise<Backup> {
  const target = resolve(file);
  const folder = dirname(target);
  if (existsSync(target)) return { kind: 'exists' };
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return { kind: 'no-folder' };
  const draft = join(folder, `.${basename(target)}.${process.pid}.new`);
  try {
    const copied = await copiedTo(databaseFile(dataDir), draft, digest);
    return copied.kind === 'done' && !named(draft, target) ? { kind: 'exists' } : copied;
  } catch (error) {
    const code = codeOf(error);
    if (code === undefined) throw error;
    return { kind: 'not-written', code };
  } finally {
    rmSync(draft, { force: true });
  }
}

export type Copied = Extract<Backup, { kind: 'done' | 'broken' }>;

/** Copies a log file to a free path, verifies the copy and brings it to the disk. */
export async function copiedTo(from: string, to: string, digest: Digest): Promise<Copied> {
  const source = openLogFile(from, digest);
  try {
    source.copyTo(to);
  } finally {
    source.close();
  }
  sync(to);
  const copy = openLogFile(to, digest);
  try {
    const report = await copy.verify();
    if (report.chain === 'whole') return { kind: 'done', head: report.head };
    return report.chain === 'broken' ? { kind: 'broken', at: report.brokenAt } : { kind: 'broken' };
  } finally {
    copy.close();
  }
}

/** Gives the draft its name, unless somebody else took it meanwhile. */
function named(draft: string, target: string): boolean {
  try {
    linkSync(draft, target);
  } catch (error) {
    if (existsSync(target)) return false;
    // Disks for carrying about know no second name for a file.
    if (codeOf(error) === undefined) throw error;
    renameSync(draft, target);
  }
  syncFolder(dirname(target));
  return true;
}

function sync(file: string): void {
  const handle = openSync(file, 'r+');
  fsyncSync(handle);
  closeSync(handle);
}

/** The system's or the database's own word for what went wrong. */
export function codeOf(error: unknown): string | undefined {
  if (isSqlError(error)) return `SQLITE ${error.errcode}`;
  return error instanceof Error && 'syscall' in error && 'code' in error ? String(error.code) : undefined;
}
