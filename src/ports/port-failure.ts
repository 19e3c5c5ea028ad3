/**
 * The world failed. Thrown by adapters, caught once at the edge or by the outbox; never a rule's "no" (that is a
 * refusal) and never our own mistake (that is a defect).
 *
 * - `throttled`: not before `retryAfterMs`; - `unavailable`: try again with growing waits, and not before `retryAfterMs` either; - `denied`: a person must grant
 * something; - `gone`: the thing addressed no longer exists; - `conflict`: somebody changed it; - `locked`: open in Word,
 * wait for days if need be.
 */
export type PortFailureKind = 'throttled' | 'unavailable' | 'denied' | 'gone' | 'conflict' | 'locked';

export class PortFailure extends Error {
  override readonly name = 'PortFailure';
  readonly kind: PortFailureKind;
  /** Short code for logs and status ("connector 403 BotDisabledByAdmin"): no names, texts, tokens. */
  readonly code: string;
  readonly retryAfterMs: number | undefined;

  constructor(kind: PortFailureKind, code: string, retryAfterMs?: number) {
    super(`${kind}: ${code}`);
    this.kind = kind;
    this.code = code;
    this.retryAfterMs = retryAfterMs;
  }
}
