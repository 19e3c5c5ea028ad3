import type { Committee, PersonId } from '../committee/committee.ts';
import type { Meeting } from '../meeting/meeting.ts';
import type { MeetingEvent } from '../meeting/meeting-event.ts';
import { accepted, type Outcome, refused } from '../outcome.ts';
import type { Refusal } from '../refusal.ts';
import { refusalOfDecider } from './approve-by-two.ts';

export type DeferMinutes = {
  readonly deferredBy: PersonId;
  readonly at: Temporal.Instant;
  readonly version: number;
};

/** Minutes that need a decision are put on the next meeting's agenda; a proposal to approve them falls with that. */
export function deferMinutes(
  meeting: Meeting,
  committee: Committee,
  command: DeferMinutes,
): Outcome<MeetingEvent, Refusal> {
  const { deferredBy, at, version } = command;
  const refusal = refusalOfDecider(meeting, committee, { decider: deferredBy, at, version });
  return refusal === undefined
    ? accepted({ type: 'MinutesDeferred', version, deferredBy })
    : refused(refusal);
}
