import { type Committee, holdsRole, type PersonId } from '../committee/committee.ts';
import type { ClosedMeeting, Meeting } from '../meeting/meeting.ts';
import type { MeetingEvent } from '../meeting/meeting-event.ts';
import { accepted, type Outcome, refused } from '../outcome.ts';
import type { Refusal } from '../refusal.ts';

export type ApproveByTwo = {
  readonly approvedBy: PersonId;
  readonly at: Temporal.Instant;
  readonly version: number;
  /** Why the minutes are approved all the same; given by the first, agreed to by the second. */
  readonly reason?: string;
};

/** Who may take a stand on minutes that need one. */
export const deciders = ['secretary', 'chair', 'viceChair'] as const;
const heads = ['chair', 'viceChair'] as const;

/**
 * R18: minutes that need a decision are approved by two different persons, at least one of them chair or vice-chair. The
 * first proposes with a reason, the second agrees. Not once the committee itself shall decide at its next meeting.
 */
export function approveByTwo(
  meeting: Meeting,
  committee: Committee,
  command: ApproveByTwo,
): Outcome<MeetingEvent, Refusal> {
  const { approvedBy, at, version, reason } = command;
  const refusal = refusalOfDecider(meeting, committee, { decider: approvedBy, at, version });
  if (refusal !== undefined) return refused(refusal);
  if (!awaitsDecision(meeting)) return refused({ code: 'no-decision-needed' });
  const proposal = proposalOf(meeting, committee, at);
  if (proposal === undefined)
    return reason === undefined
      ? refused({ code: 'no-proposal' })
      : accepted({ type: 'ApprovalProposed', version, proposedBy: approvedBy, reason });
  const first = proposal.proposedBy;
  if (first === approvedBy) return refused({ code: 'second-person-needed' });
  if (!holdsRole(committee, first, at, ...heads) && !holdsRole(committee, approvedBy, at, ...heads))
    return refused({ code: 'not-permitted', needs: heads });
  return accepted({
    type: 'MinutesApprovedByTwo',
    version,
    first,
    second: approvedBy,
    reason: proposal.reason,
    at: at.toString(),
  });
}

export type NeedingDecision = Extract<ClosedMeeting, { readonly situation: 'contested' | 'needsDecision' }>;

/** The minutes wait for somebody to take a stand; not where the next meeting shall. */
export function awaitsDecision(meeting: Meeting): meeting is NeedingDecision {
  return meeting.situation === 'needsDecision' && meeting.closing.deferredBy === undefined;
}

/** The proposal somebody can agree to; one whose proposer has no say any more counts for nothing. */
export function proposalOf(
  { closing }: ClosedMeeting,
  committee: Committee,
  at: Temporal.Instant,
): { readonly proposedBy: PersonId; readonly reason: string } | undefined {
  const { proposal } = closing;
  const isHeld = proposal !== undefined && holdsRole(committee, proposal.proposedBy, at, ...deciders);
  return isHeld ? proposal : undefined;
}

/** Why this person cannot take a stand on this version; undefined where they can. */
export function refusalOfDecider(
  meeting: Meeting,
  committee: Committee,
  {
    decider,
    at,
    version,
  }: { readonly decider: PersonId; readonly at: Temporal.Instant; readonly version: number },
): Refusal | undefined {
  if (!holdsRole(committee, decider, at, ...deciders)) return { code: 'not-permitted', needs: deciders };
  if (!awaitsDecision(meeting) || meeting.closing.version !== version) return { code: 'no-decision-needed' };
  return undefined;
}
