/** Fresh identifiers, unguessable. */
export interface Ids {
  /** UUID, for events, objections, cards. */
  next(): string;
}
