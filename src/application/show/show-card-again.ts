import { type Committee, holdsRole, mandateAt } from '../../domain/committee/committee.ts';
import type { CardView } from '../../ports/card-view.ts';
import type { Audience, CardRef } from '../../ports/outbox.ts';
import { meetingWithCommittee } from '../committee/committee-of.ts';
import { viewOf } from '../effects/show-card.ts';
import type { Asked, ShowPorts } from './asked.ts';

export type RefreshRequest = Asked & {
  readonly card: 'agenda' | 'minutes-for-approval' | 'minutes-status' | 'next-step';
  readonly meetingId: string;
  readonly version?: number;
};

/**
 * What a card shows now, for the person who looks at it. Only answers, never writes (an automatic refresh is nobody's
 * act); undefined for people without a seat.
 */
export function createShowCardAgain(ports: ShowPorts) {
  return async (request: RefreshRequest): Promise<CardView | undefined> => {
    const found = await meetingWithCommittee(ports.log, request.meetingId);
    if (found === undefined || !maySee(found.committee, request)) return undefined;
    const { personId, scope, conversationId } = request;
    const shared = scope !== 'personal' && request.card !== 'minutes-for-approval';
    const audience: Audience = shared ? { to: 'conversation', conversationId } : { to: 'person', personId };
    const ref = refOf(request, found.committee.committeeId);
    return ref === undefined ? undefined : viewOf(ports, ref, audience, ports.ids.next());
  };
}

/** The next step names who was not reached: it is the secretary's. */
function maySee(committee: Committee, { card, personId, receivedAt }: RefreshRequest): boolean {
  if (card === 'next-step') return holdsRole(committee, personId, receivedAt, 'secretary');
  return mandateAt(committee, personId, receivedAt) !== undefined;
}

function refOf({ card, meetingId, version }: RefreshRequest, committeeId: string): CardRef | undefined {
  if (card === 'agenda') return { card, meetingId };
  if (card === 'next-step') return { card, committeeId, meetingId };
  return version === undefined ? undefined : { card, meetingId, version };
}
