import { type Answer, type LateRemark, stanceOf, standingObjections } from '../../domain/minutes/answer.ts';
import type { RecordedOnBehalf } from '../../domain/minutes/answer-event.ts';
import type { OnBehalfShown } from '../../ports/decision-card-view.ts';
import type { MinutesForApprovalView, MyAnswer } from '../../ports/minutes-card-view.ts';

/** What a person answered, with the receipts, as their own card shows it. */
export function mineOf(answer: Answer): MyAnswer {
  const stance = stanceOf(answer);
  if (stance === 'objected') {
    const objections = standingObjections(answer).map((each) => ({
      objectionId: each.objectionId,
      objection: each.objection,
      ...receipted(each),
    }));
    return { stance, objections };
  }
  if (answer.approval === undefined) return { stance: 'silent' };
  return {
    stance: 'approved',
    receipt: answer.approval.receipt,
    at: Temporal.Instant.from(answer.approval.receivedAt),
  };
}

/** What does not count any more, or never did: objections taken back, and late remarks. */
export function asideOf(answer: Answer): Pick<MinutesForApprovalView, 'remarks' | 'withdrawn'> {
  return {
    remarks: answer.lateRemarks.map((each) => ({ ...onItem(each), ...receipted(each) })),
    withdrawn: answer.objections.filter((each) => each.withdrawn).map(onItem),
  };
}

function onItem({ objection: { itemNumber } }: Pick<LateRemark, 'objection'>): {
  readonly itemNumber?: number;
} {
  return itemNumber === undefined ? {} : { itemNumber };
}

function receipted({ receipt, receivedAt, onBehalf }: LateRemark) {
  const shown = onBehalf === undefined ? {} : { onBehalf: onBehalfShown(onBehalf) };
  return { receipt, at: Temporal.Instant.from(receivedAt), ...shown };
}

export function onBehalfShown({ source, sourceNote, reachedAt }: RecordedOnBehalf): OnBehalfShown {
  return { source, sourceNote, reachedAt: Temporal.Instant.from(reachedAt) };
}
