/** Why nothing is decided now (R15, R16), told to those who serve a committee. `over`: it is decided again. */
export type OperationDoubtView = {
  readonly card: 'operation-doubt';
  readonly committeeId: string;
  readonly committee: string;
  /** Tells one doubt from the next. */
  readonly since: string;
  readonly doubt: ClockDoubtView | SafeModeDoubtView;
};

export type ClockDoubtView =
  | { readonly about: 'clock'; readonly state: 'over' }
  | {
      readonly about: 'clock';
      readonly state: 'open';
      readonly kind: 'back' | 'forward';
      readonly from: Temporal.Instant;
      readonly to: Temporal.Instant;
      /** What the clock showed when the card was made. */
      readonly shownAt: Temporal.Instant;
    };

/** `missing`: the log ends before its newest anchor; `differs`: it is another; `unreadable`: the anchor is damaged. */
export type OpenSafeModeView = {
  readonly about: 'safe-mode';
  readonly state: 'open';
  readonly what: 'missing' | 'differs' | 'unreadable';
  /** How many events the log lacks at least; 0 where it does not end too early. */
  readonly missing: number;
  /** When the last thing happened that the log still knew; absent for a log that knew nothing. */
  readonly endsAt?: Temporal.Instant;
  readonly anchoredAt?: Temporal.Instant;
  /** The first of the two who go on without it. */
  readonly proposal?: { readonly name: string; readonly reason: string };
};

export type SafeModeDoubtView = { readonly about: 'safe-mode'; readonly state: 'over' } | OpenSafeModeView;

/** Dialog in which one of two persons goes on without what the log lacks. */
export type EndSafeModeDialogView = Omit<OperationDoubtView, 'card' | 'doubt'> & {
  readonly card: 'end-safe-mode';
  readonly doubt: OpenSafeModeView;
};
