import { DatabaseSync } from 'node:sqlite';
import { eventHash } from '../../../src/adapters/store/event-hash.ts';
import type { DomainEvent } from '../../../src/domain/event.ts';
import type { Actor } from '../../../src/ports/event-log.ts';
import type { Chance } from '../support/chance.ts';
import { digest } from './stored-log.ts';

export type Row = {
  readonly school: string;
  readonly seq: number;
  readonly stream: string;
  readonly version: number;
  readonly id: string;
  readonly at: string;
  readonly actor: string;
  readonly type: string;
  readonly data: string;
  readonly prev_hash: string;
  readonly hash: string;
};

export const textColumns = [
  'school',
  'stream',
  'id',
  'at',
  'actor',
  'type',
  'data',
  'prev_hash',
  'hash',
] as const;
const columns = ['seq', 'version', ...textColumns] as const;

/** What is thrown away afterwards need not reach the disk. */
function opened(file: string): DatabaseSync {
  const db = new DatabaseSync(file);
  db.exec('PRAGMA synchronous = OFF');
  return db;
}

/** The constraints go first: they would hinder an honest mistake, not somebody who means it. */
export function rewritten(file: string, change: (rows: readonly Row[]) => readonly Row[]): void {
  const db = opened(file);
  const rows = db.prepare('SELECT * FROM event ORDER BY seq').all() as unknown as readonly Row[];
  db.exec('BEGIN; ALTER TABLE event RENAME TO former');
  const kept = columns.map((name) => `${name} ${name === 'seq' || name === 'version' ? 'INTEGER' : 'TEXT'}`);
  db.exec(`CREATE TABLE event (${kept.join(', ')}); DROP TABLE former`);
  const insert = db.prepare(
    `INSERT INTO event (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
  );
  for (const row of change(rows)) insert.run(...columns.map((name) => row[name]));
  db.exec('COMMIT');
  db.close();
}

export function changed(
  file: string,
  sql: string,
  ...values: readonly (string | number | Uint8Array)[]
): void {
  rewritten(file, (rows) => rows);
  const db = opened(file);
  db.prepare(sql).run(...values);
  db.close();
}

export function rowAt(file: string, chance: Chance): Row {
  const db = new DatabaseSync(file, { readOnly: true });
  const { length } = db.prepare('SELECT count(*) AS length FROM event').get() as { length: number };
  const row = db.prepare('SELECT * FROM event WHERE seq = ?').get(1 + chance.below(length));
  db.close();
  return row as unknown as Row;
}

export function renumbered(rows: readonly Row[]): readonly Row[] {
  return rows.map((row, index) => ({ ...row, seq: index + 1 }));
}

export function chained(rows: readonly Row[]): readonly Row[] {
  const written: Row[] = [];
  for (const row of renumbered(rows)) written.push(hashed(row, written.at(-1)?.hash ?? ''));
  return written;
}

export function hashed(row: Row, before: string): Row {
  const { seq, stream, version, id } = row;
  const hash = eventHash(digest, before, {
    seq,
    stream,
    version,
    id,
    at: Temporal.Instant.from(row.at),
    actor: JSON.parse(row.actor) as Actor,
    event: JSON.parse(row.data) as DomainEvent,
  });
  return { ...row, prev_hash: before, hash };
}
