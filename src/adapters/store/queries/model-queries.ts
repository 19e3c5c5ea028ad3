import { sql } from 'kysely';
import type { MeetingRow, ReceiptRow } from '../../../ports/read-models.ts';
import type { Dialect } from './dialect.ts';
import { statement } from './statement.ts';

export type CommitteeColumns = {
  readonly committeeId: string;
  readonly name: string;
  readonly conversationId: string | null;
};

export type StanceColumns = {
  readonly stance: 'silent' | 'approved' | 'objected';
  readonly persons: number;
  readonly reached: number;
};

export type DoubtfulNeeds = {
  readonly meetingId: string;
  readonly version: number;
  readonly toldBy: number;
  /** 1 where silence asks something also when no notice was tried. */
  readonly untold: number;
};

/** What is read from the read models of one school. */
export function modelQueries(dialect: Dialect, school: string) {
  return {
    ...committeeReads(dialect, school),
    ...answerReads(dialect, school),
    ...dueReads(dialect, school),
  };
}

function committeeReads({ db }: Dialect, school: string) {
  const committees = db
    .selectFrom('committee')
    .select(['committee_id as committeeId', 'name', 'conversation_id as conversationId'])
    .where('school', '=', school);
  return {
    committees: statement<object, CommitteeColumns>('committees', () =>
      committees.orderBy('name').orderBy('committee_id'),
    ),
    committee: statement<{ conversationId: string }, CommitteeColumns>('committee', ({ conversationId }) =>
      committees.where('conversation_id', '=', conversationId).orderBy('committee_id').limit(sql.lit(1)),
    ),
    meetings: statement<{ committeeId: string }, MeetingRow>('meetings', ({ committeeId }) =>
      db
        .selectFrom('meeting_index')
        .select(['meeting_id as meetingId', 'committee_id as committeeId', 'date', 'situation'])
        .where('school', '=', school)
        .where('committee_id', '=', committeeId)
        .orderBy('date', 'desc')
        .orderBy('meeting_id'),
    ),
  };
}

function answerReads({ db }: Dialect, school: string) {
  const answers = db.selectFrom('answer').where('school', '=', school);
  return {
    stances: statement<{ meetingId: string; version: number }, StanceColumns>(
      'stances',
      ({ meetingId, version }) =>
        answers
          .select((eb) => [
            'stance',
            eb.fn.countAll<number>().as('persons'),
            eb.fn.sum<number>('reached').as('reached'),
          ])
          .where('meeting_id', '=', meetingId)
          .where('version', '=', version)
          .groupBy('stance'),
    ),
    doubtful: statement<DoubtfulNeeds, { version: number; personId: string }>(
      'doubtful answers',
      ({ meetingId, version, toldBy, untold }) =>
        answers
          .select(['version', 'person_id as personId'])
          .where('meeting_id', '=', meetingId)
          .where(
            sql<boolean>`(stance = 'objected' or (version = ${version} and stance = 'silent' and
              case when told_at is null then ${untold} = 1 else reached = 0 or told_at > ${toldBy} end))`,
          )
          .orderBy('version')
          .orderBy('person_id'),
    ),
    receipts: statement<{ receipt: string }, ReceiptRow>('receipts', ({ receipt }) =>
      db
        .selectFrom('receipt')
        .select(['receipt', 'meeting_id as meetingId', 'version', 'person_id as personId'])
        .where('school', '=', school)
        .where('receipt', '=', receipt)
        .orderBy('meeting_id')
        .orderBy('version')
        .orderBy('person_id'),
    ),
  };
}

function dueReads({ db }: Dialect, school: string) {
  const due = db.selectFrom('due').where('school', '=', school);
  return {
    due: statement<{ until: number; limit: number }, { key: string; at: number }>('due', ({ until, limit }) =>
      due.select(['key', 'at']).where('at', '<=', until).orderBy('at').orderBy('key').limit(limit),
    ),
    nextDue: statement<object, { at: number | null }>('next due', () =>
      due.select((eb) => eb.fn.min('at').as('at')),
    ),
  };
}
