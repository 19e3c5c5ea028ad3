import type { Refusal } from '../domain/refusal.ts';

/** What a use case answers: done, with what the person is told, or the rules' no. */
export type Result<T = object> =
  | ({ readonly kind: 'done' } & T)
  | { readonly kind: 'refused'; readonly refusal: Refusal };

export function done<T extends object>(told: T): { readonly kind: 'done' } & T {
  return { kind: 'done', ...told };
}

export function refuse(refusal: Refusal): { readonly kind: 'refused'; readonly refusal: Refusal } {
  return { kind: 'refused', refusal };
}
