import type { ClaimedEffect, Effect, EffectStatus, Outbox } from '../../ports/outbox.ts';
import type { ClaimedRow } from './queries/outbox-claims.ts';
import type { outboxQueries, StatusRow } from './queries/outbox-queries.ts';
import { command, instantOf, type Runner } from './runner.ts';

export type OutboxQueries = ReturnType<typeof outboxQueries>;
export type OutboxReader = Pick<Outbox, 'status' | 'nextDue'>;

/** Leases are taken in the name of `instance`. */
export function createOutbox(runner: Runner, queries: OutboxQueries, instance: string): Outbox {
  return {
    ...createOutboxReader(runner, queries),
    claim: async (now, leaseUntil, limit) => {
      const until = leaseUntil.epochMilliseconds;
      const needs = { now: now.epochMilliseconds, until, limit, instance };
      const [rows = []] = await runner.write(command(queries.claim, needs));
      return rows.toSorted((a, b) => a.dueAt - b.dueAt || a.place - b.place).map(claimedEffect);
    },
    complete: async ({ key, revision }, now) => {
      const doneAt = now.epochMilliseconds;
      await runner.write(command(queries.complete, { key, revision, doneAt }));
    },
    postpone: async ({ key, revision, attempts }, state, dueAt, code) => {
      const due = dueAt.epochMilliseconds;
      const needs = { key, revision, begun: attempts + 1, state, due, code };
      await runner.write(command(queries.postpone, needs));
    },
    releaseAll: async () => {
      await runner.write(command(queries.release, { instance }));
    },
  };
}

export function createOutboxReader(runner: Pick<Runner, 'read'>, queries: OutboxQueries): OutboxReader {
  return {
    status: async () => {
      const open = await runner.read(command(queries.open, {}));
      const [counted] = await runner.read(command(queries.countDone, {}));
      return { open: open.map(statusOf), done: counted?.done ?? 0 };
    },
    nextDue: async () => {
      const [next] = await runner.read(command(queries.next, {}));
      const due = next?.due ?? undefined;
      return due === undefined ? undefined : instantOf(due);
    },
  };
}

function claimedEffect({ key, payload, attempts, revision }: ClaimedRow): ClaimedEffect {
  return { key, effect: JSON.parse(payload) as Effect, attempts, revision };
}

function statusOf({ key, kind, state, attempts, dueAt, code }: StatusRow): EffectStatus {
  return { key, kind, state, attempts, dueAt: instantOf(dueAt), ...(code === null ? {} : { code }) };
}
