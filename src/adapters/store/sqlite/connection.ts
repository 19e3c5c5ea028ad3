import { closeSync, fsyncSync, openSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { StoreNotOpened } from '../store-not-opened.ts';
import { firstRow } from './rows.ts';

const busyTimeoutMs = 5_000;

/** What must hold at every open: a build or a file may bring other defaults, and lost commits show only at a power cut. */
const required = [
  { pragma: 'journal_mode', set: 'WAL', reads: 'wal' },
  { pragma: 'synchronous', set: 'FULL', reads: 2 },
  { pragma: 'foreign_keys', set: 'ON', reads: 1 },
  { pragma: 'busy_timeout', set: String(busyTimeoutMs), reads: busyTimeoutMs },
] as const;

/**
 * Pages of the write-ahead log before they are carried into the database: 16 MB. Whoever commits then waits for it, and all
 * who wait for that commit; SQLite's own 1,000 pages come every hundred acts. It has no part in durability.
 */
const checkpointPages = 4_000;

export function openForWriting(file: string): DatabaseSync {
  const db = new DatabaseSync(file, { timeout: busyTimeoutMs, enableForeignKeyConstraints: true });
  for (const { pragma, set } of required) db.exec(`PRAGMA ${pragma} = ${set}`);
  db.exec(`PRAGMA wal_autocheckpoint = ${checkpointPages}`);
  assertSettings(db);
  return db;
}

/** Reads beside a running writer; in WAL neither waits for the other. */
export function openForReading(file: string): DatabaseSync {
  return new DatabaseSync(file, { timeout: busyTimeoutMs, readOnly: true });
}

/** Reads a file that nobody writes, such as a copy on a disk that cannot be written; leaves nothing beside it. */
export function openUntouched(file: string): DatabaseSync {
  const address = pathToFileURL(file);
  address.searchParams.set('immutable', '1');
  return new DatabaseSync(address, { readOnly: true });
}

/** Throws `StoreNotOpened` when a commit on this connection would not be durable. */
export function assertSettings(db: DatabaseSync): void {
  for (const [pragma, value] of Object.entries(durabilityOf(db))) {
    const wanted = required.find((each) => each.pragma === pragma)?.reads;
    if (value !== wanted)
      throw new StoreNotOpened(`The store keeps ${pragma} at ${value}, not ${wanted}.`, {
        reason: 'settings',
      });
  }
}

/** The settings as the connection reads them back. */
export function durabilityOf(db: DatabaseSync): Readonly<Record<string, string | number>> {
  return Object.fromEntries(required.map(({ pragma }) => [pragma, readPragma(db, pragma)]));
}

function readPragma(db: DatabaseSync, pragma: string): string | number {
  const row = firstRow<Record<string, string | number>>(db.prepare(`PRAGMA ${pragma}`));
  return Object.values(row ?? {})[0] ?? 'nothing';
}

/** Makes the names of new files durable. Windows cannot open folders and needs it not. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
}
