import type { Statement } from './queries/statement.ts';

/** A statement with the values it needs. */
export type Command<Row = unknown> = {
  readonly statement: Statement<never, Row>;
  readonly values: unknown[];
};

/** Runs described statements on one of the databases. Throws `PortFailure` 'unavailable'. */
export type Runner = {
  /** What is committed. */
  read<Row>(command: Command<Row>): Promise<readonly Row[]>;
  /** All of it or nothing, durable when it resolves; with the rows that each statement returns. */
  write<Row>(...commands: readonly Command<Row>[]): Promise<readonly (readonly Row[])[]>;
};

export function command<Needs, Row>(statement: Statement<Needs, Row>, given: Needs): Command<Row> {
  return { statement: statement as Statement<never, Row>, values: statement.values(given) };
}

export function instantOf(milliseconds: number): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(milliseconds);
}
