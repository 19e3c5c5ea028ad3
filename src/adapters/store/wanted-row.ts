import { type Effect, effectKey } from '../../ports/outbox.ts';
import type { WantedRow } from './queries/outbox-queries.ts';

/** A chat's card is changed at most once in this time: Teams allows 8 calls per 2 s and conversation. */
const chatCardSpacingMs = 2_000;

export function wantedRow(effect: Effect, at: Temporal.Instant): WantedRow {
  return {
    key: effectKey(effect),
    kind: effect.kind,
    payload: JSON.stringify(effect),
    due_at: at.epochMilliseconds,
    spacing: spacingOf(effect),
  };
}

function spacingOf(effect: Effect): number {
  return effect.kind === 'show-card' && effect.audience.to === 'conversation' ? chatCardSpacingMs : 0;
}
