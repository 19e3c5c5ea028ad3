/** A rule's result: events that are now true, or a no with the data its text needs. Only rules return this. */
export type Outcome<E, R> =
  | { readonly kind: 'accepted'; readonly events: readonly E[] }
  | { readonly kind: 'refused'; readonly refusal: R };

export function accepted<E>(...events: readonly E[]): {
  readonly kind: 'accepted';
  readonly events: readonly E[];
} {
  return { kind: 'accepted', events };
}

export function refused<R>(refusal: R): { readonly kind: 'refused'; readonly refusal: R } {
  return { kind: 'refused', refusal };
}
