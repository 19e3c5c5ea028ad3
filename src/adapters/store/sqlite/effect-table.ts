import type { DatabaseSync } from 'node:sqlite';
import { type Effect, effectKey } from '../../../ports/outbox.ts';

export type EffectTable = { want(effect: Effect, at: Temporal.Instant): void };

/** A chat's card is changed at most once in this time: Teams allows 8 calls per 2 s and conversation. */
const chatCardSpacingMs = 2_000;

/**
 * Writes down what the world shall show, one row a key. Of what waits nothing changes; what is being carried out is
 * marked to be carried out once more; what was done or given up begins anew.
 */
export function createEffectTable(db: DatabaseSync, school: string): EffectTable {
  const want = db.prepare(
    `INSERT INTO outbox (school, key, kind, payload, state, due_at, attempts, revision, spacing)
     VALUES (?, ?, ?, ?, 'waiting', ?, 0, 1, ?)
     ON CONFLICT (school, key) DO UPDATE SET
       revision = revision + 1,
       state = iif(lease_until IS NULL, 'waiting', state),
       attempts = iif(lease_until IS NULL, 0, attempts),
       due_at = iif(lease_until IS NULL, max(excluded.due_at, coalesce(last_done_at + excluded.spacing, 0)), due_at)
     WHERE lease_until IS NOT NULL OR state IN ('done', 'dead')`,
  );
  return {
    want: (effect, at) => {
      want.run(
        school,
        effectKey(effect),
        effect.kind,
        JSON.stringify(effect),
        at.epochMilliseconds,
        spacingOf(effect),
      );
    },
  };
}

function spacingOf(effect: Effect): number {
  return effect.kind === 'show-card' && effect.audience.to === 'conversation' ? chatCardSpacingMs : 0;
}
