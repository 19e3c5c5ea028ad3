import type { DatabaseSync } from 'node:sqlite';
import type { RowChange } from '../../../ports/read-models.ts';

export type ModelTables = {
  apply(changes: readonly RowChange[]): void;
  /** Empties the school's read models before they are made again from the log. */
  clear(): void;
};

/** Writes the columns that are given and leaves the others as they are; what was never given is empty. */
export function createModelTables(db: DatabaseSync, school: string): ModelTables {
  const statements = prepareStatements(db);
  const tables = ['meeting_index', 'answer', 'due', 'committee', 'receipt'].map((table) =>
    db.prepare(`DELETE FROM ${table} WHERE school = ?`),
  );
  return {
    apply: (changes) => {
      for (const change of changes) applyChange(statements, school, change);
    },
    clear: () => {
      for (const table of tables) table.run(school);
    },
  };
}

type ModelStatements = ReturnType<typeof prepareStatements>;

function prepareStatements(db: DatabaseSync) {
  return {
    meeting: db.prepare(
      `INSERT INTO meeting_index (school, meeting_id, committee_id, date, situation)
       VALUES (:school, :meetingId, coalesce(:committeeId, ''), coalesce(:date, ''), coalesce(:situation, ''))
       ON CONFLICT DO UPDATE SET committee_id = coalesce(:committeeId, committee_id),
         date = coalesce(:date, date), situation = coalesce(:situation, situation)`,
    ),
    answer: db.prepare(
      `INSERT INTO answer (school, meeting_id, version, person_id, stance, reached, told_at)
       VALUES (:school, :meetingId, :version, :personId, coalesce(:stance, 'silent'), coalesce(:reached, 0), :toldAt)
       ON CONFLICT DO UPDATE SET stance = coalesce(:stance, stance), reached = coalesce(:reached, reached),
         told_at = coalesce(:toldAt, told_at)`,
    ),
    committee: db.prepare(
      `INSERT INTO committee (school, committee_id, name, conversation_id)
       VALUES (:school, :committeeId, coalesce(:name, ''), :conversationId)
       ON CONFLICT DO UPDATE SET name = coalesce(:name, name), conversation_id = coalesce(:conversationId, conversation_id)`,
    ),
    due: db.prepare(
      'INSERT INTO due (school, key, at) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET at = excluded.at',
    ),
    receipt: db.prepare(
      `INSERT OR IGNORE INTO receipt (school, receipt, meeting_id, version, person_id)
       VALUES (:school, :receipt, :meetingId, :version, :personId)`,
    ),
    notDue: db.prepare('DELETE FROM due WHERE school = ? AND key = ?'),
  };
}

function applyChange(statements: ModelStatements, school: string, change: RowChange): void {
  switch (change.model) {
    case 'meeting': {
      const { meetingId, committeeId = null, date = null, situation = null } = change.row;
      statements.meeting.run({ school, meetingId, committeeId, date, situation });
      return;
    }
    case 'answer': {
      const { meetingId, version, personId, stance = null, reached, toldAt: told } = change.row;
      const flag = reached === undefined ? null : Number(reached);
      const toldAt = told?.epochMilliseconds ?? null;
      statements.answer.run({ school, meetingId, version, personId, stance, reached: flag, toldAt });
      return;
    }
    case 'committee': {
      const { committeeId, name = null, conversationId = null } = change.row;
      statements.committee.run({ school, committeeId, name, conversationId });
      return;
    }
    case 'receipt':
      statements.receipt.run({ school, ...change.row });
      return;
    case 'due': {
      const { key, at } = change.row;
      if (at === null) statements.notDue.run(school, key);
      else statements.due.run(school, key, at.epochMilliseconds);
    }
  }
}
