import type { Committee } from '../../domain/committee/committee.ts';
import {
  isClosed,
  type MinutesVersion,
  newestVersion,
  type VersionedMeeting,
} from '../../domain/meeting/meeting.ts';
import { type Answer, stanceOf, standingObjections } from '../../domain/minutes/answer.ts';
import { changedItems } from '../../domain/minutes/minutes-text.ts';
import { deadlineOf } from '../../domain/minutes/version-deadline.ts';
import type {
  MinutesForApprovalView,
  MinutesOutcomeView,
  MinutesStatusView,
  MyAnswer,
  ObjectionDialogView,
} from '../../ports/minutes-card-view.ts';
import { linkOf, meetingFacts } from './meeting-facts.ts';

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
    personId,
    decisions: version.paper.items
      .flatMap(({ number, title, decision }) => (decision === undefined ? [] : [{ number, title, decision }]))
      .slice(0, decisionsShown),
    changes: before === undefined ? [] : changedItems(before.paper, version.paper),
    mine:
      version.entitled.includes(personId) || answer.receipts.length > 0
        ? mineOf(answer)
        : { stance: 'not-asked' },
    state: stateOf(meeting, version, now),
    ...linkOf(meeting, 'minutes', version.version, 'pdf'),
  };
}

function mineOf(answer: Answer): MyAnswer {
  const stance = stanceOf(answer);
  if (stance === 'objected') {
    const objections = standingObjections(answer).map(({ objectionId, objection, receipt, receivedAt }) => ({
      objectionId,
      objection,
      receipt,
      at: Temporal.Instant.from(receivedAt),
    }));
    return { stance, objections };
  }
  if (answer.approval === undefined) return { stance: 'silent' };
  return {
    stance: 'approved',
    receipt: answer.approval.receipt,
    at: Temporal.Instant.from(answer.approval.receivedAt),
  };
}

function stateOf(
  meeting: VersionedMeeting,
  version: MinutesVersion,
  now: Temporal.Instant,
): MinutesForApprovalView['state'] {
  const newest = newestVersion(meeting).version;
  if (newest !== version.version) return { kind: 'superseded', newest };
  if (isClosed(meeting)) return { kind: 'closed', result: meeting.closing.result };
  return Temporal.Instant.compare(now, deadlineOf(version)) < 0
    ? { kind: 'open' }
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
    counts: { entitled: approved + objected + silent, approved, objected },
    state: stateOf(meeting, version, now),
    ...linkOf(meeting, 'minutes', version.version, 'pdf'),
  };
}

export function minutesOutcomeView({ meeting, committee, version }: Viewing): MinutesOutcomeView | undefined {
  if (!isClosed(meeting) || meeting.closing.version !== version.version) return undefined;
  return {
    card: 'minutes-outcome',
    meeting: meetingFacts(meeting, committee),
    version: version.version,
    result: meeting.closing.result,
    counts: meeting.closing.counts,
    terms: version.terms,
    ...linkOf(meeting, 'minutes', version.version, 'pdf'),
    ...linkOf(meeting, 'minutes', version.version, 'docx'),
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
