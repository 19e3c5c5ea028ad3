/** The one source of "now". The demo's clock can be moved forward by a person; no other code asks the machine. */
export interface Clock {
  now(): Temporal.Instant;
}
