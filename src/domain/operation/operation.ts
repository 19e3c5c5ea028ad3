import type { CommitteeId, PersonId } from '../committee/committee.ts';

/** A place in the log: the number of the last event and the hash it ends with. */
export type LogPlace = { readonly seq: number; readonly hash: string };

export type ClockDoubt = {
  /** `back`: the clock is behind what it showed before; `forward`: it ran ahead with no beat in between. */
  readonly kind: 'back' | 'forward';
  /** What it showed last, and what it shows now. */
  readonly from: string;
  readonly to: string;
};

/** An anchor that the log does not fit. */
export type MisfitAnchor = {
  readonly anchor: LogPlace;
  /** When it was dropped, as far as that can be read. */
  readonly anchoredAt?: string;
  /** The place of the newest older anchor that the log fits; 0 where there is none. */
  readonly agreed: number;
};

/** What happened to the installation itself, as far as it bears on decisions. One stream, `operation`. */
export type OperationEvent =
  /** Nobody could have answered in this time (R8). */
  | { readonly type: 'DowntimeRecorded'; readonly from: string; readonly until: string }
  /** R15: nothing is decided until somebody or something confirms the time. */
  | ({ readonly type: 'ClockDoubted' } & ClockDoubt)
  /** `witness`: a signed message from outside told the same time. */
  | { readonly type: 'ClockConfirmed'; readonly confirmedBy: PersonId | 'witness' }
  /** R15: minutes of this committee were due, and the doubt kept them from being decided. Once a doubt and committee. */
  | { readonly type: 'DecisionHeldBack'; readonly committeeId: CommitteeId }
  /** R16: the log ends before its newest anchor, or differs from it. Nothing is decided. */
  | ({ readonly type: 'SafeModeEntered'; readonly head: LogPlace } & MisfitAnchor)
  | { readonly type: 'SafeModeEndProposed'; readonly proposedBy: PersonId; readonly reason: string }
  | {
      readonly type: 'SafeModeEnded';
      readonly first: PersonId;
      readonly second: PersonId;
      readonly reason: string;
    };

export type Operation = {
  /** The newest last; older than two months is of no use to any rule and is left out. */
  readonly downtimes: readonly { readonly from: string; readonly until: string }[];
  readonly clock:
    | { readonly state: 'trusted' }
    /** `heldBack`: committees whose minutes wait for it. */
    | ({ readonly state: 'doubted'; readonly heldBack: readonly CommitteeId[] } & ClockDoubt);
  readonly safeMode:
    | { readonly state: 'off' }
    | ({
        readonly state: 'on';
        readonly head: LogPlace;
        readonly proposal?: { readonly proposedBy: PersonId; readonly reason: string };
      } & MisfitAnchor);
  /** Anchors that two persons agreed to go on without. */
  readonly abandoned: readonly MisfitAnchor[];
};

export const undisturbed: Operation = {
  downtimes: [],
  clock: { state: 'trusted' },
  safeMode: { state: 'off' },
  abandoned: [],
};

/** Downtimes kept in the state. */
const keptDowntimes = 50;

export function evolveOperation(operation: Operation, event: OperationEvent): Operation {
  switch (event.type) {
    case 'DowntimeRecorded': {
      const { from, until } = event;
      return { ...operation, downtimes: [...operation.downtimes, { from, until }].slice(-keptDowntimes) };
    }
    case 'ClockDoubted': {
      const { kind, from, to } = event;
      return { ...operation, clock: { state: 'doubted', kind, from, to, heldBack: [] } };
    }
    case 'DecisionHeldBack':
      return withHeldBack(operation, event.committeeId);
    case 'ClockConfirmed':
      return { ...operation, clock: { state: 'trusted' } };
    case 'SafeModeEntered': {
      const { type: _type, ...entered } = event;
      return { ...operation, safeMode: { state: 'on', ...entered } };
    }
    case 'SafeModeEndProposed':
      return withProposal(operation, event);
    case 'SafeModeEnded':
      return withoutSafeMode(operation);
    default:
      return operation;
  }
}

function withHeldBack(operation: Operation, committeeId: CommitteeId): Operation {
  const { clock } = operation;
  if (clock.state === 'trusted') return operation;
  return { ...operation, clock: { ...clock, heldBack: [...clock.heldBack, committeeId] } };
}

function withoutSafeMode(operation: Operation): Operation {
  if (operation.safeMode.state === 'off') return operation;
  const { anchor, agreed, anchoredAt } = operation.safeMode;
  const abandoned = { anchor, agreed, ...(anchoredAt === undefined ? {} : { anchoredAt }) };
  return { ...operation, safeMode: { state: 'off' }, abandoned: [...operation.abandoned, abandoned] };
}

function withProposal(
  operation: Operation,
  { proposedBy, reason }: { readonly proposedBy: PersonId; readonly reason: string },
): Operation {
  if (operation.safeMode.state === 'off') return operation;
  return { ...operation, safeMode: { ...operation.safeMode, proposal: { proposedBy, reason } } };
}
