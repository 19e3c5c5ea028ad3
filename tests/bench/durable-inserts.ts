import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** What the disk gives: one row of an event's size, one commit, one fsync, again and again. Commits a second. */
export function durableInsertsPerSecond(folder: string, inserts: number): number {
  const dir = mkdtempSync(join(folder, 'raw-'));
  const db = new DatabaseSync(join(dir, 'raw.db'));
  db.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE row (id INTEGER PRIMARY KEY, data TEXT)',
  );
  const insert = db.prepare('INSERT INTO row (data) VALUES (?)');
  const data = 'x'.repeat(600);
  const began = performance.now();
  for (let count = 0; count < inserts; count += 1) insert.run(data);
  const elapsed = performance.now() - began;
  db.close();
  rmSync(dir, { recursive: true });
  return (inserts * 1_000) / elapsed;
}
