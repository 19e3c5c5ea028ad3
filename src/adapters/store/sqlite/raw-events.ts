import type { DatabaseSync } from 'node:sqlite';
import { type RawEvent, type ReadRaw, UnreadableEvents } from '../verify-chain.ts';
import { allRows } from './rows.ts';
import { isDamage } from './sql-failure.ts';

/** The school's events as they are stored, for `verify`. */
export function createReadRaw(db: DatabaseSync, school: string): ReadRaw {
  const page = db.prepare(
    `SELECT seq, stream, version, id, at, actor, type, data, prev_hash AS prevHash, hash FROM event
     WHERE school = ? AND seq > ? ORDER BY seq LIMIT ?`,
  );
  return (after, limit) =>
    new Promise((resolve, reject) => {
      try {
        resolve(allRows<RawEvent>(page, school, after, limit));
      } catch (error) {
        reject(isDamage(error) ? new UnreadableEvents('the file is damaged', { cause: error }) : error);
      }
    });
}
