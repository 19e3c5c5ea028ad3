import type { Refusal } from '../refusal.ts';
import { type Committee, holdsRole, mandateAt, type PersonId, type Role } from './committee.ts';

/** Whoever has no seat now is shown nothing of a committee's meetings. */
export function refusalOfStranger(
  committee: Committee,
  personId: PersonId,
  at: Temporal.Instant,
): Refusal | undefined {
  return mandateAt(committee, personId, at) === undefined ? { code: 'not-a-member' } : undefined;
}

/** `needs`: the roles that may; any one of them is enough. */
export function refusalWithoutRole(
  committee: Committee,
  personId: PersonId,
  at: Temporal.Instant,
  ...needs: readonly Role[]
): Refusal | undefined {
  return holdsRole(committee, personId, at, ...needs) ? undefined : { code: 'not-permitted', needs };
}
