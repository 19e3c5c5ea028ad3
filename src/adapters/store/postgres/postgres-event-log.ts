import type { EventLog } from '../../../ports/event-log.ts';
import { createLogReader, type LogQueries } from '../log-reader.ts';
import { command, type Runner } from '../runner.ts';
import type { ReadRaw } from '../verify-chain.ts';
import type { GroupCommit } from './group-commit.ts';

export function createPostgresEventLog(
  commit: GroupCommit,
  load: EventLog['load'],
  runner: Runner,
  queries: LogQueries,
): EventLog {
  return { ...createLogReader(runner, queries), load, transact: (unit) => commit.run(unit) };
}

export function createRawReader({ read }: Pick<Runner, 'read'>, queries: LogQueries): ReadRaw {
  return (after, limit) => read(command(queries.rawPage, { after, limit }));
}
