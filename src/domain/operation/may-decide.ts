import type { Operation } from './operation.ts';

/** What keeps everything from being decided. `since` tells one doubt from the next. */
export type Doubt = { readonly about: 'clock' | 'safe-mode'; readonly since: string };

/** R15, R16: nothing is decided while the clock is doubted or the program is in safe mode. Acts are received all the same. */
export function mayDecide(operation: Operation): boolean {
  return doubtOf(operation) === undefined;
}

/** The graver doubt where there are two: a log that lacks its end is no matter of time. */
export function doubtOf({ safeMode, clock }: Operation): Doubt | undefined {
  if (safeMode.state === 'on') return { about: 'safe-mode', since: safeModeMark(safeMode) };
  return clock.state === 'doubted' ? { about: 'clock', since: clock.to } : undefined;
}

/** The mark of the doubt about the clock, or of the safe mode, that is on now. */
export function markOf({ safeMode, clock }: Operation, about: Doubt['about']): string | undefined {
  if (about === 'clock') return clock.state === 'doubted' ? clock.to : undefined;
  return safeMode.state === 'on' ? safeModeMark(safeMode) : undefined;
}

function safeModeMark({ anchor, head }: Extract<Operation['safeMode'], { state: 'on' }>): string {
  return `${anchor.seq}-${head.seq}`;
}
