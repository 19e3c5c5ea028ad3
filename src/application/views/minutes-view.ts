import { type Committee, holdsRole } from '../../domain/committee/committee.ts';
import {
  isClosed,
  type MinutesVersion,
  newestVersion,
  type VersionedMeeting,
} from '../../domain/meeting/meeting.ts';
import type { Answer } from '../../domain/minutes/answer.ts';
import { changedItems } from '../../domain/minutes/minutes-text.ts';
import { closesAt, deadlineFor, deadlineOf } from '../../domain/minutes/version-deadline.ts';
import type {
  MinutesForApprovalView,
  MinutesOutcomeView,
  MinutesStatusView,
  ObjectionDialogView,
} from '../../ports/minutes-card-view.ts';
import { longerOf, movedFor } from './deadline-shown.ts';
import { linkOf, meetingFacts } from './meeting-facts.ts';
import { asideOf, mineOf } from './my-answer.ts';

const decisionsShown = 5;

export type Viewing = {
  readonly meeting: VersionedMeeting;
  readonly committee: Committee;
  readonly version: MinutesVersion;
  readonly nonce: string;
  readonly now: Temporal.Instant;
};

export function minutesForApprovalView(
  { meeting, committee, version, nonce, now }: Viewing,
  personId: string,
  answer: Answer,
): MinutesForApprovalView {
  const before = meeting.versions.find((each) => each.version === version.version - 1);
  return {
    card: 'minutes-for-approval',
    meeting: meetingFacts(meeting, committee),
    version: version.version,
    hash: version.hash,
    nonce,
    terms: version.terms,
    deadline: deadlineFor(version, personId),
    ...movedFor(version, personId),
    personId,
    decisions: version.paper.items
      .flatMap(({ number, title, decision }) => (decision === undefined ? [] : [{ number, title, decision }]))
      .slice(0, decisionsShown),
    changes: before === undefined ? [] : changedItems(before.paper, version.paper),
    mine:
      version.entitled.includes(personId) || answer.receipts.length > 0
        ? mineOf(answer)
        : { stance: 'not-asked' },
    ...asideOf(answer),
    state: stateOf(meeting, version, now, deadlineFor(version, personId)),
    ...linkOf(meeting, 'minutes', version.version, 'pdf'),
  };
}

function stateOf(
  meeting: VersionedMeeting,
  version: MinutesVersion,
  now: Temporal.Instant,
  deadline: Temporal.Instant,
): MinutesForApprovalView['state'] {
  const newest = newestVersion(meeting).version;
  if (newest !== version.version) return { kind: 'superseded', newest };
  if (isClosed(meeting)) return { kind: 'closed', result: meeting.closing.result };
  if (Temporal.Instant.compare(now, deadline) < 0) return { kind: 'open' };
  const until = closesAt(version);
  return Temporal.Instant.compare(now, until) < 0
    ? { kind: 'past-deadline', until }
    : { kind: 'past-deadline' };
}

export function minutesStatusView(
  { meeting, committee, version, nonce, now }: Viewing,
  counts: { readonly approved: number; readonly objected: number; readonly silent: number },
): MinutesStatusView {
  const { approved, objected, silent } = counts;
  return {
    card: 'minutes-status',
    meeting: meetingFacts(meeting, committee),
    version: version.version,
    hash: version.hash,
    nonce,
    terms: version.terms,
    deadline: deadlineOf(version),
    ...movedFor(version),
    ...longerOf(version),
    counts: { entitled: approved + objected + silent, approved, objected },
    state: stateOf(meeting, version, now, deadlineOf(version)),
    ...linkOf(meeting, 'minutes', version.version, 'pdf'),
  };
}

/** `personId`: whose card it is; the paper on the decision names people and is opened by those who serve the committee. */
export function minutesOutcomeView(
  { meeting, committee, version, now }: Viewing,
  personId?: string,
): MinutesOutcomeView | undefined {
  if (!isClosed(meeting) || meeting.closing.version !== version.version) return undefined;
  const serves =
    personId !== undefined && holdsRole(committee, personId, now, 'secretary', 'chair', 'minuteTaker');
  const { pdf: evidence } = linkOf(meeting, 'evidence', version.version, 'pdf');
  return {
    card: 'minutes-outcome',
    meeting: meetingFacts(meeting, committee),
    version: version.version,
    result: meeting.closing.result,
    counts: meeting.closing.counts,
    terms: version.terms,
    deadline: closesAt(version),
    ...linkOf(meeting, 'minutes', version.version, 'pdf'),
    ...linkOf(meeting, 'minutes', version.version, 'docx'),
    ...(serves ? { serving: evidence === undefined ? {} : { evidence } } : {}),
  };
}

export function objectionDialogView({ meeting, committee, version, nonce }: Viewing): ObjectionDialogView {
  return {
    card: 'objection',
    meeting: meetingFacts(meeting, committee),
    version: version.version,
    hash: version.hash,
    nonce,
    items: version.paper.items.map(({ number, title }) => ({ number, title })),
  };
}
