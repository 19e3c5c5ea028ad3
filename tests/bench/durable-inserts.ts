import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type Block, blockOf } from './statistics.ts';

/** What the disk gives: one row of an event's size, one commit, one fsync, again and again. */
export function durableInserts(folder: string, inserts: number): Block {
  const dir = mkdtempSync(join(folder, 'raw-'));
  const db = new DatabaseSync(join(dir, 'raw.db'));
  db.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE row (id INTEGER PRIMARY KEY, data TEXT)',
  );
  const insert = db.prepare('INSERT INTO row (data) VALUES (?)');
  const data = 'x'.repeat(600);
  const latencies: number[] = [];
  const began = performance.now();
  for (let count = 0; count < inserts; count += 1) {
    const before = performance.now();
    insert.run(data);
    latencies.push(performance.now() - before);
  }
  const elapsed = performance.now() - began;
  db.close();
  rmSync(dir, { recursive: true });
  return blockOf(latencies, elapsed);
}
