import { expect } from 'vitest';
import { danishDaysBefore } from '../../src/domain/calendar/danish-time.ts';
import { evolveMeeting } from '../../src/domain/meeting/evolve-meeting.ts';

import type { MeetingEvent } from '../../src/domain/meeting/meeting-event.ts';
import { evolveAnswer, noAnswer, stanceOf } from '../../src/domain/minutes/answer.ts';
import type { AnswerEvent } from '../../src/domain/minutes/answer-event.ts';
import { type ApprovalWorld, type Entry, minimumNoticeDays, reread } from './approval-world.ts';
import { folded } from './given-when-then.ts';
import { drafted, meetingAfter } from './invented-minutes.ts';

type Sent = Extract<MeetingEvent, { type: 'MinutesSent' }>;
type Closed = Extract<MeetingEvent, { type: 'MinutesClosed' }>;
type Log = readonly Entry[];

const grace = { seconds: 120 };
const compare = Temporal.Instant.compare;
const from = (instant: string) => Temporal.Instant.from(instant);

/** What must be true of every log, whatever led to it. Reads the events alone, not the states that the rules used. */
export function checkLog(log: Log): void {
  for (const [place, entry] of log.entries()) {
    const before = log.slice(0, place);
    if (entry.stream === 'answer') checkAnswer(before, entry.event);
    if (entry.event.type === 'MinutesSent') checkSending(before, entry.event);
    if (entry.event.type !== 'MinutesClosed') continue;
    checkClosing(before, entry.event, entry.at);
    checkObjections(before, entry.event);
    checkSilence(before, entry.event);
  }
}

function sentIn(log: Log): readonly Sent[] {
  return log.flatMap(({ event }) => (event.type === 'MinutesSent' ? [event] : []));
}

/** The decision on the newest version, where there is one. */
function decisionIn(log: Log): Closed | undefined {
  const last = log.findLast(
    ({ event }) => event.type === 'MinutesSent' || event.type === 'MinutesClosed',
  )?.event;
  return last?.type === 'MinutesClosed' ? last : undefined;
}

/** R10: between a decision and the next version nothing is approved, objected or withdrawn. */
function checkAnswer(before: Log, { type }: AnswerEvent): void {
  const changes = ['ApprovalGiven', 'ApprovalWithdrawn', 'ObjectionRaised', 'ObjectionWithdrawn'];
  if (decisionIn(before) !== undefined) expect(changes).not.toContain(type);
}

/** R9, R10: versions count up, a deadline only moves later, and what is approved is not sent again. */
function checkSending(before: Log, sent: Sent): void {
  const earlier = sentIn(before);
  expect(sent.version).toBe(earlier.length + 1);
  expect(decisionIn(before)?.result ?? 'undecided').not.toMatch(/^approved/);
  const told = from(earlier.at(-1)?.deadline ?? sent.deadline);
  expect(compare(told, from(sent.deadline))).toBeLessThanOrEqual(0);
}

/** R3: one decision a version, on the newest, after deadline and grace. */
function checkClosing(before: Log, { version, counts }: Closed, at: Temporal.Instant): void {
  const newest = sentIn(before).at(-1);
  expect(version).toBe(newest?.version);
  expect(decisionIn(before)).toBeUndefined();
  expect(compare(at, from(newest?.deadline ?? '').add(grace))).toBeGreaterThanOrEqual(0);
  expect(counts.approved + counts.silent + counts.objected).toBe(counts.entitled);
}

/** R4, R11: contested exactly when an objection stands on this version, or one on an earlier version was not answered. */
function checkObjections(before: Log, { version, result }: Closed): void {
  const withdrawn = before.flatMap(({ event }) =>
    event.type === 'ObjectionWithdrawn' ? [event.objectionId] : [],
  );
  const standing = before.flatMap((entry) =>
    entry.stream === 'answer' &&
    entry.event.type === 'ObjectionRaised' &&
    !withdrawn.includes(entry.event.objectionId)
      ? [{ on: entry.version, id: entry.event.objectionId }]
      : [],
  );
  const sending = before.findIndex(({ event }) => event.type === 'MinutesSent' && event.version === version);
  const answered = before.flatMap(({ event }, place) =>
    event.type === 'ObjectionRuled' && (place < sending || event.ruling === 'rejected')
      ? [event.objectionId]
      : [],
  );
  const blocking = standing.filter(({ on, id }) => on === version || !answered.includes(id));
  expect(blocking.length > 0).toBe(result === 'contested');
}

/** R7, R12, R19: tacit only when all who are silent were reached in time, by all only when nobody is silent. */
function checkSilence(before: Log, { version, result }: Closed): void {
  const sent = sentIn(before).at(-1);
  const silent = (sent?.entitled ?? []).filter(
    (personId) => stanceOf(answerIn(before, version, personId)) === 'silent',
  );
  const unreached = silent.filter(
    (personId) => !isReached(eventsOf(before, version, personId), deadlineIn(before, version, personId)),
  );
  if (result === 'approvedByAll') expect(silent).toEqual([]);
  if (result === 'approvedTacitly') expect(unreached).toEqual([]);
  if (result === 'needsDecision') expect(unreached.length > 0 || sent?.entitled.length === 0).toBe(true);
}

/** The last deadline the log gives a person: as sent, or as moved since for them or for everybody. */
function deadlineIn(log: Log, version: number, personId: string): string {
  const given = log.flatMap(({ event }) => {
    if (event.type === 'MinutesSent' && event.version === version) return [event.deadline];
    if (event.type !== 'DeadlineExtended' || event.version !== version) return [];
    return event.persons === undefined || event.persons.includes(personId) ? [event.deadline] : [];
  });
  return given.toSorted((a, b) => compare(from(a), from(b))).at(-1) ?? '';
}

function eventsOf(log: Log, version: number, personId: string): readonly AnswerEvent[] {
  return log.flatMap((each) =>
    each.stream === 'answer' && each.version === version && each.personId === personId ? [each.event] : [],
  );
}

function answerIn(log: Log, version: number, personId: string) {
  return folded(evolveAnswer, noAnswer, eventsOf(log, version, personId).map(reread));
}

function isReached(events: readonly AnswerEvent[], deadline: string): boolean {
  const latest = danishDaysBefore(from(deadline), minimumNoticeDays);
  return events.some((event) => event.type === 'NoticeDelivered' && compare(from(event.at), latest) <= 0);
}

/** Folding what a store would give back yields the states that the rules were shown. */
export function checkFolding(world: ApprovalWorld): void {
  const { log, meeting } = world;
  const events = log.flatMap((entry) => (entry.stream === 'meeting' ? [reread(entry.event)] : []));
  expect(folded(evolveMeeting, meetingAfter(...drafted), events)).toEqual(meeting);
  for (const { version, personId, answer } of world.answered()) {
    expect(answerIn(log, version, personId)).toEqual(answer);
    // R5: an approval never stands beside an objection of the same person to the same text.
    if (stanceOf(answer) === 'objected') expect(answer.approval).toBeUndefined();
  }
}
