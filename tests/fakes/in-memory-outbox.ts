import {
  type ClaimedEffect,
  type Effect,
  type EffectState,
  effectKey,
  type Outbox,
} from '../../src/ports/outbox.ts';
import { promised } from './promised.ts';

type Row = {
  readonly key: string;
  readonly effect: Effect;
  readonly state: EffectState;
  readonly dueAt: Temporal.Instant;
  readonly attempts: number;
  readonly revision: number;
  readonly leaseUntil?: Temporal.Instant;
  readonly doneAt?: Temporal.Instant;
  readonly code?: string;
};

/** Teams' limit for one chat. */
const chatCardSpacing = { seconds: 2 };

const compare = Temporal.Instant.compare;

export type InMemoryOutbox = Outbox & { want(effect: Effect, at: Temporal.Instant): void };

export function createInMemoryOutbox(): InMemoryOutbox {
  const rows = new Map<string, Row>();
  const put = (row: Row) => void rows.set(row.key, row);
  return {
    want: (effect, at) => put(wanted(rows.get(effectKey(effect)), effect, at)),
    claim: (now, leaseUntil, limit) =>
      promised(() => {
        const due = [...rows.values()].filter((row) => isOpen(row) && compare(nextChance(row), now) <= 0);
        const first = due.toSorted((a, b) => compare(a.dueAt, b.dueAt)).slice(0, limit);
        for (const row of first) put({ ...row, attempts: row.attempts + 1, leaseUntil });
        return first.map(({ key, effect, attempts, revision }) => ({ key, effect, attempts, revision }));
      }),
    complete: (claimed, now) =>
      promised(() => {
        const row = rows.get(claimed.key);
        if (row !== undefined) put(completed(row, claimed, now));
      }),
    postpone: (claimed, state, dueAt, code) =>
      promised(() => {
        const row = rows.get(claimed.key);
        if (row === undefined || row.leaseUntil === undefined || row.attempts !== claimed.attempts + 1)
          return;
        const newer = state === 'dead' && row.revision !== claimed.revision;
        put({ ...unleased(row), state: newer ? 'waiting' : state, dueAt, code });
      }),
    releaseAll: () =>
      promised(() => {
        for (const row of rows.values()) put(unleased(row));
      }),
    status: () =>
      promised(() => {
        const all = [...rows.values()].toSorted((a, b) => compare(a.dueAt, b.dueAt));
        const open = all.filter((row) => row.state !== 'done').map(statusOf);
        return { open, done: all.length - open.length };
      }),
    nextDue: () => promised(() => [...rows.values()].filter(isOpen).map(nextChance).toSorted(compare)[0]),
  };
}

function isOpen({ state }: Row): boolean {
  return state === 'waiting' || state === 'parked';
}

function nextChance({ dueAt, leaseUntil }: Row): Temporal.Instant {
  return leaseUntil !== undefined && compare(leaseUntil, dueAt) > 0 ? leaseUntil : dueAt;
}

function wanted(row: Row | undefined, effect: Effect, at: Temporal.Instant): Row {
  const key = effectKey(effect);
  if (row === undefined) return { key, effect, state: 'waiting', dueAt: at, attempts: 0, revision: 1 };
  if (row.leaseUntil !== undefined) return { ...row, revision: row.revision + 1 };
  if (isOpen(row)) return row;
  const rested = row.doneAt?.add(spacingOf(effect)) ?? at;
  return {
    ...row,
    state: 'waiting',
    attempts: 0,
    revision: row.revision + 1,
    dueAt: compare(rested, at) > 0 ? rested : at,
  };
}

function completed(row: Row, claimed: ClaimedEffect, now: Temporal.Instant): Row {
  const { code: _code, ...rest } = unleased(row);
  const done = { ...rest, attempts: 0, doneAt: now };
  if (row.revision === claimed.revision) return { ...done, state: 'done' };
  return { ...done, state: 'waiting', dueAt: now.add(spacingOf(row.effect)) };
}

function unleased(row: Row): Row {
  const { leaseUntil: _leaseUntil, ...rest } = row;
  return rest;
}

function spacingOf(effect: Effect): Temporal.DurationLike {
  return effect.kind === 'show-card' && effect.audience.to === 'conversation'
    ? chatCardSpacing
    : { seconds: 0 };
}

function statusOf({ key, effect, state, attempts, dueAt, code }: Row) {
  return { key, kind: effect.kind, state, attempts, dueAt, ...(code === undefined ? {} : { code }) };
}
