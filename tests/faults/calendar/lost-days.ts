import {
  isVersioned,
  type MinutesVersion,
  newestVersion,
  type VersionedMeeting,
} from '../../../src/domain/meeting/meeting.ts';
import type { AnswerEvent } from '../../../src/domain/minutes/answer-event.ts';
import { underApproval } from '../../support/invented-minutes.ts';
import { isClosedDay } from './closed-days.ts';
import { endOfDayMs, wallHourMs } from './day-numbers.ts';

export const noticeDays = 5;

export function instant(epochMs: number): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(epochMs);
}

/** Members were told in the afternoon of a day. */
export function told(sentDay: number) {
  return { at: instant(wallHourMs(sentDay, 15)), isClosedDay, alreadySent: 0 };
}

/** A version whose last day is this one. */
export function versionUntil(day: number, entitled: readonly string[]): MinutesVersion {
  const meeting = underApproval();
  if (!isVersioned(meeting)) throw new TypeError('it was sent');
  const version = newestVersion(meeting);
  const deadline = instant(endOfDayMs(day)).toString();
  const settings = {
    noticeDaysBeforeDeadline: noticeDays,
    lateNotice: 'extend',
    downtimeExtends: true,
  } as const;
  return { ...version, entitled, terms: { ...version.terms, deadline, ...settings } };
}

export function meetingUntil(day: number): VersionedMeeting {
  const meeting = underApproval();
  if (!isVersioned(meeting)) throw new TypeError('it was sent');
  return { ...meeting, versions: [versionUntil(day, ['mads'])] };
}

/** The notice came at nine in the morning. */
export function noticed(day: number): AnswerEvent {
  return { type: 'NoticeDelivered', channel: 'teams', at: instant(wallHourMs(day, 9)).toString() };
}
