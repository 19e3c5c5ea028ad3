import type { DecisionCardView } from '../../ports/decision-card-view.ts';
import { type ApproveByTwoModel, approveByTwoModel } from './approve-by-two.ts';
import { type EndMandateModel, endMandateModel } from './end-mandate.ts';
import { type ExtendDeadlineModel, extendDeadlineModel } from './extend-deadline.ts';
import { type NeedsDecisionModel, needsDecisionModel } from './needs-decision.ts';
import { type ObjectionInheritedModel, objectionInheritedModel } from './objection-inherited.ts';
import type { Room } from './parts.ts';
import { type RecordObjectionModel, recordObjectionModel } from './record-objection.ts';

export type DecisionModel =
  | ApproveByTwoModel
  | EndMandateModel
  | ExtendDeadlineModel
  | NeedsDecisionModel
  | ObjectionInheritedModel
  | RecordObjectionModel;

/** The cards and dialogs of those who serve a committee, around what is not decided by itself. */
export const decisionCardModel = (view: DecisionCardView, room: Room): DecisionModel => {
  switch (view.card) {
    case 'needs-decision':
      return needsDecisionModel(view, room);
    case 'approve-by-two':
      return approveByTwoModel(view);
    case 'record-objection':
      return recordObjectionModel(view, room);
    case 'extend-deadline':
      return extendDeadlineModel(view);
    case 'end-mandate':
      return endMandateModel(view);
    case 'objection-inherited':
      return objectionInheritedModel(view, room);
  }
};
