import type { ModelWrites } from '../queries/model-writes.ts';
import type { WantedRow } from '../queries/outbox-queries.ts';
import type { Statement } from '../queries/statement.ts';
import type { ChangedRow } from '../row-changes.ts';
import type { Command } from '../runner.ts';
import type { NewEventRow } from '../stored-event.ts';

/** What one act writes. */
export type ActWrites = {
  readonly events: readonly NewEventRow[];
  readonly effects: readonly WantedRow[];
  readonly changes: readonly ChangedRow[];
};

export type WriteQueries = {
  readonly append: Statement<NewEventRow>;
  readonly want: Statement<WantedRow>;
  readonly models: ModelWrites;
};

/** All that a batch writes, at most one statement a table: a statement may touch a row only once. */
export function batchCommands(acts: readonly ActWrites[], queries: WriteQueries): readonly Command[] {
  const effects = acts.flatMap((act) => act.effects);
  return [
    ...forAll(
      queries.append,
      acts.flatMap((act) => act.events),
    ),
    // The first wish counts: wanting again what is wanted already changes nothing.
    ...forAll(queries.want, firstOfEach(effects)),
    ...changeCommands(
      acts.flatMap((act) => act.changes),
      queries.models,
    ),
  ];
}

function firstOfEach(effects: readonly WantedRow[]): readonly WantedRow[] {
  return [...new Map(effects.toReversed().map((row) => [row.key, row])).values()].toReversed();
}

export function changeCommands(changes: readonly ChangedRow[], models: ModelWrites): readonly Command[] {
  const rows = { meeting: new Rows(), answer: new Rows(), committee: new Rows(), receipt: new Rows() };
  const due = new Map<string, ChangedRow>();
  for (const each of changes) {
    if (each.change === 'due' || each.change === 'notDue') due.set(each.row.key, each);
    else rows[each.change].merge(keyOf(each), each.row);
  }
  const dueRows = (change: ChangedRow['change']) =>
    [...due.values()].filter((each) => each.change === change).map(({ row }) => row);
  return [
    ...forAll(models.meeting, rows.meeting.all()),
    ...forAll(models.answer, rows.answer.all()),
    ...forAll(models.committee, rows.committee.all()),
    ...forAll(models.receipt, rows.receipt.all()),
    ...forAll(models.due, dueRows('due')),
    ...forAll(models.notDue, dueRows('notDue')),
  ];
}

function keyOf({ change, row }: ChangedRow): string {
  switch (change) {
    case 'meeting':
      return row.meeting_id;
    case 'answer':
      return JSON.stringify([row.meeting_id, row.version, row.person_id]);
    case 'committee':
      return row.committee_id;
    case 'receipt':
      return JSON.stringify(row);
    case 'due':
    case 'notDue':
      return row.key;
  }
}

/** Rows by key; a later change of the same row adds to the earlier one. */
class Rows {
  readonly #rows = new Map<string, object>();

  merge(key: string, row: object): void {
    const given = Object.entries(row).filter(([, value]) => value !== null);
    this.#rows.set(key, { ...(this.#rows.get(key) ?? row), ...Object.fromEntries(given) });
  }

  all(): readonly object[] {
    return [...this.#rows.values()];
  }
}

/** Nothing where there are no rows. The rows travel as one value; the statement makes columns of them. */
function forAll(statement: Statement<never>, rows: readonly object[]): readonly Command[] {
  if (rows.length === 0) return [];
  return [{ statement, values: statement.values({ rows: JSON.stringify(rows) } as never) }];
}
