import type { DatabaseSync } from 'node:sqlite';
import type { Digest } from '../../../ports/digest.ts';
import type { StoreMark } from '../store.ts';
import { StoreNotOpened } from '../store-not-opened.ts';
import { allRows, firstRow } from './rows.ts';
import type { SchemaStep } from './schema.ts';

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
  assertMark(db, mark);
  const done = allRows<{ id: number; checksum: string }>(
    db.prepare('SELECT id, checksum FROM schema_step ORDER BY id'),
  );
  for (const { id, checksum } of done) assertKnown(digest, steps, id, checksum);
  const known = new Set(done.map((each) => each.id));
  for (const step of steps) if (!known.has(step.id)) apply(db, digest, step);
}

function assertKnown(digest: Digest, steps: readonly SchemaStep[], id: number, checksum: string): void {
  const step = steps.find((each) => each.id === id);
  if (step === undefined)
    throw new StoreNotOpened(`The store was made by a newer program (schema ${id}); start that one.`, {
      reason: 'newer-schema',
    });
  if (digest.sha256(step.sql) === checksum) return;
  throw new StoreNotOpened(`Step ${id} of the store's schema is not the one this program knows.`, {
    reason: 'changed-schema',
  });
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

/** A store of the demo is never used for real, nor the other way round. The first open decides. */
function assertMark(db: DatabaseSync, mark: StoreMark): void {
  db.prepare("INSERT INTO meta (name, value) VALUES ('mark', ?) ON CONFLICT DO NOTHING").run(mark);
  const found = firstRow<{ value: string }>(db.prepare("SELECT value FROM meta WHERE name = 'mark'"));
  if (found?.value === mark) return;
  throw new StoreNotOpened(
    `This store is marked ${found?.value} and is not opened as ${mark}; use another data folder.`,
    { reason: 'other-mark' },
  );
}
