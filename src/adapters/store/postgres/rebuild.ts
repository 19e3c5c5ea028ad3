import type { Project } from '../../../ports/read-models.ts';
import type { logQueries } from '../queries/log-queries.ts';
import type { ModelWrites } from '../queries/model-writes.ts';
import type { postgresLogQueries } from '../queries/postgres-log-queries.ts';
import { changedRow } from '../row-changes.ts';
import { command } from '../runner.ts';
import { storedEvent } from '../stored-event.ts';
import { ask, begin, commitWith } from './ask.ts';
import { changeCommands } from './batch-writes.ts';
import type { Connection, Connections } from './connections.ts';

export type RebuildParts = {
  readonly connections: Connections;
  readonly log: ReturnType<typeof logQueries> & ReturnType<typeof postgresLogQueries>;
  readonly models: ModelWrites;
  readonly project: Project;
};

const pageSize = 500;

/** Under the log's lock: nothing is added meanwhile, and nobody sees the read models half made. */
export function rebuild(parts: RebuildParts): Promise<number> {
  const { connections, log, models } = parts;
  return connections.use(async (connection) => {
    await connection.query(begin);
    await ask(connection, command(log.lock, {}));
    for (const clear of models.clear) await ask(connection, command(clear, {}));
    const count = await replay(parts, connection);
    await commitWith(connection, []);
    return count;
  });
}

async function replay({ log, models, project }: RebuildParts, connection: Connection): Promise<number> {
  for (let after = 0; ; ) {
    const page = await ask(connection, command(log.page, { after, limit: pageSize }));
    const changes = page.flatMap((row) => project(storedEvent(row))).map(changedRow);
    for (const each of changeCommands(changes, models)) await ask(connection, each);
    after += page.length;
    if (page.length < pageSize) return after;
  }
}
