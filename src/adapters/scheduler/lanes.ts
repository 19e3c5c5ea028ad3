/** Tasks never reject: what goes wrong in one is its own matter. */
export type Task = () => Promise<void>;

export type Lanes = {
  /** Begun when a place is free and all that stood before it in its lane has ended. */
  add(lane: string, task: Task): void;
  waiting(): number;
  running(): number;
  /** How many have ended in all. */
  ended(): number;
  /** Resolves when the next task ends; at once when none runs. */
  nextEnd(): Promise<void>;
  /** Forgets what has not begun. */
  clear(): void;
};

/** Several lanes at once, in each one task after the other: one slow chat does not hold up the others. */
export function createLanes(width: number): Lanes {
  const queues = new Map<string, Task[]>();
  const busy = new Set<string>();
  let listeners: (() => void)[] = [];
  let ended = 0;
  const begin = async (lane: string, task: Task) => {
    busy.add(lane);
    await task();
    busy.delete(lane);
    ended += 1;
    advance();
    const told = listeners;
    listeners = [];
    for (const tell of told) tell();
  };
  const advance = () => {
    for (const [lane, queue] of queues) {
      if (busy.size >= width) return;
      if (busy.has(lane)) continue;
      const task = queue.shift();
      if (queue.length === 0) queues.delete(lane);
      if (task !== undefined) void begin(lane, task);
    }
  };
  return {
    add: (lane, task) => {
      queues.set(lane, [...(queues.get(lane) ?? []), task]);
      advance();
    },
    waiting: () => [...queues.values()].reduce((sum, queue) => sum + queue.length, 0),
    running: () => busy.size,
    ended: () => ended,
    nextEnd: () => (busy.size === 0 ? Promise.resolve() : new Promise((resolve) => listeners.push(resolve))),
    clear: () => queues.clear(),
  };
}
