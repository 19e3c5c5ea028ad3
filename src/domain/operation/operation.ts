import type { PersonId } from '../committee/committee.ts';

/** A place in the log: the number of the last event and the hash it ends with. */
export type LogPlace = { readonly seq: number; readonly hash: string };

export type ClockDoubt = {
  /** `back`: the clock is behind what it showed before; `forward`: it ran ahead with no beat in between. */
  readonly kind: 'back' | 'forward';
  /** What it showed last, and what it shows now. */
  readonly from: string;
  readonly to: string;
};

/** What happened to the installation itself, as far as it bears on decisions. One stream, `operation`. */
export type OperationEvent =
  /** Nobody could have answered in this time (R8). */
  | { readonly type: 'DowntimeRecorded'; readonly from: string; readonly until: string }
  /** R15: nothing is decided until somebody or something confirms the time. */
  | ({ readonly type: 'ClockDoubted' } & ClockDoubt)
  /** `witness`: a signed message from outside told the same time. */
  | { readonly type: 'ClockConfirmed'; readonly confirmedBy: PersonId | 'witness' }
  /** R16: the log ends before its newest anchor, or differs from it. Nothing is decided. */
  | { readonly type: 'SafeModeEntered'; readonly anchor: LogPlace; readonly head: LogPlace }
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
  readonly clock: { readonly state: 'trusted' } | ({ readonly state: 'doubted' } & ClockDoubt);
  readonly safeMode:
    | { readonly state: 'off' }
    | {
        readonly state: 'on';
        readonly anchor: LogPlace;
        readonly head: LogPlace;
        readonly proposal?: { readonly proposedBy: PersonId; readonly reason: string };
      };
  /** Anchors that two persons agreed to go on without. */
  readonly abandoned: readonly LogPlace[];
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
      return { ...operation, clock: { state: 'doubted', kind, from, to } };
    }
    case 'ClockConfirmed':
      return { ...operation, clock: { state: 'trusted' } };
    case 'SafeModeEntered': {
      const { anchor, head } = event;
      return { ...operation, safeMode: { state: 'on', anchor, head } };
    }
    case 'SafeModeEndProposed':
      return withProposal(operation, event);
    case 'SafeModeEnded':
      return operation.safeMode.state === 'off'
        ? operation
        : {
            ...operation,
            safeMode: { state: 'off' },
            abandoned: [...operation.abandoned, operation.safeMode.anchor],
          };
    default:
      return operation;
  }
}

function withProposal(
  operation: Operation,
  { proposedBy, reason }: { readonly proposedBy: PersonId; readonly reason: string },
): Operation {
  if (operation.safeMode.state === 'off') return operation;
  return { ...operation, safeMode: { ...operation.safeMode, proposal: { proposedBy, reason } } };
}
