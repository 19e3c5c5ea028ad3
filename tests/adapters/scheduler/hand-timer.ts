import type { Timer } from '../../../src/adapters/scheduler/timer.ts';

export type HandTimer = Timer & {
  /** Milliseconds of what is pending, shortest first. */
  pending(): readonly number[];
  /** Calls back what was to come after exactly these milliseconds, and forgets it. */
  ring(milliseconds: number): void;
};

/** Rings when the test says so. */
export function createHandTimer(): HandTimer {
  const calls = new Map<() => void, number>();
  return {
    after: (milliseconds, callBack) => {
      const call = () => callBack();
      calls.set(call, milliseconds);
      return () => calls.delete(call);
    },
    pending: () => [...calls.values()].toSorted((a, b) => a - b),
    ring: (milliseconds) => {
      const due = [...calls].filter(([, after]) => after === milliseconds).map(([call]) => call);
      for (const call of due) {
        calls.delete(call);
        call();
      }
    },
  };
}
