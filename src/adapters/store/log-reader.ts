import type { EventLog } from '../../ports/event-log.ts';
import { beginningOfLog } from './event-hash.ts';
import type { logQueries } from './queries/log-queries.ts';
import { command, type Runner } from './runner.ts';
import { afterAllNames, storedEvent } from './stored-event.ts';

export type LogQueries = ReturnType<typeof logQueries>;

/** What is read of a log, beside whoever writes to it. */
export function createLogReader(
  { read }: Pick<Runner, 'read'>,
  queries: LogQueries,
): Pick<EventLog, 'read' | 'history' | 'head'> {
  return {
    read: async (after, limit) => (await read(command(queries.page, { after, limit }))).map(storedEvent),
    history: async (streams) => {
      const found = await Promise.all(
        streams.map((stream) => {
          const last = stream.endsWith('/') ? stream + afterAllNames : stream;
          return read(command(queries.between, { first: stream, last }));
        }),
      );
      // A stream may be named twice, by its own name and by the beginning of it.
      const rows = new Map(found.flat().map((row) => [row.seq, row] as const));
      return [...rows.values()].toSorted((a, b) => a.seq - b.seq).map(storedEvent);
    },
    head: async () => {
      const [last] = await read(command(queries.head, {}));
      return last === undefined ? { seq: 0, hash: beginningOfLog } : { seq: last.seq, hash: last.hash };
    },
  };
}
