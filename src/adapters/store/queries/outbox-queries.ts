import { sql } from 'kysely';
import type { EffectKind, EffectState } from '../../../ports/outbox.ts';
import type { Dialect } from './dialect.ts';
import { outboxClaims } from './outbox-claims.ts';
import { statement } from './statement.ts';

/** An effect as it is wanted. */
export type WantedRow = {
  readonly key: string;
  readonly kind: string;
  readonly payload: string;
  readonly due_at: number;
  readonly spacing: number;
};

export type StatusRow = {
  readonly key: string;
  readonly kind: EffectKind;
  readonly state: EffectState;
  readonly attempts: number;
  readonly dueAt: number;
  readonly code: string | null;
};

/** The queue of effects of one school. */
export function outboxQueries(dialect: Dialect, school: string) {
  return {
    want: want(dialect, school),
    ...outboxClaims(dialect, school),
    ...outboxReads(dialect, school),
  };
}

/**
 * Writes down what the world shall show, one row a key. Of what waits nothing changes; what is being carried out is
 * marked to be carried out once more; what was done or given up begins anew.
 */
function want({ insert, greatest }: Dialect, school: string) {
  const fresh = {
    school: sql.val(school),
    state: sql.lit('waiting'),
    attempts: sql.lit(0),
    revision: sql.lit(1),
  };
  const rested = sql<number>`coalesce(outbox.last_done_at + excluded.spacing, 0)`;
  const unlessLeased = (then: unknown, otherwise: string) =>
    sql`case when outbox.lease_until is null then ${then} else ${sql.ref(otherwise)} end`;
  return statement<WantedRow>('want', () =>
    insert<WantedRow>('outbox', fresh, {
      key: 'text',
      kind: 'text',
      payload: 'text',
      due_at: 'bigint',
      spacing: 'bigint',
    }).onConflict((conflict) =>
      conflict
        .columns(['school', 'key'])
        .doUpdateSet({
          revision: sql`outbox.revision + 1`,
          state: unlessLeased(sql.lit('waiting'), 'outbox.state'),
          attempts: unlessLeased(sql.lit(0), 'outbox.attempts'),
          due_at: unlessLeased(greatest(sql.ref('excluded.due_at'), rested), 'outbox.due_at'),
        } as never)
        .where(sql<boolean>`outbox.lease_until is not null or outbox.state in ('done', 'dead')`),
    ),
  );
}

function outboxReads({ db, greatest, orderOf }: Dialect, school: string) {
  const outbox = db.selectFrom('outbox').where('school', '=', school);
  const nextChance = greatest(sql.ref('due_at'), sql`coalesce(lease_until, 0)`);
  return {
    open: statement<object, StatusRow>('open effects', () =>
      outbox
        .select(['key', 'kind', 'state', 'attempts', 'due_at as dueAt', 'code'])
        .where('state', 'in', ['waiting', 'parked', 'dead'])
        .orderBy('due_at')
        .orderBy(orderOf('outbox'))
        .$castTo<StatusRow>(),
    ),
    countDone: statement<object, { done: number }>('done effects', () =>
      outbox.select((eb) => eb.fn.countAll<number>().as('done')).where('state', '=', 'done'),
    ),
    next: statement<object, { due: number | null }>('next effect', () =>
      outbox
        .select(sql<number | null>`min(${nextChance})`.as('due'))
        .where('state', 'in', ['waiting', 'parked']),
    ),
  };
}
