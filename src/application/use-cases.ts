import type { IsClosedDay } from '../domain/calendar/danish-time.ts';
import { defect } from '../domain/defect.ts';
import { isKnown } from '../domain/meeting/meeting.ts';
import type { Anchors } from '../ports/anchors.ts';
import type { Clock } from '../ports/clock.ts';
import type { Digest } from '../ports/digest.ts';
import type { DocumentLibrary } from '../ports/document-library.ts';
import type { DocumentReader } from '../ports/document-reader.ts';
import type { EventLog } from '../ports/event-log.ts';
import type { Ids } from '../ports/ids.ts';
import type { PersonalLinks } from '../ports/personal-links.ts';
import type { Processes } from '../ports/processes.ts';
import type { ReadModels } from '../ports/read-models.ts';
import type { Wording } from '../ports/wording.ts';
import { createPublishAgenda } from './agenda/publish-agenda.ts';
import { createFoundCommittee } from './committee/found-committee.ts';
import { createLinkConversation } from './committee/link-conversation.ts';
import { createWhoIs } from './committee/who-is.ts';
import { decisionUseCases } from './decision-use-cases.ts';
import { createInFlight } from './in-flight.ts';
import { createAnswerInvitation } from './meeting/answer-invitation.ts';
import { createHoldMeeting } from './meeting/hold-meeting.ts';
import { createImportPaper, createPreviewPaper } from './meeting/import-paper.ts';
import { createMarkTimeCame } from './meeting/mark-time-came.ts';
import { createPlanMeeting } from './meeting/plan-meeting.ts';
import { createApproveMinutes } from './minutes/approve-minutes.ts';
import { createCloseMinutes } from './minutes/close-minutes.ts';
import { createObjectToMinutes } from './minutes/object-to-minutes.ts';
import { createOpenMinutes } from './minutes/open-minutes.ts';
import { createPreviewMinutes } from './minutes/preview-minutes.ts';
import { createRemindMembers } from './minutes/remind-members.ts';
import { createRuleOnObjection } from './minutes/rule-on-objection.ts';
import { createSendMinutes } from './minutes/send-minutes.ts';
import { createWithdrawApproval, createWithdrawObjection } from './minutes/withdraw-from-minutes.ts';
import { createOperation } from './operation.ts';
import { createOpenDialogs } from './show/open-dialogs.ts';
import { createShowAgenda } from './show/show-agenda.ts';
import { createShowAnswerPage } from './show/show-answer-page.ts';
import { createShowCardAgain } from './show/show-card-again.ts';
import { createShowMeetings } from './show/show-meetings.ts';
import { createShowMenu } from './show/show-menu.ts';
import { createShowMinutes } from './show/show-minutes.ts';
import { createShowReceipt } from './show/show-receipt.ts';
import { createShowStatus } from './show/show-status.ts';
import { createShowTimeline } from './show/show-timeline.ts';
import { meetingStream } from './streams.ts';

export type Ports = {
  readonly log: EventLog;
  readonly readModels: ReadModels;
  readonly processes: Processes;
  readonly anchors: Anchors;
  readonly library: DocumentLibrary;
  readonly reader: DocumentReader;
  readonly wording: Wording;
  readonly clock: Clock;
  readonly digest: Digest;
  readonly ids: Ids;
  readonly isClosedDay: IsClosedDay;
  readonly links: PersonalLinks;
};

export type UseCases = ReturnType<typeof createUseCases>;

/** Every use case with the ports it needs; the edges are given this and nothing else. */
export function createUseCases(ports: Ports) {
  const inFlight = createInFlight();
  const planMeeting = createPlanMeeting(ports);
  const operation = createOperation({ ...ports, inFlight });
  return {
    inFlight,
    planMeeting,
    whoIs: createWhoIs(ports),
    foundCommittee: createFoundCommittee(ports),
    linkConversation: createLinkConversation(ports),
    publishAgenda: createPublishAgenda(ports),
    answerInvitation: createAnswerInvitation(ports),
    holdMeeting: createHoldMeeting(ports),
    markTimeCame: createMarkTimeCame(ports),
    previewPaper: createPreviewPaper(ports),
    importPaper: createImportPaper({ ...ports, planMeeting }),
    previewMinutes: createPreviewMinutes(ports),
    sendMinutes: createSendMinutes(ports),
    approveMinutes: createApproveMinutes(ports),
    withdrawApproval: createWithdrawApproval(ports),
    objectToMinutes: createObjectToMinutes(ports),
    withdrawObjection: createWithdrawObjection(ports),
    openMinutes: createOpenMinutes(ports),
    ruleOnObjection: createRuleOnObjection(ports),
    remindMembers: createRemindMembers(ports),
    closeMinutes: createCloseMinutes({ ...ports, inFlight, doubts: operation.doubts }),
    ...operation,
    showMenu: createShowMenu(ports),
    showMeetings: createShowMeetings(ports),
    showAgenda: createShowAgenda(ports),
    showMinutes: createShowMinutes(ports),
    showStatus: createShowStatus(ports),
    showReceipt: createShowReceipt(ports),
    showTimeline: createShowTimeline(ports),
    showAnswerPage: createShowAnswerPage(ports),
    showCardAgain: createShowCardAgain(ports),
    openDialogs: createOpenDialogs(ports),
    ...decisionUseCases(ports),
    meetingDate: (meetingId: string) => meetingDate(ports, meetingId),
  };
}

async function meetingDate({ log }: Pick<Ports, 'log'>, meetingId: string): Promise<string> {
  const { meeting } = await log.load({ meeting: meetingStream(meetingId) });
  return isKnown(meeting) ? meeting.plan.date : defect('the date of an unknown meeting');
}
