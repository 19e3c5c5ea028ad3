/** What a process last said of itself. */
export type Beat = {
  readonly instance: string;
  readonly at: Temporal.Instant;
  /** All that this process received before this instant is decided or refused (R3). */
  readonly workedOff: Temporal.Instant;
};

/**
 * The processes at work on one log. A process that has not beaten for `lease` is taken to be gone: it is fenced, and from
 * then on its commits are refused, so that it cannot add an act behind a decision.
 */
export interface Processes {
  /** Says that this process lives, and how far it has worked off what it received. Throws 'unavailable' when fenced. */
  beat(at: Temporal.Instant, workedOff: Temporal.Instant): Promise<void>;
  /** The other processes that are not fenced; those whose last beat is older than the lease are fenced now. */
  others(now: Temporal.Instant): Promise<readonly Beat[]>;
  /** The newest beat of any process, also from before a restart; undefined on a new store (R8, R15). */
  lastBeat(): Promise<Temporal.Instant | undefined>;
  /** This process is leaving in order: nothing of it is to be waited for. */
  leave(): Promise<void>;
}

export const lease = Temporal.Duration.from({ seconds: 60 });
