import { sql } from 'kysely';
import type { ColumnType, Dialect } from './dialect.ts';
import { type Statement, statement } from './statement.ts';
import type { Tables } from './tables.ts';

/** Changes of one row; what is null is left as it is, and empty where the row is new. */
export type MeetingChange = {
  readonly meeting_id: string;
  readonly committee_id: string | null;
  readonly date: string | null;
  readonly situation: string | null;
};
export type AnswerChange = {
  readonly meeting_id: string;
  readonly version: number;
  readonly person_id: string;
  readonly stance: string | null;
  readonly reached: number | null;
  readonly told_at: number | null;
};
export type CommitteeChange = {
  readonly committee_id: string;
  readonly name: string | null;
  readonly conversation_id: string | null;
};
export type DueChange = { readonly key: string; readonly at: number };
export type ReceiptChange = {
  readonly receipt: string;
  readonly meeting_id: string;
  readonly version: number;
  readonly person_id: string;
};

export type ModelWrites = ReturnType<typeof modelWrites>;

/** The changes of the read models of one school. */
export function modelWrites(dialect: Dialect, school: string) {
  const tables = ['meeting_index', 'answer', 'due', 'committee', 'receipt'] as const;
  return {
    ...merges(dialect, school),
    ...dueAndReceipts(dialect, school),
    clear: tables.map((table) =>
      statement<object, unknown>(`clear ${table}`, () =>
        dialect.db.deleteFrom(table).where('school', '=', school),
      ),
    ),
  };
}

function merges(dialect: Dialect, school: string) {
  return {
    meeting: merge<MeetingChange>(dialect, school, 'meeting_index', {
      keys: { meeting_id: 'text' },
      columns: { committee_id: ['text', ''], date: ['text', ''], situation: ['text', ''] },
    }),
    answer: merge<AnswerChange>(dialect, school, 'answer', {
      keys: { meeting_id: 'text', version: 'bigint', person_id: 'text' },
      columns: { stance: ['text', 'silent'], reached: ['bigint', 0], told_at: ['bigint', null] },
    }),
    committee: merge<CommitteeChange>(dialect, school, 'committee', {
      keys: { committee_id: 'text' },
      columns: { name: ['text', ''], conversation_id: ['text', null] },
    }),
  };
}

type Columns = {
  readonly keys: Readonly<Record<string, ColumnType>>;
  /** With what stands there in a new row of which nothing is known. */
  readonly columns: Readonly<Record<string, readonly [ColumnType, string | number | null]>>;
};

/** Each column becomes what is given, else what stands, else what a new row begins with. */
function merge<Change extends object>(
  { db, given, joinOld }: Dialect,
  school: string,
  table: keyof Tables,
  { keys, columns }: Columns,
): Statement<Change> {
  const types = Object.entries(columns).map(([name, [type]]) => [name, type] as const);
  const rows = given<Change>({ ...keys, ...Object.fromEntries(types) } as never);
  const list = (names: readonly string[]) => sql.join(names.map((name) => sql.ref(name)));
  const keyNames = Object.keys(keys);
  const same = keyNames.map((name) => sql`${sql.ref(`old.${name}`)} = ${sql.ref(`given.${name}`)}`);
  const values = Object.entries(columns).map(
    ([name, [, begins]]) =>
      sql`coalesce(${sql.ref(`given.${name}`)}, ${sql.ref(`old.${name}`)}, ${sql.lit(begins)})`,
  );
  const kept = Object.keys(columns).map((name) => sql`${sql.ref(name)} = ${sql.ref(`excluded.${name}`)}`);
  return statement<Change>(`change ${table}`, () => ({
    compile: () =>
      sql`insert into ${sql.table(table)} (school, ${list([...keyNames, ...Object.keys(columns)])})
        select ${school}, ${list(keyNames.map((name) => `given.${name}`))}, ${sql.join(values)}
        from ${rows} ${joinOld(sql.table(table), sql`old.school = ${school} and ${sql.join(same, sql` and `)}`)}
        where true
        on conflict (school, ${list(keyNames)}) do update set ${sql.join(kept)}`.compile(db),
  }));
}

function dueAndReceipts({ db, given, insert }: Dialect, school: string) {
  const owner = { school: sql.val(school) };
  const keys = given<Pick<DueChange, 'key'>>({ key: 'text' });
  return {
    due: statement<DueChange>('change due', () =>
      insert<DueChange>('due', owner, { key: 'text', at: 'bigint' }).onConflict((conflict) =>
        conflict.columns(['school', 'key']).doUpdateSet({ at: sql.ref('excluded.at') } as never),
      ),
    ),
    notDue: statement<Pick<DueChange, 'key'>>('end due', () =>
      db.deleteFrom('due').where('school', '=', school).where('key', 'in', db.selectFrom(keys).select('key')),
    ),
    receipt: statement<ReceiptChange>('add receipt', () =>
      insert<ReceiptChange>('receipt', owner, {
        receipt: 'text',
        meeting_id: 'text',
        version: 'bigint',
        person_id: 'text',
      }).onConflict((conflict) => conflict.doNothing()),
    ),
  };
}
