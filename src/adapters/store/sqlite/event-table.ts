import type { DatabaseSync } from 'node:sqlite';
import type { DomainEvent } from '../../../domain/event.ts';
import type { Digest } from '../../../ports/digest.ts';
import type { StoredEvent, StreamName } from '../../../ports/event-log.ts';
import { beginningOfLog } from '../event-hash.ts';
import { afterAllNames, chained, type EventRow, type NewEvent, storedEvent } from '../stored-event.ts';
import { allRows, firstRow } from './rows.ts';

export type LogHead = { readonly seq: number; readonly hash: string };

export type EventTable = {
  /** Writes to the end of the log. Returns the event as it will be read. */
  append(event: NewEvent): StoredEvent;
  headOf(stream: StreamName): number;
  eventsOf(stream: StreamName, afterVersion: number): readonly DomainEvent[];
  /** Names that begin with the prefix, in order. One index step a stream, however many events it has. */
  streamsFrom(prefix: string): readonly StreamName[];
  page(after: number, limit: number): readonly StoredEvent[];
  /** A name ending in "/" means all streams that begin so. */
  history(streams: readonly StreamName[]): readonly StoredEvent[];
  head(): LogHead;
};

export function createEventTable(db: DatabaseSync, school: string, digest: Digest): EventTable {
  const reader = createEventReader(db, school);
  const insert = db.prepare(
    `INSERT INTO event (school, seq, stream, version, id, at, actor, type, data, prev_hash, hash)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const append = (event: NewEvent): StoredEvent => {
    const { stored, row } = chained(digest, reader.head(), event);
    const { seq, stream, version, id, at, actor, type, data, prev_hash, hash } = row;
    insert.run(school, seq, stream, version, id, at, actor, type, data, prev_hash, hash);
    return stored;
  };
  return { ...reader, append };
}

/** The reading half, which also serves beside a running writer. */
export function createEventReader(db: DatabaseSync, school: string): Omit<EventTable, 'append'> {
  const head = db.prepare('SELECT seq, hash FROM event WHERE school = ? ORDER BY seq DESC LIMIT 1');
  const headOf = db.prepare('SELECT max(version) AS head FROM event WHERE school = ? AND stream = ?');
  const ofStream = db.prepare(
    'SELECT data FROM event WHERE school = ? AND stream = ? AND version > ? ORDER BY version',
  );
  const page = db.prepare(
    'SELECT seq, stream, version, id, at, actor, data, hash FROM event WHERE school = ? AND seq > ? ORDER BY seq LIMIT ?',
  );
  const between = db.prepare(
    `SELECT seq, stream, version, id, at, actor, data, hash FROM event
     WHERE school = ? AND stream >= ? AND stream <= ?`,
  );
  const names = db.prepare(
    `WITH RECURSIVE name (stream) AS (
       SELECT min(stream) FROM event WHERE school = :school AND stream >= :first AND stream < :last
       UNION ALL
       SELECT (SELECT min(stream) FROM event WHERE school = :school AND stream > name.stream AND stream < :last)
       FROM name WHERE name.stream IS NOT NULL
     ) SELECT stream FROM name WHERE stream IS NOT NULL ORDER BY stream`,
  );
  return {
    head: () => firstRow<LogHead>(head, school) ?? { seq: 0, hash: beginningOfLog },
    headOf: (stream) => firstRow<{ head: number | null }>(headOf, school, stream)?.head ?? 0,
    eventsOf: (stream, after) =>
      allRows<{ data: string }>(ofStream, school, stream, after).map(
        ({ data }) => JSON.parse(data) as DomainEvent,
      ),
    streamsFrom: (prefix) => {
      const rows = names.all({ school, first: prefix, last: prefix + afterAllNames });
      return (rows as unknown as readonly { stream: string }[]).map(({ stream }) => stream);
    },
    page: (after, limit) => allRows<EventRow>(page, school, after, limit).map(storedEvent),
    history: (streams) => {
      // A stream may be named twice, by its own name and by the beginning of it.
      const rows = streams.flatMap((stream) => {
        const last = stream.endsWith('/') ? stream + afterAllNames : stream;
        return allRows<EventRow>(between, school, stream, last).map((row) => [row.seq, row] as const);
      });
      return [...new Map(rows).values()].toSorted((a, b) => a.seq - b.seq).map(storedEvent);
    },
  };
}
