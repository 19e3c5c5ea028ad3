import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Statement } from '../queries/statement.ts';
import { type Command, command } from '../runner.ts';
import { allRows } from './rows.ts';

/** Runs described statements at once; each is prepared when it is first used, and once. */
export type Prepared = {
  run<Row>(command: Command<Row>): readonly Row[];
  /** The rows that are found with the given values. */
  find<Needs, Row>(statement: Statement<Needs, Row>, given: Needs): readonly Row[];
};

export function createPrepared(db: DatabaseSync): Prepared {
  const prepared = new Map<string, StatementSync>();
  const statementOf = (text: string): StatementSync => {
    const known = prepared.get(text);
    if (known !== undefined) return known;
    const fresh = db.prepare(text);
    prepared.set(text, fresh);
    return fresh;
  };
  const run = <Row>({ statement, values }: Command<Row>) =>
    allRows<Row>(statementOf(statement.text), ...(values as never[]));
  return { run, find: (statement, given) => run(command(statement, given)) };
}
