import {
  type Committee,
  type CommitteeEvent,
  evolveCommittee,
  unknownCommittee,
} from '../../src/domain/committee/committee.ts';
import { evolveMeeting } from '../../src/domain/meeting/evolve-meeting.ts';
import { isVersioned, type Meeting, newestVersion, versionOf } from '../../src/domain/meeting/meeting.ts';
import type { MeetingEvent, RulingKind } from '../../src/domain/meeting/meeting-event.ts';
import { type Answer, evolveAnswer, noAnswer } from '../../src/domain/minutes/answer.ts';
import type { AnswerEvent } from '../../src/domain/minutes/answer-event.ts';
import { type ActOutcome, approveMinutes } from '../../src/domain/minutes/approve-minutes.ts';
import { type CloseMinutes, closeMinutes } from '../../src/domain/minutes/close-minutes.ts';
import { objectToMinutes } from '../../src/domain/minutes/object-to-minutes.ts';
import { ruleOnObjection } from '../../src/domain/minutes/rule-on-objection.ts';
import { sendMinutes } from '../../src/domain/minutes/send-minutes.ts';
import { withdrawApproval, withdrawObjection } from '../../src/domain/minutes/withdraw-from-minutes.ts';
import { danish, isClosedDay } from './danish-calendar.ts';
import { deepFreeze, folded } from './given-when-then.ts';
import { founded, minutesPaper, rules } from './invented-committee.ts';
import { drafted, meetingAfter } from './invented-minutes.ts';

export type Verb = 'approve' | 'withdraw-approval' | 'object' | 'withdraw-objection';

/** One press as a channel delivers it; delivered again it is the same but for the instant of receipt. */
export type Delivery = {
  readonly verb: Verb;
  readonly personId: string;
  readonly version: number;
  readonly hash: string;
  readonly nonce: string;
  readonly objectionId: string;
  readonly sentAt: Temporal.Instant;
};

/** What happened, in order, with the instant and where: the log as a whole. */
export type Entry =
  | { readonly stream: 'committee'; readonly at: Temporal.Instant; readonly event: CommitteeEvent }
  | { readonly stream: 'meeting'; readonly at: Temporal.Instant; readonly event: MeetingEvent }
  | {
      readonly stream: 'answer';
      readonly at: Temporal.Instant;
      readonly version: number;
      readonly personId: string;
      readonly event: AnswerEvent;
    };

/** A committee whose minutes are being approved, driven act by act; it keeps the log and nothing else that could drift. */
export class ApprovalWorld {
  now = danish('2025-09-12 15:00');
  meeting: Meeting = meetingAfter(...drafted);
  committee: Committee = committeeOf(founded);
  readonly log: Entry[] = [];
  readonly delivered: Delivery[] = [];
  readonly #answers = new Map<string, Answer>();
  readonly #committeeEvents: CommitteeEvent[] = [...founded];

  advance(hours: number): void {
    this.now = this.now.add({ hours });
  }

  /** To a few seconds around the deadline of the newest version. */
  advanceToDeadline(seconds: number): void {
    if (!isVersioned(this.meeting)) return;
    const near = Temporal.Instant.from(newestVersion(this.meeting).terms.deadline).add({ seconds });
    if (Temporal.Instant.compare(near, this.now) > 0) this.now = near;
  }

  answer(version: number, personId: string): Answer {
    return this.#answers.get(`${version}/${personId}`) ?? noAnswer;
  }

  answered(): CloseMinutes['answered'] {
    return [...this.#answers].map(([key, answer]) => {
      const [version = '', personId = ''] = key.split('/');
      return { version: Number(version), personId, answer };
    });
  }

  send(hash: string) {
    const outcome = sendMinutes(this.meeting, this.committee, {
      sentBy: 'sigrid',
      at: this.now,
      paper: minutesPaper,
      hash,
      isClosedDay,
      answered: this.answered(),
    });
    if (outcome.kind === 'accepted') this.#meetingHappened(outcome.events);
    return outcome;
  }

  close(unprocessed: boolean): void {
    if (!isVersioned(this.meeting)) return;
    const { version } = newestVersion(this.meeting);
    const closing = closeMinutes(this.meeting, {
      version,
      now: this.now,
      unprocessed,
      answered: this.answered(),
      isClosedDay,
    });
    if (closing.kind === 'closed') this.#meetingHappened([closing.event]);
    if (closing.kind === 'extended') this.#meetingHappened(closing.events);
  }

  rule(version: number, personId: string, objectionId: string, ruling: RulingKind): void {
    const objector = this.answer(version, personId);
    const command = { objectionId, ruling, reason: 'Fordi', ruledBy: 'frida', amendments: [], at: this.now };
    const outcome = ruleOnObjection(this.meeting, this.committee, objector, command);
    if (outcome.kind === 'accepted') this.#meetingHappened(outcome.events);
  }

  notice(personId: string): void {
    if (!isVersioned(this.meeting)) return;
    const { version } = newestVersion(this.meeting);
    this.#answerHappened(version, personId, [
      { type: 'NoticeDelivered', channel: 'teams', at: this.now.toString() },
    ]);
  }

  committeeHappened(event: CommitteeEvent): void {
    this.#committeeEvents.push(event);
    this.committee = committeeOf(this.#committeeEvents);
    this.log.push({ stream: 'committee', at: this.now, event });
  }

  deliver(delivery: Delivery): ActOutcome {
    const outcome = this.#decide(delivery);
    if (outcome.kind === 'accepted')
      this.#answerHappened(delivery.version, delivery.personId, outcome.events);
    this.delivered.push(delivery);
    return outcome;
  }

  #decide({ verb, objectionId, ...press }: Delivery): ActOutcome {
    const { meeting, committee } = this;
    const answer = this.answer(press.version, press.personId);
    const act = { ...press, receipt: `${verb} ${press.nonce} ${press.personId}`, receivedAt: this.now };
    switch (verb) {
      case 'approve':
        return approveMinutes(meeting, committee, answer, act);
      case 'withdraw-approval':
        return withdrawApproval(meeting, committee, answer, act);
      case 'object':
        return objectToMinutes(meeting, committee, answer, {
          ...act,
          objectionId,
          objection: { text: 'Forkert.' },
        });
      case 'withdraw-objection':
        return withdrawObjection(meeting, committee, answer, { ...act, objectionId });
    }
  }

  #meetingHappened(events: readonly MeetingEvent[]): void {
    this.meeting = folded(evolveMeeting, this.meeting, events);
    for (const event of events) this.log.push({ stream: 'meeting', at: this.now, event });
  }

  #answerHappened(version: number, personId: string, events: readonly AnswerEvent[]): void {
    const answer = folded(evolveAnswer, this.answer(version, personId), events);
    this.#answers.set(`${version}/${personId}`, answer);
    for (const event of events) this.log.push({ stream: 'answer', at: this.now, version, personId, event });
  }
}

function committeeOf(events: readonly CommitteeEvent[]): Committee {
  const state = folded(evolveCommittee, unknownCommittee, events);
  if (state.situation === 'unknown') throw new TypeError('the committee was founded');
  return state;
}

export const minimumNoticeDays: number = rules.noticeDaysBeforeDeadline;

/** The hash of a version as it was sent; of one that was never sent, none that fits. */
export function hashOf(meeting: Meeting, version: number): string {
  return (isVersioned(meeting) ? versionOf(meeting, version)?.hash : undefined) ?? 'never sent';
}

/** As it would be read again from a store. */
export function reread<E>(event: E): E {
  return deepFreeze(JSON.parse(JSON.stringify(event)) as E);
}
