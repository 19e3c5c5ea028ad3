import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

const schema = `
  CREATE TABLE IF NOT EXISTS chat (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('personal', 'groupChat')),
    title TEXT NOT NULL,
    tenant_id TEXT NOT NULL,
    installed INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  CREATE TABLE IF NOT EXISTS member (
    chat_id TEXT NOT NULL REFERENCES chat (id),
    person_id TEXT NOT NULL,
    PRIMARY KEY (chat_id, person_id)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS activity (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    chat_id TEXT NOT NULL REFERENCES chat (id),
    sender TEXT NOT NULL,
    body TEXT NOT NULL,
    at TEXT NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    deleted INTEGER NOT NULL DEFAULT 0,
    delivery TEXT NOT NULL CHECK (delivery IN ('none', 'pending', 'sent', 'failed')),
    changed INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS activity_by_chat ON activity (chat_id, changed);
  CREATE INDEX IF NOT EXISTS activity_by_change ON activity (changed);
  CREATE TABLE IF NOT EXISTS overlay (
    activity_id TEXT NOT NULL REFERENCES activity (id),
    person_id TEXT NOT NULL,
    card TEXT NOT NULL,
    PRIMARY KEY (activity_id, person_id)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS read_mark (
    person_id TEXT NOT NULL,
    chat_id TEXT NOT NULL REFERENCES chat (id),
    seq INTEGER NOT NULL,
    PRIMARY KEY (person_id, chat_id)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS blocked (person_id TEXT PRIMARY KEY) STRICT;
  CREATE TABLE IF NOT EXISTS upload (
    id TEXT PRIMARY KEY,
    person_id TEXT NOT NULL,
    name TEXT NOT NULL,
    size INTEGER NOT NULL,
    at TEXT NOT NULL
  ) STRICT;
`;

/** Opens the stand-in's own file. WAL and FULL are asserted, because a default of the build could undo them. */
export function openStore(dataDir: string): DatabaseSync {
  mkdirSync(dataDir, { recursive: true });
  const db = new DatabaseSync(join(dataDir, 'local-teams.db'), { enableForeignKeyConstraints: true });
  db.exec('PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
  assertPragma(db, 'journal_mode', 'wal');
  assertPragma(db, 'synchronous', 2);
  db.exec(schema);
  // What was on its way to the bot when the process died did not get an answer: the page offers to send it again.
  db.exec("UPDATE activity SET delivery = 'failed' WHERE delivery = 'pending'");
  return db;
}

export function inTransaction<T>(db: DatabaseSync, work: () => T): T {
  db.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    db.exec('COMMIT');
    return result;
  } catch (error) {
    db.exec('ROLLBACK');
    throw error;
  }
}

function assertPragma(db: DatabaseSync, name: string, wanted: string | number): void {
  const found = db.prepare(`PRAGMA ${name}`).get()?.[name];
  if (found !== wanted) throw new Error(`local-teams.db: ${name} is ${String(found)}, not ${wanted}`);
}
