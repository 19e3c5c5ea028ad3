import { defect } from '../defect.ts';
import type { RulesOfProcedure } from '../rules/rules-of-procedure.ts';

export type PersonId = string;
export type OrganisationId = string;
export type CommitteeId = string;

/** Roles are words on a list. What a person may do follows from the mandate's entitlement, never from these. */
export const roles = [
  'chair',
  'viceChair',
  'member',
  'attachedRepresentative',
  'substitute',
  'secretary',
  'minuteTaker',
] as const;
export type Role = (typeof roles)[number];

/** `object`: is asked to approve minutes and may object; `attend`: is invited and informed, nothing more. */
export type Entitlement = 'object' | 'attend';

/** A person's seat in a committee, from the instant it began until it ended. */
export type Mandate = {
  readonly personId: PersonId;
  readonly organisationId: OrganisationId;
  readonly roles: readonly Role[];
  readonly entitlement: Entitlement;
  /** The list of the papers the person stands in; `none` for those who serve the committee. */
  readonly list: 'deltager' | 'tilforordnet' | 'none';
  readonly from: string;
  readonly until?: string;
  /** Who takes the seat over when it ends (R13). */
  readonly successorId?: PersonId;
};

/** The chat or channel in which a committee meets the bot. */
export type LinkedConversation = { readonly conversationId: string; readonly linkedBy: PersonId };

export type CommitteeEvent =
  | {
      readonly type: 'CommitteeFounded';
      readonly committeeId: CommitteeId;
      readonly name: string;
      readonly ownerId: OrganisationId;
    }
  | { readonly type: 'MandatesGranted'; readonly mandates: readonly Mandate[] }
  | {
      readonly type: 'MandateEnded';
      readonly personId: PersonId;
      readonly until: string;
      /** Who takes the seat over, where that is known: is told of objections that stand (R13). */
      readonly successorId?: PersonId;
    }
  | { readonly type: 'RulesAdopted'; readonly rules: RulesOfProcedure }
  | { readonly type: 'ConversationLinked'; readonly conversationId: string; readonly linkedBy: PersonId };

export type Committee = {
  readonly committeeId: CommitteeId;
  readonly name: string;
  readonly ownerId: OrganisationId;
  readonly mandates: readonly Mandate[];
  readonly rules: readonly RulesOfProcedure[];
  readonly conversation?: LinkedConversation;
};

export type CommitteeState =
  | { readonly situation: 'unknown' }
  | ({ readonly situation: 'founded' } & Committee);

export const unknownCommittee: CommitteeState = { situation: 'unknown' };

export function evolveCommittee(state: CommitteeState, event: CommitteeEvent): CommitteeState {
  if (event.type === 'CommitteeFounded') {
    const { committeeId, name, ownerId } = event;
    return { situation: 'founded', committeeId, name, ownerId, mandates: [], rules: [] };
  }
  if (state.situation === 'unknown') return defect(`${event.type} before CommitteeFounded`);
  switch (event.type) {
    case 'MandatesGranted':
      return { ...state, mandates: [...state.mandates, ...event.mandates] };
    case 'MandateEnded':
      return { ...state, mandates: state.mandates.map((mandate) => endMandate(mandate, event)) };
    case 'RulesAdopted':
      return { ...state, rules: [...state.rules, event.rules] };
    case 'ConversationLinked':
      return { ...state, conversation: { conversationId: event.conversationId, linkedBy: event.linkedBy } };
    default:
      return state;
  }
}

function endMandate(
  mandate: Mandate,
  { personId, until, successorId }: Extract<CommitteeEvent, { type: 'MandateEnded' }>,
): Mandate {
  if (mandate.personId !== personId || mandate.until !== undefined) return mandate;
  return { ...mandate, until, ...(successorId === undefined ? {} : { successorId }) };
}

/** The mandate a person holds at an instant: from ≤ instant < until. R6 asks this with the instant of receipt. */
export function mandateAt(
  committee: Committee,
  personId: PersonId,
  at: Temporal.Instant,
): Mandate | undefined {
  return seatsOf(committee, personId).find((mandate) => isActive(mandate, at));
}

/** R13: who takes over the seat of somebody who leaves, or has left. */
export function successorOf(committee: Committee, personId: PersonId): PersonId | undefined {
  return seatsOf(committee, personId).findLast(({ successorId }) => successorId !== undefined)?.successorId;
}

export function activeMandates(committee: Committee, at: Temporal.Instant): readonly Mandate[] {
  return committee.mandates.filter((mandate) => isActive(mandate, at));
}

/** A person may have several seats at once; a role in any of them counts. */
export function holdsRole(
  committee: Committee,
  personId: PersonId,
  at: Temporal.Instant,
  ...wanted: readonly Role[]
): boolean {
  return seatsOf(committee, personId).some((mandate) => hasRole(mandate, wanted) && isActive(mandate, at));
}

/** R6: the right to object, in any of the seats the person holds at the instant. */
export function isEntitled(committee: Committee, personId: PersonId, at: Temporal.Instant): boolean {
  return seatsOf(committee, personId).some(
    (mandate) => mandate.entitlement === 'object' && isActive(mandate, at),
  );
}

/** The persons who are asked to approve minutes and may object, each once. */
export function entitledPersons(committee: Committee, at: Temporal.Instant): readonly PersonId[] {
  const entitled = activeMandates(committee, at).filter((mandate) => mandate.entitlement === 'object');
  return [...new Set(entitled.map((mandate) => mandate.personId))];
}

export function personsWithRole(
  committee: Committee,
  at: Temporal.Instant,
  ...wanted: readonly Role[]
): readonly PersonId[] {
  const withRole = wanted.flatMap((role) => registerOf(committee).byRole.get(role) ?? []);
  return [...new Set(withRole)]
    .toSorted((a, b) => a.place - b.place)
    .filter(({ mandate }) => isActive(mandate, at))
    .map(({ mandate }) => mandate.personId);
}

function hasRole({ roles: held }: Mandate, wanted: readonly Role[]): boolean {
  return held.some((role) => wanted.includes(role));
}

type Placed = { readonly mandate: Mandate; readonly place: number };
type Register = {
  readonly byPerson: ReadonlyMap<PersonId, readonly Mandate[]>;
  readonly byRole: ReadonlyMap<Role, readonly Placed[]>;
};

/** Made once for each list of mandates, which never changes: every act asks, also in a committee of thousands. */
const registers = new WeakMap<readonly Mandate[], Register>();

function registerOf({ mandates }: Committee): Register {
  const known = registers.get(mandates);
  if (known !== undefined) return known;
  const made = {
    byPerson: Map.groupBy(mandates, ({ personId }) => personId),
    byRole: placedByRole(mandates),
  };
  registers.set(mandates, made);
  return made;
}

function placedByRole(mandates: readonly Mandate[]): Register['byRole'] {
  const placed = mandates.map((mandate, place): Placed => ({ mandate, place }));
  return new Map(roles.map((role) => [role, placed.filter(({ mandate }) => mandate.roles.includes(role))]));
}

function seatsOf(committee: Committee, personId: PersonId): readonly Mandate[] {
  return registerOf(committee).byPerson.get(personId) ?? [];
}

function isActive(mandate: Mandate, at: Temporal.Instant): boolean {
  const began = Temporal.Instant.compare(Temporal.Instant.from(mandate.from), at) <= 0;
  return (
    began &&
    (mandate.until === undefined || Temporal.Instant.compare(at, Temporal.Instant.from(mandate.until)) < 0)
  );
}
