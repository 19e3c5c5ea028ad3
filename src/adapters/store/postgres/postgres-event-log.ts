import type { EventLog } from '../../../ports/event-log.ts';
import { beginningOfLog } from '../event-hash.ts';
import type { logQueries } from '../queries/log-queries.ts';
import { command, type Runner } from '../runner.ts';
import { afterAllNames, storedEvent } from '../stored-event.ts';
import type { ReadRaw } from '../verify-chain.ts';
import type { GroupCommit } from './group-commit.ts';

type LogQueries = ReturnType<typeof logQueries>;

export function createPostgresEventLog(
  commit: GroupCommit,
  load: EventLog['load'],
  runner: Runner,
  queries: LogQueries,
): EventLog {
  return { ...createLogReader(runner, queries), load, transact: (unit) => commit.run(unit) };
}

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
    head: async () => (await read(command(queries.head, {})))[0] ?? { seq: 0, hash: beginningOfLog },
  };
}

export function createRawReader({ read }: Pick<Runner, 'read'>, queries: LogQueries): ReadRaw {
  return (after, limit) => read(command(queries.rawPage, { after, limit }));
}
