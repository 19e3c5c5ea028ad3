import type { RowChange } from '../../../ports/read-models.ts';
import type { ModelWrites } from '../queries/model-writes.ts';
import type { Statement } from '../queries/statement.ts';
import { type ChangedRow, changedRow } from '../row-changes.ts';
import type { Prepared } from './prepared.ts';

export type ModelTables = {
  apply(changes: readonly RowChange[]): void;
  /** Empties the school's read models before they are made again from the log. */
  clear(): void;
};

export function createModelTables({ find }: Prepared, writes: ModelWrites): ModelTables {
  const write = ({ change, row }: ChangedRow) => find(writes[change] as Statement<typeof row>, row);
  return {
    apply: (changes) => {
      for (const change of changes) write(changedRow(change));
    },
    clear: () => {
      for (const statement of writes.clear) find(statement, {});
    },
  };
}
