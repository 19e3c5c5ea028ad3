import type { DatabaseSync } from 'node:sqlite';
import type { Digest } from '../../../ports/digest.ts';
import { assertMark, type DoneStep, type SchemaStep, stepsToDo } from '../schema-steps.ts';
import type { StoreMark } from '../store.ts';
import { allRows, firstRow } from './rows.ts';

const bookkeeping = `
CREATE TABLE IF NOT EXISTS schema_step (id INTEGER PRIMARY KEY, name TEXT NOT NULL, checksum TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
`;

/**
 * Brings the store to the program's schema; a store with another mark is left untouched. Each step is one transaction:
 * a kill in between loses nothing.
 */
export function migrate(
  db: DatabaseSync,
  digest: Digest,
  mark: StoreMark,
  steps: readonly SchemaStep[],
): void {
  db.exec(bookkeeping);
  db.prepare("INSERT INTO meta (name, value) VALUES ('mark', ?) ON CONFLICT DO NOTHING").run(mark);
  const found = firstRow<{ value: string }>(db.prepare("SELECT value FROM meta WHERE name = 'mark'"));
  assertMark(found?.value, mark);
  const done = allRows<DoneStep>(db.prepare('SELECT id, checksum FROM schema_step ORDER BY id'));
  for (const step of stepsToDo(steps, done, digest)) apply(db, digest, step);
}

function apply(db: DatabaseSync, digest: Digest, step: SchemaStep): void {
  db.exec('BEGIN IMMEDIATE');
  try {
    db.exec(step.sql);
    db.prepare('INSERT INTO schema_step (id, name, checksum) VALUES (?, ?, ?)').run(
      step.id,
      step.name,
      digest.sha256(step.sql),
    );
    db.exec('COMMIT');
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK');
    throw error;
  }
}
