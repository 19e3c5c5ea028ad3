import type { Command } from '../runner.ts';
import type { Answer, Connection } from './connections.ts';

/** Runs a described statement under its name: the server parses and plans it once a connection. */
export async function ask<Row>(connection: Connection, command: Command<Row>): Promise<readonly Row[]> {
  return (await send(connection, command)).rows as readonly Row[];
}

export function send({ query }: Connection, { statement, values }: Command): Promise<Answer> {
  return query({ name: statement.name, text: statement.text, values });
}
