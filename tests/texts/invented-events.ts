import type { CommitteeEvent } from '../../src/domain/committee/committee.ts';
import type { ConversationEvent } from '../../src/domain/committee/conversation.ts';
import type { PeopleEvent } from '../../src/domain/committee/people.ts';
import type { DomainEvent } from '../../src/domain/event.ts';
import type { MeetingEvent } from '../../src/domain/meeting/meeting-event.ts';
import type { MeetingPaper } from '../../src/domain/meeting/meeting-paper.ts';
import type { AnswerEvent } from '../../src/domain/minutes/answer-event.ts';
import type { OperationEvent } from '../../src/domain/operation/operation.ts';
import { hash, terms } from '../cards/invented-meeting.ts';

type Events = { readonly [T in DomainEvent['type']]: Extract<DomainEvent, { readonly type: T }> };

/** Words of an objection and of messages to the chair: they may never be told. */
export const secret = 'HEMMELIGE ORD';

const paper: MeetingPaper = {
  committee: 'LUU SOSU-AMU',
  date: '2023-12-08',
  participants: [],
  items: [],
  breaksAfter: [],
};
const stamp = { nonce: 'nonce-1', receipt: 'K7F3-92', receivedAt: '2023-12-14T09:12:00Z' };
const objection = { itemNumber: 6, text: secret, passage: secret, proposedWording: secret };
const personId = 'person-1';

const meetingEvents: Pick<Events, MeetingEvent['type']> = {
  MeetingPlanned: {
    type: 'MeetingPlanned',
    meetingId: 'meeting-1',
    committeeId: 'committee-1',
    date: '2023-12-08',
    from: '09:00',
    to: '12:00',
    named: [],
  },
  AgendaDrafted: { type: 'AgendaDrafted', items: [], breaksAfter: [] },
  AgendaPublished: { type: 'AgendaPublished', paper, hash, invited: ['person-1', 'person-2'] },
  AttendanceAnnounced: { type: 'AttendanceAnnounced', personId, nonce: 'nonce-1' },
  ApologiesSent: {
    type: 'ApologiesSent',
    personId,
    nonce: 'nonce-1',
    substitute: { name: 'Sus Stedfortræder' },
    message: secret,
  },
  MeetingTimeCame: { type: 'MeetingTimeCame' },
  MeetingHeld: { type: 'MeetingHeld' },
  MinutesDrafted: { type: 'MinutesDrafted', paper },
  MinutesSent: { type: 'MinutesSent', version: 1, paper, hash, entitled: ['person-1', 'person-2'], ...terms },
  ObjectionRuled: {
    type: 'ObjectionRuled',
    objectionId: 'objection-1',
    ruling: 'partly',
    reason: secret,
    ruledBy: personId,
    amendments: [{ itemNumber: 6, field: 'decision', text: secret }],
  },
  MinutesClosed: {
    type: 'MinutesClosed',
    version: 2,
    result: 'approvedTacitly',
    counts: { entitled: 11, approved: 7, silent: 4, objected: 0, unreached: 0 },
    objections: [],
  },
  DeadlineExtended: {
    type: 'DeadlineExtended',
    version: 1,
    reason: 'late-notice',
    deadline: '2023-12-28T23:00:00Z',
    closesAt: '2023-12-28T23:00:00Z',
    persons: ['person-2'],
  },
  MembersReminded: { type: 'MembersReminded', version: 1, number: 1, persons: ['person-1', 'person-2'] },
  ApprovalProposed: { type: 'ApprovalProposed', version: 1, proposedBy: personId, reason: secret },
  MinutesApprovedByTwo: {
    type: 'MinutesApprovedByTwo',
    version: 1,
    first: personId,
    second: 'person-2',
    reason: secret,
    at: '2023-12-28T09:00:00Z',
  },
  MinutesDeferred: { type: 'MinutesDeferred', version: 1, deferredBy: personId },
  PaperFiled: {
    type: 'PaperFiled',
    paper: 'minutes',
    version: 2,
    format: 'pdf',
    documentId: 'd',
    href: 'https://eksempel.sharepoint.com/x',
    sha256: hash,
  },
  MeetingCancelled: { type: 'MeetingCancelled', reason: secret },
  MeetingMoved: { type: 'MeetingMoved', date: '2023-12-15', from: '09:00', to: '12:00' },
  MinutesPublished: { type: 'MinutesPublished', version: 2, address: 'https://skole.example/referat' },
  MinutesNoted: { type: 'MinutesNoted', atMeetingId: 'meeting-2' },
  MeetingArchived: { type: 'MeetingArchived' },
};

