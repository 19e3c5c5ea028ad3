import type { MeetingEvent } from '../../../src/domain/meeting/meeting-event.ts';
import type { AnswerEvent } from '../../../src/domain/minutes/answer-event.ts';
import type { StoredEvent } from '../../../src/ports/event-log.ts';
import { checkLog } from '../../support/approval-oracle.ts';
import type { Entry } from '../../support/approval-world.ts';
import { isToldWrongly, type Vote } from './ballot.ts';
import type { Witness } from './witness.ts';

/** What members were told, held against what the log says. */
export class Audit {
  readonly votes: Vote[] = [];
  readonly #witness: Witness;
  /** How often the log holds each act, by person and receipt. */
  readonly #kept = new Map<string, number>();
  #read = 0;

  constructor(witness: Witness) {
    this.#witness = witness;
  }

  /** Acts that were acknowledged and are not in the log. */
  async lost(): Promise<readonly Vote[]> {
    await this.look();
    return this.votes.filter(({ press, told }) => {
      if (told.kind !== 'done') return false;
      return !this.#kept.has(`answer/${press.meetingId}/1/${press.personId} ${told.receipt}`);
    });
  }

  /** Acts that the log holds more than once. */
  async doubled(): Promise<readonly string[]> {
    await this.look();
    return [...this.#kept].filter(([, count]) => count > 1).map(([act]) => act);
  }

  async look(): Promise<readonly StoredEvent[]> {
    const events = await this.#witness.look();
    for (const { stream, event } of events.slice(this.#read)) {
      if (!('receipt' in event)) continue;
      const act = `${stream} ${event.receipt}`;
      this.#kept.set(act, (this.#kept.get(act) ?? 0) + 1);
    }
    this.#read = events.length;
    return events;
  }

  /** Whether the meeting was decided once, as its acts bid; and how. Throws what is wrong. */
  async decision(meetingId: string, deadline: Temporal.Instant): Promise<string> {
    const entries = entriesOf(await this.look(), meetingId);
    checkLog(entries);
    const decided = entries.flatMap(({ event }) => (event.type === 'MinutesClosed' ? [event] : []));
    if (decided.length !== 1) throw new Error(`${meetingId} was decided ${decided.length} times.`);
    const mine = this.votes.filter(({ press }) => press.meetingId === meetingId);
    const wrongly = mine.find((vote) => isToldWrongly(vote, deadline));
    if (wrongly !== undefined) throw new Error(`Told wrongly: ${JSON.stringify(wrongly)}.`);
    const standing = standingObjections(mine);
    const result = decided[0]?.result ?? '';
    if (standing > 0 !== (result === 'contested'))
      throw new Error(
        `${meetingId} is ${result}, and ${standing} members were told that their objection stands.`,
      );
    return result;
  }
}

/** As the members know it: an objection was taken in time, and no withdrawal after it. */
function standingObjections(votes: readonly Vote[]): number {
  const last = new Map<string, boolean>();
  for (const { press, told } of votes) {
    if (told.kind !== 'done' || told.late !== undefined) continue;
    if (press.name === 'objectToMinutes') last.set(press.personId, true);
    if (press.name === 'withdrawObjection') last.set(press.personId, false);
  }
  return [...last.values()].filter(Boolean).length;
}

/** One meeting's part of the log, as the oracle of the rules reads it. */
function entriesOf(events: readonly StoredEvent[], meetingId: string): readonly Entry[] {
  return events.flatMap(({ stream, at, event }): readonly Entry[] => {
    if (stream === `meeting/${meetingId}`) return [{ stream: 'meeting', at, event: event as MeetingEvent }];
    const [kind, meeting, version, personId = ''] = stream.split('/');
    if (kind !== 'answer' || meeting !== meetingId) return [];
    return [{ stream: 'answer', at, version: Number(version), personId, event: event as AnswerEvent }];
  });
}
