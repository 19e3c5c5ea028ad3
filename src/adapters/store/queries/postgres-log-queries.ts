import { type AliasedRawBuilder, sql } from 'kysely';
import { postgresDialect } from './dialect.ts';
import { statement } from './statement.ts';

/** An event as far as folds need it. */
export type FoldedRow = {
  readonly seq: number;
  readonly stream: string;
  readonly version: number;
  readonly data: string;
};

type Wanted = AliasedRawBuilder<{ readonly stream: string }, 'wanted'>;

/** What only a log with several writers needs: its locked end, and what others have added. */
export function postgresLogQueries(school: string) {
  const { db } = postgresDialect;
  const events = db.selectFrom('event').where('school', '=', school);
  const folded = ['seq', 'stream', 'version', 'data'] as const;
  return {
    begin: statement<object>('begin log', () =>
      db
        .insertInto('log_head')
        .values({ school, seq: 0, hash: '' })
        .onConflict((conflict) => conflict.doNothing()),
    ),
    lock: statement<object, { seq: number; hash: string }>('lock', () =>
      db.selectFrom('log_head').select(['seq', 'hash']).where('school', '=', school).forUpdate(),
    ),
    moveHead: statement<{ seq: number; hash: string }>('move head', ({ seq, hash }) =>
      db.updateTable('log_head').set({ seq, hash }).where('school', '=', school),
    ),
    lastSeq: statement<object, { seq: number }>('last seq', () =>
      db.selectFrom('log_head').select('seq').where('school', '=', school),
    ),
    since: statement<{ after: number; limit: number }, FoldedRow>('since', ({ after, limit }) =>
      events.select(folded).where('seq', '>', after).orderBy('seq').limit(limit),
    ),
    /** By what the batch of an unanswered COMMIT is known: the first event it would have written. */
    written: statement<{ seq: number; id: string }, { seq: number }>('written', ({ seq, id }) =>
      events.select('seq').where('seq', '=', seq).where('id', '=', id),
    ),
    ofStreams: statement<{ streams: readonly string[] }, FoldedRow>('of streams', ({ streams }) =>
      // One step into the index a stream, whatever the planner thinks of a table it has not counted yet.
      db
        .selectFrom(sql<{ stream: string }>`unnest(${streams}::text[])`.as(sql`wanted(stream)`) as Wanted)
        .crossJoinLateral(
          events
            .select(folded)
            .whereRef('stream', '=', 'wanted.stream' as never)
            .orderBy('version')
            .offset(0)
            .as('e'),
        )
        .select(['e.seq', 'e.stream', 'e.version', 'e.data']),
    ),
  };
}
