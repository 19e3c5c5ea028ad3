import type { DatabaseSync } from 'node:sqlite';
import type { CommitteeRow, MeetingRow, ReadModels, ReceiptRow } from '../../../ports/read-models.ts';
import { allRows, firstRow, instantOf } from './rows.ts';
import { reading } from './sql-failure.ts';

type CommitteeColumns = {
  readonly committeeId: string;
  readonly name: string;
  readonly conversationId: string | null;
};

type AnswerColumns = {
  readonly stance: 'silent' | 'approved' | 'objected';
  readonly persons: number;
  readonly reached: number;
};

type DoubtfulColumns = { readonly version: number; readonly personId: string };

export function createSqliteReadModels(db: DatabaseSync, school: string): ReadModels {
  const select = prepareReads(db);
  return {
    committees: () => reading(() => allRows<CommitteeColumns>(select.committees, school).map(committeeRow)),
    committeeOfConversation: (conversationId) =>
      reading(() => {
        const found = firstRow<CommitteeColumns>(select.committee, school, conversationId);
        return found === undefined ? undefined : committeeRow(found);
      }),
    meetingsOf: (committeeId) =>
      reading(() => allRows<MeetingRow>(select.meetings, school, committeeId).map((row) => ({ ...row }))),
    answerCounts: (meetingId, version) =>
      reading(() => counted(allRows<AnswerColumns>(select.answers, school, meetingId, version))),
    doubtfulAnswers: (meetingId, version, silence) =>
      reading(() => {
        const toldBy = silence.toldBy.epochMilliseconds;
        const about = { school, meetingId, version, toldBy, untold: Number(silence.untold) };
        const rows = select.doubtful.all(about) as unknown as readonly DoubtfulColumns[];
        return rows.map((row) => ({ ...row }));
      }),
    due: (until, limit) =>
      reading(() =>
        allRows<{ key: string; at: number }>(select.due, school, until.epochMilliseconds, limit).map(
          ({ key, at }) => {
            return { key, at: instantOf(at) };
          },
        ),
      ),
    receipts: (receipt) =>
      reading(() => allRows<ReceiptRow>(select.receipts, school, receipt).map((row) => ({ ...row }))),
    nextDue: () =>
      reading(() => {
        const at = firstRow<{ at: number | null }>(select.nextDue, school)?.at ?? undefined;
        return at === undefined ? undefined : instantOf(at);
      }),
  };
}

function prepareReads(db: DatabaseSync) {
  const committee =
    'SELECT committee_id AS committeeId, name, conversation_id AS conversationId FROM committee WHERE school = ?';
  return {
    committees: db.prepare(`${committee} ORDER BY name, committee_id`),
    committee: db.prepare(`${committee} AND conversation_id = ? ORDER BY committee_id LIMIT 1`),
    meetings: db.prepare(
      `SELECT meeting_id AS meetingId, committee_id AS committeeId, date, situation FROM meeting_index
       WHERE school = ? AND committee_id = ? ORDER BY date DESC, meeting_id`,
    ),
    answers: db.prepare(
      `SELECT stance, count(*) AS persons, sum(reached) AS reached FROM answer
       WHERE school = ? AND meeting_id = ? AND version = ? GROUP BY stance`,
    ),
    doubtful: db.prepare(
      `SELECT version, person_id AS personId FROM answer
       WHERE school = :school AND meeting_id = :meetingId AND (stance = 'objected'
         OR (version = :version AND stance = 'silent'
           AND iif(told_at IS NULL, :untold, reached = 0 OR told_at > :toldBy)))
       ORDER BY version, person_id`,
    ),
    receipts: db.prepare(
      `SELECT receipt, meeting_id AS meetingId, version, person_id AS personId FROM receipt
       WHERE school = ? AND receipt = ? ORDER BY meeting_id, version, person_id`,
    ),
    due: db.prepare('SELECT key, at FROM due WHERE school = ? AND at <= ? ORDER BY at, key LIMIT ?'),
    nextDue: db.prepare('SELECT min(at) AS at FROM due WHERE school = ?'),
  };
}

function committeeRow({ committeeId, name, conversationId }: CommitteeColumns): CommitteeRow {
  return { committeeId, name, ...(conversationId === null ? {} : { conversationId }) };
}

function counted(rows: readonly AnswerColumns[]): Awaited<ReturnType<ReadModels['answerCounts']>> {
  const persons = (stance: AnswerColumns['stance']) =>
    rows.find((row) => row.stance === stance)?.persons ?? 0;
  const reached = rows.reduce((sum, row) => sum + row.reached, 0);
  return { approved: persons('approved'), objected: persons('objected'), silent: persons('silent'), reached };
}
