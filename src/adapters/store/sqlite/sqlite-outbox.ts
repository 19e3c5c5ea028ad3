import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type {
  ClaimedEffect,
  Effect,
  EffectKind,
  EffectState,
  EffectStatus,
  Outbox,
} from '../../../ports/outbox.ts';
import type { GroupCommit } from './group-commit.ts';
import { allRows, firstRow, instantOf } from './rows.ts';
import { reading } from './sql-failure.ts';

type DueRow = {
  readonly key: string;
  readonly payload: string;
  readonly attempts: number;
  readonly revision: number;
};

type StatusRow = {
  readonly key: string;
  readonly kind: EffectKind;
  readonly state: EffectState;
  readonly attempts: number;
  readonly due_at: number;
  readonly code: string | null;
};

export type OutboxReader = Pick<Outbox, 'status' | 'nextDue'>;

export function createSqliteOutbox(db: DatabaseSync, school: string, commit: GroupCommit): Outbox {
  const change = prepareChanges(db);
  return {
    ...createOutboxReader(db, school),
    claim: (now, leaseUntil, limit) => commit.run(() => claim(change, school, now, leaseUntil, limit)),
    complete: async ({ key, revision }, now) => {
      const doneAt = now.epochMilliseconds;
      await commit.run(() => change.complete.run({ school, key, revision, doneAt }));
    },
    postpone: async ({ key, revision, attempts }, state, dueAt, code) => {
      const due = dueAt.epochMilliseconds;
      await commit.run(() =>
        change.postpone.run({ school, key, revision, begun: attempts + 1, state, due, code }),
      );
    },
    releaseAll: async () => {
      await commit.run(() => change.release.run(school));
    },
  };
}

export function createOutboxReader(db: DatabaseSync, school: string): OutboxReader {
  const open = db.prepare(
    `SELECT key, kind, state, attempts, due_at, code FROM outbox
     WHERE school = ? AND state IN ('waiting', 'parked', 'dead') ORDER BY due_at, rowid`,
  );
  const done = db.prepare("SELECT count(*) AS done FROM outbox WHERE school = ? AND state = 'done'");
  const next = db.prepare(
    `SELECT min(max(due_at, coalesce(lease_until, 0))) AS due FROM outbox
     WHERE school = ? AND state IN ('waiting', 'parked')`,
  );
  return {
    status: () =>
      reading(() => ({
        open: allRows<StatusRow>(open, school).map(statusOf),
        done: firstRow<{ done: number }>(done, school)?.done ?? 0,
      })),
    nextDue: () =>
      reading(() => {
        const due = firstRow<{ due: number | null }>(next, school)?.due ?? undefined;
        return due === undefined ? undefined : instantOf(due);
      }),
  };
}

type Changes = Readonly<Record<'due' | 'lease' | 'complete' | 'postpone' | 'release', StatementSync>>;

function prepareChanges(db: DatabaseSync): Changes {
  return {
    due: db.prepare(
      `SELECT key, payload, attempts, revision FROM (
         SELECT * FROM (${firstDue('waiting')}) UNION ALL SELECT * FROM (${firstDue('parked')})
       ) ORDER BY due_at, place LIMIT :limit`,
    ),
    lease: db.prepare(
      'UPDATE outbox SET lease_until = ?, attempts = attempts + 1 WHERE school = ? AND key = ?',
    ),
    // Wanted anew while it was carried out: what was shown may be old already, so it is due once more.
    complete: db.prepare(
      `UPDATE outbox SET lease_until = NULL, code = NULL, attempts = 0, last_done_at = :doneAt,
         state = iif(revision = :revision, 'done', 'waiting'),
         due_at = iif(revision = :revision, due_at, :doneAt + spacing)
       WHERE school = :school AND key = :key`,
    ),
    // A lease that ran out and was given to somebody else is not ours to end; a new wish is never given up with the old.
    postpone: db.prepare(
      `UPDATE outbox SET lease_until = NULL, due_at = :due, code = :code,
         state = iif(:state = 'dead' AND revision <> :revision, 'waiting', :state)
       WHERE school = :school AND key = :key AND attempts = :begun AND lease_until IS NOT NULL`,
    ),
    release: db.prepare('UPDATE outbox SET lease_until = NULL WHERE school = ? AND lease_until IS NOT NULL'),
  };
}

/** One state at a time, so that the index gives them in order: a long queue is never sorted to find its first few. */
function firstDue(state: 'waiting' | 'parked'): string {
  return `SELECT key, payload, attempts, revision, due_at, rowid AS place FROM outbox
    WHERE school = :school AND state = '${state}' AND due_at <= :now
      AND (lease_until IS NULL OR lease_until <= :now)
    ORDER BY due_at, rowid LIMIT :limit`;
}

function claim(
  change: Changes,
  school: string,
  now: Temporal.Instant,
  leaseUntil: Temporal.Instant,
  limit: number,
): readonly ClaimedEffect[] {
  const due = change.due.all({ school, now: now.epochMilliseconds, limit }) as unknown as readonly DueRow[];
  for (const { key } of due) change.lease.run(leaseUntil.epochMilliseconds, school, key);
  return due.map(({ key, payload, attempts, revision }) => {
    return { key, effect: JSON.parse(payload) as Effect, attempts, revision };
  });
}

function statusOf({ key, kind, state, attempts, due_at, code }: StatusRow): EffectStatus {
  return { key, kind, state, attempts, dueAt: instantOf(due_at), ...(code === null ? {} : { code }) };
}
