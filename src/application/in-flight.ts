/**
 * Requests that have come in and are not answered yet, by the instant they were received. R3: nothing is closed while one
 * that came in time is still being worked on.
 */
export type InFlight = {
  begin(receivedAt: Temporal.Instant): () => void;
  anyBefore(instant: Temporal.Instant): boolean;
  /** All that was received before this instant is answered: what the other processes may rely on. */
  workedOff(now: Temporal.Instant): Temporal.Instant;
};

export function createInFlight(): InFlight {
  const open = new Set<{ readonly receivedAt: Temporal.Instant }>();
  return {
    begin(receivedAt) {
      const entry = { receivedAt };
      open.add(entry);
      return () => open.delete(entry);
    },
    anyBefore: (instant) =>
      [...open].some(({ receivedAt }) => Temporal.Instant.compare(receivedAt, instant) < 0),
    workedOff: (now) =>
      [...open].reduce(
        (oldest, { receivedAt }) => (Temporal.Instant.compare(receivedAt, oldest) < 0 ? receivedAt : oldest),
        now,
      ),
  };
}