const answerEvents: Pick<Events, AnswerEvent['type']> = {
  NoticeDelivered: { type: 'NoticeDelivered', channel: 'teams', at: stamp.receivedAt },
  NoticeFailed: { type: 'NoticeFailed', channel: 'teams', at: stamp.receivedAt, reason: 'blocked' },
  NoticeSent: { type: 'NoticeSent', channel: 'mail', at: stamp.receivedAt },
  ReminderDelivered: { type: 'ReminderDelivered', channel: 'teams', number: 1, at: stamp.receivedAt },
  ApprovalGiven: { type: 'ApprovalGiven', hash, ...stamp },
  ApprovalWithdrawn: { type: 'ApprovalWithdrawn', ...stamp },
  ObjectionRaised: { type: 'ObjectionRaised', objectionId: 'objection-1', objection, hash, ...stamp },
  ObjectionWithdrawn: {
    type: 'ObjectionWithdrawn',
    objectionId: 'objection-1',
    othersStand: false,
    ...stamp,
  },
  LateRemarkMade: { type: 'LateRemarkMade', objectionId: 'objection-2', objection, ...stamp },
};

const peopleEvents: Pick<Events, PeopleEvent['type'] | CommitteeEvent['type'] | ConversationEvent['type']> = {
  OrganisationsRegistered: {
    type: 'OrganisationsRegistered',
    organisations: [{ organisationId: 'o', name: 'Eksempel Kommune' }],
  },
  PeopleRegistered: { type: 'PeopleRegistered', people: [] },
  IdentityAttached: { type: 'IdentityAttached', personId, identity: { tenantId: 't', objectId: 'o' } },
  CommitteeFounded: {
    type: 'CommitteeFounded',
    committeeId: 'committee-1',
    name: 'LUU SOSU-AMU',
    ownerId: 'o',
  },
  MandatesGranted: {
    type: 'MandatesGranted',
    mandates: [
      {
        personId,
        organisationId: 'o',
        roles: ['chair'],
        entitlement: 'object',
        list: 'deltager',
        from: '2023-01-01T00:00:00Z',
      },
    ],
  },
  ConversationTaken: { type: 'ConversationTaken', committeeId: 'committee-1' },
  ConversationReleased: { type: 'ConversationReleased', committeeId: 'committee-1' },
  MandateEnded: { type: 'MandateEnded', personId, until: '2023-12-31T23:00:00Z' },
  RulesAdopted: {
    type: 'RulesAdopted',
    rules: {
      validFrom: '2023-01-01',
      agendaDaysBefore: 7,
      minutesDaysAfter: 7,
      objectionDaysAfterMeeting: 14,
      minimumWindowDays: 7,
      noticeDaysBeforeDeadline: 5,
      approval: 'tacit',
      deadlineOnClosedDay: 'next',
      approvalParagraph: 'punkt 6',
      approvalText: 'Opdigtet.',
      standingFirst: [],
      standingLast: [],
    },
  },
  ConversationLinked: { type: 'ConversationLinked', conversationId: 'c', linkedBy: personId },
};

const place = { seq: 12, hash };
const operationEvents: Pick<Events, OperationEvent['type']> = {
  DowntimeRecorded: { type: 'DowntimeRecorded', from: '2023-12-14T09:00:00Z', until: '2023-12-14T11:30:00Z' },
  ClockDoubted: {
    type: 'ClockDoubted',
    kind: 'forward',
    from: '2023-12-14T09:00:00Z',
    to: '2023-12-15T09:00:00Z',
  },
  ClockConfirmed: { type: 'ClockConfirmed', confirmedBy: 'witness' },
  DecisionHeldBack: { type: 'DecisionHeldBack', committeeId: 'luu' },
  SafeModeEntered: { type: 'SafeModeEntered', anchor: place, head: place, agreed: 0 },
  SafeModeEndProposed: { type: 'SafeModeEndProposed', proposedBy: personId, reason: secret },
  SafeModeEnded: { type: 'SafeModeEnded', first: personId, second: 'person-2', reason: secret },
};

/** One of everything that can have happened. */
export const inventedEvents: Events = {
  ...peopleEvents,
  ...meetingEvents,
  ...answerEvents,
  ...operationEvents,
};
