import { endOfDay } from '../calendar/danish-time.ts';
import { accepted, type Outcome, refused } from '../outcome.ts';
import type { Refusal } from '../refusal.ts';
import {
  activeMandates,
  type Committee,
  type CommitteeEvent,
  holdsRole,
  type Mandate,
  mandateAt,
  type PersonId,
  personsWithRole,
} from './committee.ts';

export type EndMandate = {
  readonly endedBy: PersonId;
  readonly at: Temporal.Instant;
  readonly personId: PersonId;
  readonly lastDay: Temporal.PlainDate;
  /** Who takes the seat over, where that is known. */
  readonly successorId?: PersonId;
};

/** What is given by election, and not with a seat. */
const elected: readonly string[] = ['chair', 'viceChair'];

/**
 * A seat ends with its last day, never earlier than now: what the person did so far was done with right (R6). Objections
 * stand (R13). A successor, somebody who serves or stands by in the committee already, takes the seat over with what goes
 * with it, but for the chair, who is elected.
 */
export function endMandate(committee: Committee, command: EndMandate): Outcome<CommitteeEvent, Refusal> {
  const { endedBy, at, personId, successorId } = command;
  if (!holdsRole(committee, endedBy, at, 'secretary'))
    return refused({ code: 'not-permitted', needs: ['secretary'] });
  const seats = activeMandates(committee, at).filter((each) => each.personId === personId);
  const ending = seats.filter(({ until }) => until === undefined);
  if (ending.length === 0) return refused({ code: 'no-such-seat' });
  if (successorId !== undefined && !maySucceed(committee, command, successorId))
    return refused({ code: 'no-such-person' });
  const until = laterOf(endOfDay(command.lastDay), at).toString();
  const taken = successorId === undefined ? [] : ending.map((each) => handedOver(each, successorId, until));
  if (leavesNoSecretary(committee, command, taken)) return refused({ code: 'last-secretary' });
  const ended: CommitteeEvent = {
    type: 'MandateEnded',
    personId,
    until,
    ...(successorId === undefined ? {} : { successorId }),
  };
  const granted: readonly CommitteeEvent[] =
    taken.length === 0 ? [] : [{ type: 'MandatesGranted', mandates: taken }];
  return accepted(ended, ...granted);
}

function maySucceed(committee: Committee, { personId, at }: EndMandate, successorId: PersonId): boolean {
  return successorId !== personId && mandateAt(committee, successorId, at) !== undefined;
}

function handedOver(seat: Mandate, successorId: PersonId, from: string): Mandate {
  const roles = seat.roles.filter((role) => !elected.includes(role));
  return { ...seat, personId: successorId, roles: roles.length === 0 ? ['member'] : roles, from };
}

/** Somebody must be left who can send papers and take a stand. */
function leavesNoSecretary(
  committee: Committee,
  { personId, at }: EndMandate,
  taken: readonly Mandate[],
): boolean {
  const secretaries = personsWithRole(committee, at, 'secretary');
  const isSecretary = secretaries.includes(personId);
  const others = secretaries.some((each) => each !== personId);
  return isSecretary && !others && !taken.some(({ roles }) => roles.includes('secretary'));
}

function laterOf(a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(a, b) < 0 ? b : a;
}
