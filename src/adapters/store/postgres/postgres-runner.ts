import type { Command, Runner } from '../runner.ts';
import { ask, begin, commitWith } from './ask.ts';
import type { Connections } from './connections.ts';

/** Single statements outside the log. One that changes something is durable when it is answered. */
export function createPostgresRunner(connections: Connections): Runner {
  const read = <Row>(command: Command<Row>) => connections.use((connection) => ask(connection, command));
  return {
    read,
    write: async <Row>(...commands: readonly Command<Row>[]) => {
      const [first, ...more] = commands;
      if (first !== undefined && more.length === 0) return [await read(first)];
      return connections.use(async (connection) => {
        await connection.query(begin);
        return commitWith(connection, commands);
      });
    },
  };
}
