import type { CardView } from '../../ports/card-view.ts';
import { type AgendaModel, agendaModel } from './agenda.ts';
import { type AgendaItemModel, agendaItemModel } from './agenda-item.ts';
import { type ApologiesModel, apologiesModel } from './apologies.ts';
import { type DecisionModel, decisionCardModel } from './decision-cards.ts';
import { type EndSafeModeModel, endSafeModeModel } from './end-safe-mode.ts';
import { type ImportPreviewModel, importPreviewModel } from './import-preview.ts';
import { type LinkConversationModel, linkConversationModel } from './link-conversation.ts';
import { type MeetingsModel, meetingsModel } from './meetings.ts';
import { type MenuModel, menuModel } from './menu.ts';
import { type MinutesForApprovalModel, minutesForApprovalModel } from './minutes-for-approval.ts';
import { type MinutesOutcomeModel, minutesOutcomeModel } from './minutes-outcome.ts';
import { type MinutesStatusModel, minutesStatusModel } from './minutes-status.ts';
import { type NextStepModel, nextStepModel } from './next-step.ts';
import { type ObjectionModel, objectionModel } from './objection.ts';
import { type ObjectionReceivedModel, objectionReceivedModel } from './objection-received.ts';
import { type ObjectionRuledModel, objectionRuledModel } from './objection-ruled.ts';
import { type OperationDoubtModel, operationDoubtModel } from './operation-doubt.ts';
import type { Room } from './parts.ts';
import { type PlanMeetingModel, planMeetingModel } from './plan-meeting.ts';
import { type RulingModel, rulingModel } from './ruling.ts';
import { type SendMinutesModel, sendMinutesModel } from './send-minutes.ts';
import { type TimelineModel, timelineModel } from './timeline.ts';

export type CardModel =
  | AgendaModel
  | AgendaItemModel
  | ApologiesModel
  | DecisionModel
  | EndSafeModeModel
  | ImportPreviewModel
  | LinkConversationModel
  | MeetingsModel
  | MenuModel
  | MinutesForApprovalModel
  | MinutesOutcomeModel
  | MinutesStatusModel
  | NextStepModel
  | ObjectionModel
  | ObjectionReceivedModel
  | ObjectionRuledModel
  | OperationDoubtModel
  | PlanMeetingModel
  | RulingModel
  | SendMinutesModel
  | TimelineModel;

/** Any card's view in finished Danish, held within the room. */
export const cardModel = (view: CardView, room: Room): CardModel => {
  switch (view.card) {
    case 'agenda':
      return agendaModel(view, room);
    case 'agenda-item':
      return agendaItemModel(view, room);
    case 'apologies':
      return apologiesModel(view);
    case 'minutes-for-approval':
    case 'minutes-reminder':
      return minutesForApprovalModel(view, room);
    case 'objection':
      return objectionModel(view, room);
    case 'minutes-status':
      return minutesStatusModel(view);
    case 'minutes-outcome':
      return minutesOutcomeModel(view);
    case 'objection-received':
      return objectionReceivedModel(view, room);
    case 'ruling':
      return rulingModel(view, room);
    case 'objection-ruled':
      return objectionRuledModel(view, room);
    case 'needs-decision':
    case 'approve-by-two':
    case 'record-objection':
    case 'extend-deadline':
    case 'end-mandate':
    case 'objection-inherited':
      return decisionCardModel(view, room);
    default:
      return secretarysCardModel(view, room);
  }
};

type SecretarysView = Extract<
  CardView,
  {
    card:
      | 'next-step'
      | 'send-minutes'
      | 'import-preview'
      | 'plan-meeting'
      | 'menu'
      | 'meetings'
      | 'link-conversation'
      | 'operation-doubt'
      | 'end-safe-mode'
      | 'timeline';
  }
>;

const secretarysCardModel = (view: SecretarysView, room: Room): CardModel => {
  switch (view.card) {
    case 'next-step':
      return nextStepModel(view);
    case 'send-minutes':
      return sendMinutesModel(view, room);
    case 'import-preview':
      return importPreviewModel(view, room);
    case 'plan-meeting':
      return planMeetingModel(view);
    case 'menu':
      return menuModel(view);
    case 'meetings':
      return meetingsModel(view, room);
    case 'link-conversation':
      return linkConversationModel(view);
    case 'operation-doubt':
      return operationDoubtModel(view, room);
    case 'end-safe-mode':
      return endSafeModeModel(view, room);
    case 'timeline':
      return timelineModel(view, room);
  }
};
