import type { LogPlace, Operation, OperationEvent } from './operation.ts';

/** An anchor beside what the log holds at its place; `held` is absent where the log ends before it. */
export type ComparedAnchor = LogPlace & {
  /** When it was dropped; empty where that cannot be read any more. */
  readonly at: string;
  readonly held: string | undefined;
};

/**
 * R16: an anchor that the log does not fit says that the log is older than it, or another one. Then nothing is decided.
 * Anchors of a course that two persons agreed to go on without say nothing any more. `anchors`: the newest first, down
 * to one that fits.
 */
export function enterSafeMode(
  operation: Operation,
  anchors: readonly ComparedAnchor[],
  head: LogPlace,
): Extract<OperationEvent, { type: 'SafeModeEntered' }> | undefined {
  if (operation.safeMode.state === 'on') return undefined;
  const misfit = anchors.find((anchor) => !fits(anchor) && !isAbandoned(operation, anchor));
  if (misfit === undefined) return undefined;
  const agreed = anchors.find((anchor) => anchor.seq < misfit.seq && fits(anchor))?.seq ?? 0;
  const { seq, hash, at } = misfit;
  return {
    type: 'SafeModeEntered',
    anchor: { seq, hash },
    head,
    agreed,
    ...(at === '' ? {} : { anchoredAt: at }),
  };
}

/** Whether the log still holds what the anchor holds on to. */
export function fits({ hash, held }: ComparedAnchor): boolean {
  return held === hash;
}

/** Of the course that was given up: after the last agreement, not beyond its newest anchor, and not dropped later. */
function isAbandoned({ abandoned }: Operation, { seq, at }: ComparedAnchor): boolean {
  return abandoned.some(({ anchor, agreed, anchoredAt }) => {
    if (seq <= agreed || seq > anchor.seq) return false;
    if (anchoredAt === undefined || at === '') return true;
    return Temporal.Instant.compare(Temporal.Instant.from(at), Temporal.Instant.from(anchoredAt)) <= 0;
  });
}
