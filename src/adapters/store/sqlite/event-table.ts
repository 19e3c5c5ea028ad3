import type { DomainEvent } from '../../../domain/event.ts';
import type { Digest } from '../../../ports/digest.ts';
import type { StoredEvent } from '../../../ports/event-log.ts';
import { beginningOfLog } from '../event-hash.ts';
import type { LogQueries } from '../log-reader.ts';
import { afterAllNames, chained, type NewEvent, storedEvent } from '../stored-event.ts';
import type { StreamSource } from '../stream-states.ts';
import type { Prepared } from './prepared.ts';

export type EventTable = StreamSource & {
  /** Writes to the end of the log. Returns the event as it will be read. */
  append(event: NewEvent): StoredEvent;
  page(after: number, limit: number): readonly StoredEvent[];
};

export function createEventTable({ find }: Prepared, queries: LogQueries, digest: Digest): EventTable {
  return {
    append: (event) => {
      const head = find(queries.head, {})[0] ?? { seq: 0, hash: beginningOfLog };
      const { stored, row } = chained(digest, head, event);
      find(queries.append, row);
      return stored;
    },
    page: (after, limit) => find(queries.page, { after, limit }).map(storedEvent),
    headOf: (stream) => find(queries.headOf, { stream })[0]?.head ?? 0,
    eventsOf: (stream, after) =>
      find(queries.eventsOf, { stream, after }).map(({ data }) => JSON.parse(data) as DomainEvent),
    streamsFrom: (prefix) =>
      find(queries.names, { first: prefix, last: prefix + afterAllNames }).map(({ stream }) => stream),
  };
}
