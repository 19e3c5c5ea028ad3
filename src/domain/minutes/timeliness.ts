/** How long after a deadline an act that was begun in time may still arrive (R2). */
export const grace = Temporal.Duration.from({ seconds: 120 });

/** `receivedAt`: our HTTP edge; `sentAt`: the activity's own timestamp, absent where the channel gives none. */
export type ReceivedAct = { readonly receivedAt: Temporal.Instant; readonly sentAt?: Temporal.Instant };

/** R2: received before the deadline, or begun before it and received within the grace. */
export function isTimely(act: ReceivedAct, deadline: Temporal.Instant): boolean {
  if (isBefore(act.receivedAt, deadline)) return true;
  return (
    act.sentAt !== undefined &&
    isBefore(act.sentAt, deadline) &&
    isBefore(act.receivedAt, deadline.add(grace))
  );
}

/** R3: nothing is closed before the grace after the deadline has passed. */
export function mayClose(now: Temporal.Instant, deadline: Temporal.Instant): boolean {
  return !isBefore(now, deadline.add(grace));
}

/**
 * R3 over several processes: each of them has decided or refused all that it received before the instant. A process that is
 * silent too long is not among them: it is fenced, and adds nothing any more.
 */
export function isWorkedOff(
  instant: Temporal.Instant,
  others: readonly { readonly workedOff: Temporal.Instant }[],
): boolean {
  return others.every(({ workedOff }) => !isBefore(workedOff, instant));
}

function isBefore(a: Temporal.Instant, b: Temporal.Instant): boolean {
  return Temporal.Instant.compare(a, b) < 0;
}
