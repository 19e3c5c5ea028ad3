import {
  type CommitteeEvent,
  type CommitteeState,
  evolveCommittee,
  unknownCommittee,
} from '../domain/committee/committee.ts';
import {
  type Conversation,
  type ConversationEvent,
  evolveConversation,
  untakenConversation,
} from '../domain/committee/conversation.ts';
import { evolvePeople, nobody, type People, type PeopleEvent } from '../domain/committee/people.ts';
import type { DomainEvent } from '../domain/event.ts';
import { evolveMeeting } from '../domain/meeting/evolve-meeting.ts';
import { type Meeting, unknownMeeting } from '../domain/meeting/meeting.ts';
import type { MeetingEvent } from '../domain/meeting/meeting-event.ts';
import { type Answer, evolveAnswer, noAnswer } from '../domain/minutes/answer.ts';
import type { AnswerEvent } from '../domain/minutes/answer-event.ts';
import {
  evolveOperation,
  type Operation,
  type OperationEvent,
  undisturbed,
} from '../domain/operation/operation.ts';
import { type Fold, type StreamOf, type StreamsOf, streamOf, streamsOf } from '../ports/event-log.ts';

/**
 * Streams and their folds. A stream holds events of one kind only, so the union of all events is narrowed by the
 * stream's name, once, here.
 */
function foldOf<S, E extends DomainEvent>(
  name: string,
  initial: S,
  evolve: (state: S, event: E) => S,
): Fold<S> {
  return { name, initial, evolve: evolve as (state: S, event: DomainEvent) => S };
}

const peopleFold = foldOf<People, PeopleEvent>('people', nobody, evolvePeople);
const committeeFold = foldOf<CommitteeState, CommitteeEvent>('committee', unknownCommittee, evolveCommittee);
const meetingFold = foldOf<Meeting, MeetingEvent>('meeting', unknownMeeting, evolveMeeting);
const answerFold = foldOf<Answer, AnswerEvent>('answer', noAnswer, evolveAnswer);

const operationFold = foldOf<Operation, OperationEvent>('operation', undisturbed, evolveOperation);

/** What happened to the installation itself. */
export const operationStream: StreamOf<Operation> = streamOf('operation', operationFold);

export const peopleStream: StreamOf<People> = streamOf('people', peopleFold);

export function committeeStream(committeeId: string): StreamOf<CommitteeState> {
  return streamOf(`committee/${committeeId}`, committeeFold);
}

const conversationFold = foldOf<Conversation, ConversationEvent>(
  'conversation',
  untakenConversation,
  evolveConversation,
);

/** A chat or channel: which committee has taken it. */
export function conversationStream(conversationId: string): StreamOf<Conversation> {
  return streamOf(`conversation/${conversationId}`, conversationFold);
}

export function meetingStream(meetingId: string): StreamOf<Meeting> {
  return streamOf(`meeting/${meetingId}`, meetingFold);
}

/** One person's course with one version of one meeting's minutes. */
export function answerStream(meetingId: string, version: number, personId: string): StreamOf<Answer> {
  return streamOf(`answer/${meetingId}/${version}/${personId}`, answerFold);
}

/** Everybody's answers to all versions of one meeting's minutes. */
export function answerStreams(meetingId: string): StreamsOf<Answer> {
  return streamsOf(`answer/${meetingId}/`, answerFold);
}

export type AnsweredVersion = {
  readonly version: number;
  readonly personId: string;
  readonly answer: Answer;
};

/** Answers by version and person, from the names of their streams. */
export function answeredVersions(answers: ReadonlyMap<string, Answer>): readonly AnsweredVersion[] {
  return [...answers].map(([stream, answer]) => {
    const [, , version = '', ...person] = stream.split('/');
    return { version: Number(version), personId: person.join('/'), answer };
  });
}
