import { type Committee, holdsRole } from '../../domain/committee/committee.ts';
import { type ClosedMeeting, newestVersion, type VersionedMeeting } from '../../domain/meeting/meeting.ts';
import { awaitsDecision, deciders, proposalOf } from '../../domain/minutes/approve-by-two.ts';
import type { NeedsDecisionView } from '../../ports/decision-card-view.ts';
import { meetingFacts } from './meeting-facts.ts';
import { type StepStates, unreachedOf } from './next-step-view.ts';

type State = NeedsDecisionView['state'];

/** For somebody who may take a stand on a version that needed a decision; undefined where it did not. */
export function needsDecisionView(
  states: StepStates,
  meeting: ClosedMeeting,
  version: number,
  personId: string,
): NeedsDecisionView {
  const { committee, now } = states;
  const state = stateOf(states, meeting, version, personId);
  const isHere = holdsRole(committee, personId, now, ...deciders);
  const open = isHere && (state.kind === 'open' || state.kind === 'proposed');
  return {
    card: 'needs-decision',
    meeting: meetingFacts(meeting, committee),
    version,
    counts: meeting.closing.counts,
    why: whyOf(meeting),
    unreached: unreachedOf(states, meeting),
    state,
    may: {
      send: open && holdsRole(committee, personId, now, 'secretary', 'minuteTaker', 'chair'),
      propose: open && state.kind === 'open',
      agree: open && state.kind === 'proposed' && !state.mine && isHeadAmong(states, meeting, personId),
      defer: open,
    },
  };
}

/** A newer version has taken the place of one that needed a decision. */
export function supersededDecisionView(
  meeting: VersionedMeeting,
  committee: Committee,
  version: number,
): NeedsDecisionView {
  return {
    card: 'needs-decision',
    meeting: meetingFacts(meeting, committee),
    version,
    counts: { entitled: 0, approved: 0, silent: 0, objected: 0, unreached: 0 },
    why: 'unreached',
    unreached: [],
    state: { kind: 'superseded', newest: newestVersion(meeting).version },
    may: { send: false, propose: false, agree: false, defer: false },
  };
}

function whyOf(meeting: ClosedMeeting): NeedsDecisionView['why'] {
  const { entitled, terms } = newestVersion(meeting);
  if (entitled.length === 0) return 'nobody-asked';
  return terms.approval === 'explicit' ? 'explicit' : 'unreached';
}

function stateOf(
  { committee, people, now }: StepStates,
  meeting: ClosedMeeting,
  version: number,
  personId: string,
): State {
  const name = (id: string) => people.persons.get(id)?.name ?? id;
  const newest = newestVersion(meeting).version;
  if (newest !== version) return { kind: 'superseded', newest };
  const { approvedBy, deferredBy } = meeting.closing;
  if (approvedBy !== undefined) {
    const { first, second, at } = approvedBy;
    return { kind: 'approved', first: name(first), second: name(second), at: Temporal.Instant.from(at) };
  }
  if (deferredBy !== undefined) return { kind: 'deferred', deferredBy: name(deferredBy) };
  const proposal = awaitsDecision(meeting) ? proposalOf(meeting, committee, now) : undefined;
  if (proposal === undefined) return { kind: 'open' };
  const { proposedBy, reason } = proposal;
  return { kind: 'proposed', proposedBy: name(proposedBy), mine: proposedBy === personId, reason };
}

/** One of the two must be chair or vice-chair. */
function isHeadAmong({ committee, now }: StepStates, { closing }: ClosedMeeting, personId: string): boolean {
  return [personId, closing.proposal?.proposedBy ?? ''].some((each) =>
    holdsRole(committee, each, now, 'chair', 'viceChair'),
  );
}
