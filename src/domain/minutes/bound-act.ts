import { type Committee, isEntitled, mandateAt, type PersonId } from '../committee/committee.ts';
import {
  isClosed,
  type MinutesVersion,
  newestVersion,
  type VersionedMeeting,
  versionOf,
} from '../meeting/meeting.ts';
import type { Refusal } from '../refusal.ts';
import { isTimely, type ReceivedAct } from './timeliness.ts';
import { deadlineFor } from './version-deadline.ts';

/** What an act on minutes says about itself: by whom, on which text. */
export type BoundAct = { readonly personId: PersonId; readonly version: number; readonly hash: string };

/** Why an act on the newest, open version is not possible; undefined when it is. */
export function refusalOfAct(
  meeting: VersionedMeeting,
  committee: Committee,
  act: BoundAct & ReceivedAct,
): Refusal | undefined {
  const entitled = refusalOfPerson(committee, act);
  if (entitled !== undefined) return entitled;
  const newest = newestVersion(meeting);
  if (!isAbout(newest, act)) return { code: 'version-superseded', newest: newest.version };
  if (isClosed(meeting)) return { code: 'already-decided' };
  const deadline = deadlineFor(newest, act.personId);
  return isTimely(act, deadline) ? undefined : { code: 'too-late', deadline };
}

/** R6: entitled ⇔ a mandate with the right to object is active at the instant of receipt. */
export function refusalOfPerson(
  committee: Committee,
  act: { readonly personId: PersonId; readonly receivedAt: Temporal.Instant },
): Refusal | undefined {
  if (mandateAt(committee, act.personId, act.receivedAt) === undefined) return { code: 'not-a-member' };
  return isEntitled(committee, act.personId, act.receivedAt) ? undefined : { code: 'not-entitled' };
}

/** R4: the act names the version and the hash of the text the person had before them. */
function isAbout(version: MinutesVersion, act: BoundAct): boolean {
  return version.version === act.version && version.hash === act.hash;
}

export function versionActedOn(meeting: VersionedMeeting, act: BoundAct): MinutesVersion | undefined {
  const version = versionOf(meeting, act.version);
  return version !== undefined && isAbout(version, act) ? version : undefined;
}
