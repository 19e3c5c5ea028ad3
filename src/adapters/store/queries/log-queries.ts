import { sql } from 'kysely';
import type { EventRow, NewEventRow } from '../stored-event.ts';
import type { RawEvent } from '../verify-chain.ts';
import type { Dialect } from './dialect.ts';
import { statement } from './statement.ts';

const columns = ['seq', 'stream', 'version', 'id', 'at', 'actor', 'data', 'hash'] as const;

export type Between = { readonly first: string; readonly last: string };

/** The log of one school. */
export function logQueries(dialect: Dialect, school: string) {
  return { ...logWrites(dialect, school), ...logReads(dialect, school), ...streamReads(dialect, school) };
}

function logWrites({ insert }: Dialect, school: string) {
  return {
    append: statement<NewEventRow, unknown>('append', () =>
      insert<NewEventRow>(
        'event',
        { school: sql.val(school) },
        {
          seq: 'bigint',
          stream: 'text',
          version: 'bigint',
          id: 'text',
          at: 'text',
          actor: 'text',
          type: 'text',
          data: 'text',
          prev_hash: 'text',
          hash: 'text',
        },
      ),
    ),
  };
}

function logReads({ db }: Dialect, school: string) {
  const events = db.selectFrom('event').where('school', '=', school);
  return {
    page: statement<{ after: number; limit: number }, EventRow>('page', ({ after, limit }) =>
      events.select(columns).where('seq', '>', after).orderBy('seq').limit(limit),
    ),
    /** Every column as it is stored, for `verify`. */
    rawPage: statement<{ after: number; limit: number }, RawEvent>('raw page', ({ after, limit }) =>
      events
        .select([...columns, 'type', 'prev_hash as prevHash'])
        .where('seq', '>', after)
        .orderBy('seq')
        .limit(limit),
    ),
    head: statement<object, { seq: number; hash: string }>('head', () =>
      events.select(['seq', 'hash']).orderBy('seq', 'desc').limit(sql.lit(1)),
    ),
    between: statement<Between, EventRow>('between', ({ first, last }) =>
      events.select(columns).where('stream', '>=', first).where('stream', '<=', last).orderBy('seq'),
    ),
  };
}

function streamReads({ db }: Dialect, school: string) {
  const events = db.selectFrom('event').where('school', '=', school);
  return {
    headOf: statement<{ stream: string }, { head: number | null }>('head of', ({ stream }) =>
      events.select((eb) => eb.fn.max('version').as('head')).where('stream', '=', stream),
    ),
    eventsOf: statement<{ stream: string; after: number }, { data: string }>(
      'events of',
      ({ stream, after }) =>
        events.select('data').where('stream', '=', stream).where('version', '>', after).orderBy('version'),
    ),
    /** Names of streams. One index step a stream, however many events it has. */
    names: statement<Between, { stream: string }>('names', ({ first, last }) => ({
      compile: () =>
        sql<{ stream: string }>`with recursive name (stream) as (
          select min(stream) from event where school = ${school} and stream >= ${first} and stream < ${last}
          union all
          select (select min(stream) from event where school = ${school} and stream > name.stream and stream < ${last})
          from name where name.stream is not null
        ) select stream from name where stream is not null order by stream`.compile(db),
    })),
  };
}
