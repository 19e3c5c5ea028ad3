import type { Anchors } from '../../ports/anchors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { EventLog } from '../../ports/event-log.ts';
import type { Effect } from '../../ports/outbox.ts';
import { operationStream } from '../streams.ts';

export type AnchorPorts = {
  readonly log: Pick<EventLog, 'head' | 'load'>;
  readonly anchors: Pick<Anchors, 'drop'>;
  readonly clock: Clock;
};

type AnchorLog = Extract<Effect, { kind: 'anchor-log' }>;

/** Each decision of a version has its own anchor: the closing, and the approval by two that may follow it. */
export function anchorOfDecision(meetingId: string, version: number, decision: 'closed' | 'by-two'): Effect {
  return { kind: 'anchor-log', occasion: [decision, meetingId, version].join('/') };
}

/**
 * "The head of the log is anchored": as it is when this is carried out, which is after what wanted it. Not in safe mode: if
 * the newer log is found again after all, an anchor of this one would contradict it (R16).
 */
export function createAnchorLog({ log, anchors, clock }: AnchorPorts) {
  return async ({ occasion }: AnchorLog): Promise<void> => {
    const { operation } = await log.load({ operation: operationStream });
    if (operation.safeMode.state === 'on') return;
    const head = await log.head();
    if (head.seq === 0) return;
    // A course that was given up has anchors of the same occasions; those of the present course are others.
    const course = operation.abandoned.length;
    const own = course === 0 ? occasion : `${occasion}#${course}`;
    await anchors.drop({ ...head, at: clock.now().toString(), occasion: own });
  };
}
