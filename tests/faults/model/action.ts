import type { Refusal, Told } from './acts.ts';
import type { Member, Officer, Press, Process, RulingKind } from './state.ts';

/** Everything that can happen, one thing at a time. */
export type Action =
  | { readonly does: 'tick' }
  /** The program is off from this tick to the next. */
  | { readonly does: 'downtime' }
  | { readonly does: 'notice'; readonly member: Member }
  /** A click that is received and decided at once. */
  | { readonly does: 'click'; readonly press: Press }
  /** A click that is on its way; `deliver` brings it, once or again. */
  | { readonly does: 'post'; readonly press: Press }
  | { readonly does: 'deliver'; readonly press: Press }
  /** A click that is received, and the decision upon it. */
  | { readonly does: 'receive'; readonly press: Press; readonly process: Process }
  | { readonly does: 'answer'; readonly which: number }
  | { readonly does: 'close'; readonly process: Process }
  /** A decision that is begun, and committed later. */
  | { readonly does: 'begin-closing'; readonly process: Process }
  | { readonly does: 'commit-closing'; readonly process: Process }
  | { readonly does: 'beat'; readonly process: Process }
  | { readonly does: 'fence'; readonly process: Process }
  | { readonly does: 'rule'; readonly objection: string; readonly kind: RulingKind }
  | { readonly does: 'send'; readonly text: number }
  | { readonly does: 'leave' | 'join'; readonly member: Member }
  | { readonly does: 'extend'; readonly to: number; readonly whom: Member | 'all' }
  /** R17; `begun` of the press is when it reached the committee. */
  | { readonly does: 'record'; readonly press: Press }
  | { readonly does: 'approve-by-two'; readonly officer: Officer }
  | { readonly does: 'end-safe-mode'; readonly officer: Officer }
  | { readonly does: 'doubt' | 'confirm' | 'back-up' | 'restore' | 'anchor' };

/** What whoever acted is told, or the program finds. */
export type Outcome =
  | Told
  | { readonly kind: 'accepted' | 'not-yet' | 'nothing-to-close' | 'extended' }
  | { readonly kind: 'closed'; readonly result: string }
  | { readonly kind: 'refused'; readonly why: Refusal | ServiceRefusal };

/** The noes to those who serve the committee. */
export type ServiceRefusal =
  | 'objection-ruled'
  | 'unanswered-objections'
  | 'minutes-under-approval'
  | 'deadline-not-later'
  | 'no-decision-needed'
  | 'second-person-needed'
  | 'not-permitted';
