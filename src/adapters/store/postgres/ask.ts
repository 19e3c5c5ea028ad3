import type { Command } from '../runner.ts';
import type { Connection, Query } from './connections.ts';
import { DatabaseFailure } from './database-failure.ts';

/** Runs a described statement under its name: the server parses and plans it once a connection. */
export async function ask<Row>(connection: Connection, command: Command<Row>): Promise<readonly Row[]> {
  const { statement, values } = command;
  const { rows } = await connection.query({ name: statement.name, text: statement.text, values });
  return rows as readonly Row[];
}

export const begin: Query = { text: 'BEGIN' };

/**
 * Ends a transaction with these. Writes and COMMIT travel behind each other, unanswered: one wait for the disk for all.
 * Returns the rows of each.
 */
export async function commitWith<Row>(
  connection: Connection,
  commands: readonly Command<Row>[],
): Promise<readonly (readonly Row[])[]> {
  const sent = Promise.all(commands.map((each) => ask(connection, each)));
  // A query that could not even be put on its way says so now: COMMIT must not go without it.
  await Promise.race([sent, new Promise(setImmediate)]);
  const [rows, { command: ended }] = await Promise.all([sent, connection.query({ text: 'COMMIT' })]);
  // A transaction in which something failed ends with COMMIT too, and says so only here.
  if (ended !== 'COMMIT') throw new DatabaseFailure(`commit ${ended}`, 'passing', undefined);
  return rows;
}
