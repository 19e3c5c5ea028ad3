import type { MinutesVersion } from '../meeting/meeting.ts';
import type { ApprovalCounts, ApprovalResult } from '../meeting/meeting-event.ts';

/** What becomes of a version once nothing can be added: the rules in the order in which they bind. */
export function approvalResult(
  version: MinutesVersion,
  objections: readonly string[],
  counts: ApprovalCounts,
): ApprovalResult {
  if (isContested(objections)) return 'contested';
  if (nobodyWasAsked(version)) return 'needsDecision';
  if (allApproved(counts)) return 'approvedByAll';
  return silenceApproves(version, counts) ? 'approvedTacitly' : 'needsDecision';
}

/** R11: any objection that stands. */
export function isContested(objections: readonly string[]): boolean {
  return objections.length > 0;
}

/** R19: nobody had the right to approve when the version was sent; who came since cannot decide for all. */
export function nobodyWasAsked({ entitled }: Pick<MinutesVersion, 'entitled'>): boolean {
  return entitled.length === 0;
}

/** R12: everybody who was asked, and whoever got the right since and used it, has approved this version. */
export function allApproved({ approved, entitled }: Pick<ApprovalCounts, 'approved' | 'entitled'>): boolean {
  return approved === entitled;
}

/** R7: only where the rules of procedure say so, and only if the notice reached everybody who is silent in time. */
export function silenceApproves(
  { terms }: Pick<MinutesVersion, 'terms'>,
  { unreached }: Pick<ApprovalCounts, 'unreached'>,
): boolean {
  return terms.approval === 'tacit' && unreached === 0;
}
