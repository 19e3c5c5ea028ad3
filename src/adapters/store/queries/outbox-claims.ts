import { type Expression, type Kysely, type SelectQueryBuilder, sql } from 'kysely';
import type { Dialect } from './dialect.ts';
import { statement } from './statement.ts';
import type { Tables } from './tables.ts';

export type ClaimedRow = {
  readonly key: string;
  readonly payload: string;
  readonly attempts: number;
  readonly revision: number;
  readonly dueAt: number;
  readonly place: number;
};

/** Effects are leased, and given back. */
export function outboxClaims(dialect: Dialect, school: string) {
  return { claim: claim(dialect, school), ...ends(dialect, school), release: release(dialect, school) };
}

type ClaimNeeds = {
  readonly now: number;
  readonly until: number;
  readonly limit: number;
  readonly instance: string;
};

function claim(dialect: Dialect, school: string) {
  const { db, orderOf, locksRows } = dialect;
  return statement<ClaimNeeds, ClaimedRow>('claim', ({ now, until, limit, instance }) => {
    // One state at a time, so that the index gives them in order: a long queue is never sorted to find its first few.
    const firstDue = (state: 'waiting' | 'parked') => {
      const due = db
        .selectFrom('outbox')
        .select(['key', 'due_at as dueAt', orderOf('outbox').as('place')])
        .where('school', '=', school)
        .where('state', '=', state)
        .where('due_at', '<=', now)
        .where((eb) => eb.or([eb('lease_until', 'is', null), eb('lease_until', '<=', now)]))
        .orderBy('due_at')
        .orderBy(orderOf('outbox'))
        .limit(limit);
      return locksRows ? due.forUpdate().skipLocked() : due;
    };
    return db
      .with('picked', () => firstOf(db, firstDue).limit(limit))
      .updateTable('outbox')
      .from('picked')
      .set({ lease_until: until, lease_by: instance, attempts: sql`outbox.attempts + 1` })
      .where('outbox.school', '=', school)
      .whereRef('outbox.key', '=', 'picked.key')
      .returning([
        'outbox.key',
        'payload',
        sql<number>`outbox.attempts - 1`.as('attempts'),
        'revision',
        'outbox.due_at as dueAt',
        orderOf('outbox').as('place'),
      ]);
  });
}

type Due = { readonly key: string; readonly dueAt: number; readonly place: number };

function firstOf(
  db: Kysely<Tables>,
  firstDue: (state: 'waiting' | 'parked') => SelectQueryBuilder<Tables, 'outbox', Due>,
) {
  const both = db
    .selectFrom(firstDue('waiting').as('waiting'))
    .selectAll()
    .unionAll(db.selectFrom(firstDue('parked').as('parked')).selectAll());
  return db.selectFrom(both.as('due')).selectAll().orderBy('dueAt').orderBy('place');
}

function ends({ db }: Dialect, school: string) {
  const row = (key: Expression<string>) =>
    db.updateTable('outbox').where('school', '=', school).where('key', '=', key);
  return {
    // Wanted anew while it was carried out: what was shown may be old already, so it is due once more.
    complete: statement<{ key: string; revision: number; doneAt: number }, unknown>(
      'complete',
      ({ key, revision, doneAt }) =>
        row(key).set({
          lease_until: null,
          lease_by: null,
          code: null,
          attempts: 0,
          last_done_at: doneAt,
          state: sql`case when revision = ${revision} then 'done' else 'waiting' end`,
          due_at: sql`case when revision = ${revision} then due_at else ${doneAt} + spacing end`,
        }),
    ),
    // A lease that ran out and was given to somebody else is not ours to end; a new wish is never given up with the old.
    postpone: statement<
      { key: string; revision: number; begun: number; state: string; due: number; code: string },
      unknown
    >('postpone', ({ key, revision, begun, state, due, code }) =>
      row(key)
        .set({
          lease_until: null,
          lease_by: null,
          due_at: due,
          code,
          state: sql`case when ${state} = 'dead' and revision <> ${revision} then 'waiting' else ${state} end`,
        })
        .where('attempts', '=', begun)
        .where('lease_until', 'is not', null),
    ),
  };
}

function release({ db }: Dialect, school: string) {
  /** Leases of this process, and of those that are gone. */
  return statement<{ instance: string }, unknown>('release', ({ instance }) =>
    db
      .updateTable('outbox')
      .set({ lease_until: null, lease_by: null })
      .where('school', '=', school)
      .where('lease_until', 'is not', null)
      .where((eb) =>
        eb.or([
          eb('lease_by', 'is', null),
          eb('lease_by', '=', instance),
          eb.not(
            eb.exists(
              eb
                .selectFrom('instance')
                .select(sql.lit(1).as('alive'))
                .where('instance.school', '=', school)
                .whereRef('instance.instance', '=', 'outbox.lease_by')
                .where('instance.ended', 'is', null),
            ),
          ),
        ]),
      ),
  );
}
