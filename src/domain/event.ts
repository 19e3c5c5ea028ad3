import type { CommitteeEvent } from './committee/committee.ts';
import type { ConversationEvent } from './committee/conversation.ts';
import type { PeopleEvent } from './committee/people.ts';
import type { MeetingEvent } from './meeting/meeting-event.ts';
import type { AnswerEvent } from './minutes/answer-event.ts';
import type { OperationEvent } from './operation/operation.ts';

/** Everything that can have happened. The log holds nothing else. */
export type DomainEvent =
  | PeopleEvent
  | CommitteeEvent
  | ConversationEvent
  | MeetingEvent
  | AnswerEvent
  | OperationEvent;
