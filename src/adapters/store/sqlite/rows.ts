import type { SQLInputValue, StatementSync } from 'node:sqlite';

/** The columns a statement selects are known where it is written; this is the one place that takes its word for it. */
export function allRows<Row>(statement: StatementSync, ...values: readonly SQLInputValue[]): readonly Row[] {
  return statement.all(...values) as unknown as readonly Row[];
}

export function firstRow<Row>(
  statement: StatementSync,
  ...values: readonly SQLInputValue[]
): Row | undefined {
  return statement.get(...values) as unknown as Row | undefined;
}
